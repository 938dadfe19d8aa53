//! A row of a pane.

use crate::model::ItemId;

/// A row of a pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// An item.
    Item(ItemId),
    /// A chapter whose clauses are not listed, and their number.
    Folded(ItemId, u32),
    /// The points of an agreement that are not on record.
    Missing(ItemId),
    /// A folder in the library, which is no item: the first of its agreements that are listed below it, and how many are.
    Folder(ItemId, u32),
}

impl Row {
    /// The item that the reader shows for the row.
    pub fn item(self) -> ItemId {
        match self {
            Self::Item(item) | Self::Folded(item, _) | Self::Missing(item) | Self::Folder(item, _) => item,
        }
    }

    /// Whether it is the heading of what is below it, and cannot be selected.
    pub fn is_heading(self) -> bool {
        matches!(self, Self::Folder(..))
    }
}
