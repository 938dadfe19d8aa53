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
}

impl Row {
    /// The item that the reader shows for the row.
    pub fn item(self) -> ItemId {
        match self {
            Self::Item(item) | Self::Folded(item, _) | Self::Missing(item) => item,
        }
    }
}
