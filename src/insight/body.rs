//! The running text of an item, from which snippets are taken.

use crate::model::{Collection, ItemId, Thing};
use crate::text::grid::running;
use std::borrow::Cow;

/// Everything an item says apart from its title, as one text; empty if it is not in the collection.
pub fn body(collection: &Collection, item: ItemId) -> String {
    let Some(item) = collection.item(item) else { return String::new() };
    let mut parts: Vec<Cow<'_, str>> = Vec::new();
    match item.thing() {
        Thing::Dispute(dispute) => parts.extend(dispute.claims.iter().map(|claim| Cow::from(&claim.says))),
        Thing::Source(source) => {
            parts.push(Cow::from(&source.publisher));
            parts.extend(source.author.as_deref().map(Cow::from));
        }
        _ => parts.extend(item.text().map(running)),
    }
    parts.extend(item.note().map(Cow::from));
    if let Thing::Organisation(organisation) = item.thing() {
        parts.extend(
            organisation
                .memberships
                .iter()
                .filter_map(|membership| membership.note.as_deref())
                .map(Cow::from),
        );
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}
