//! Words that several reports share.

use crate::model::{Collection, ItemId, Kind};
use crate::text::count;
use std::collections::BTreeSet;

/// A number of items of a kind, in words: `3 clauses`.
pub fn counted(kind: Kind, n: usize) -> String {
    match kind {
        Kind::Event => count(n, "event", "events"),
        Kind::Clause => count(n, "clause", "clauses"),
        Kind::Chapter => count(n, "chapter", "chapters"),
        Kind::Agreement => count(n, "agreement", "agreements"),
        Kind::Sector => count(n, "sector", "sectors"),
        Kind::Organisation => count(n, "organisation", "organisations"),
        Kind::Dispute => count(n, "dispute", "disputes"),
        Kind::Source => count(n, "source", "sources"),
    }
}

/// The points of these agreements, or of the agreements of these clauses, that are not on record: a line for each
/// agreement.
pub fn not_on_record(collection: &Collection, items: &[ItemId]) -> Vec<String> {
    let agreements: BTreeSet<ItemId> = items.iter().filter_map(|item| item.agreement()).collect();
    let line = |item: ItemId| {
        let agreement = collection.agreement(item)?;
        let points = agreement.points.filter(|_| agreement.missing() > 0)?;
        let (title, held, missing) = (agreement.list_title(), agreement.clauses.len(), agreement.missing());
        Some(format!("{title}: {held} of {points} points on record, {missing} not"))
    };
    agreements.into_iter().filter_map(line).collect()
}
