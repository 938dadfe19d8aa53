//! The running text of an item, from which snippets are taken.

use crate::model::{Collection, ItemId, Thing};

/// Everything an item says apart from its title, as one text; empty if it is not in the collection.
pub fn body(collection: &Collection, item: ItemId) -> String {
    let Some(item) = collection.item(item) else { return String::new() };
    let mut parts: Vec<&str> = Vec::new();
    match item.thing() {
        Thing::Dispute(dispute) => parts.extend(dispute.claims.iter().map(|claim| claim.says.as_str())),
        Thing::Source(source) => {
            parts.push(&source.publisher);
            parts.extend(source.author.as_deref());
        }
        _ => parts.extend(item.text()),
    }
    parts.extend(item.note());
    if let Thing::Organisation(organisation) = item.thing() {
        parts.extend(organisation.memberships.iter().filter_map(|membership| membership.note.as_deref()));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}
