//! How a line of a report names an item.

use crate::model::{Collection, ItemId, Part};

/// The address; empty where the item is not in the collection.
pub(super) fn address(collection: &Collection, item: ItemId) -> String {
    collection.address(item).map(|a| a.to_string()).unwrap_or_default()
}

/// The title for lists: an agreement's short one where it has one.
pub(super) fn list_title(collection: &Collection, item: ItemId) -> String {
    let short = match item.part {
        Part::Agreement(i) => collection.dossier(item).and_then(|d| d.agreement(i)).map(|a| a.list_title()),
        _ => collection.title(item),
    };
    short.unwrap_or_default().to_owned()
}
