//! What the Memberships pane lists: the organisations of the open dossiers, or those of a pair of states.

use super::row::Row;
use crate::model::{Collection, Dossier};

/// The title of the pane, in the wordings from the fullest to the shortest.
pub fn titles(collection: &Collection, rows: &[Row]) -> Vec<String> {
    pair(collection, rows).map_or_else(|| vec!["Memberships".to_owned()], pair_titles)
}

/// The pair of states whose organisations the rows are; `None` if they are those of the open dossiers.
pub fn pair<'a>(collection: &'a Collection, rows: &[Row]) -> Option<&'a Dossier> {
    let beside = rows.first()?.item().dossier == Collection::BESIDE;
    collection.beside().map(|pair| &**pair).filter(|_| beside)
}

/// The titles of a pair: `Memberships DEU – POL, Jan 2026 · esc`. The key that leads back is in all of them.
fn pair_titles(pair: &Dossier) -> Vec<String> {
    let states = format!("{} · esc", pair.compares.join(" – "));
    let dated =
        pair.as_of.map(|date| format!("Memberships {}, {} · esc", pair.compares.join(" – "), date.shown()));
    dated.into_iter().chain([format!("Memberships {states}"), states]).collect()
}

/// The number of organisations before a search or a filter leaves some out; `open` is that of the open dossiers.
pub fn total(collection: &Collection, rows: &[Row], open: usize) -> usize {
    pair(collection, rows).map_or(open, |pair| pair.organisations.len())
}
