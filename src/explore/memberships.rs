//! What the Memberships pane lists: the organisations of the open dossiers, or those of a pair of states.

use super::rows::Row;
use crate::model::{Collection, Dossier};

/// The heading of the pane.
pub fn title(collection: &Collection, rows: &[Row]) -> String {
    pair(collection, rows).map_or_else(|| "Memberships".to_owned(), pair_title)
}

/// The pair of states whose organisations the rows are; `None` if they are those of the open dossiers.
pub fn pair<'a>(collection: &'a Collection, rows: &[Row]) -> Option<&'a Dossier> {
    let beside = rows.first()?.item().dossier == Collection::BESIDE;
    collection.beside().map(|pair| &**pair).filter(|_| beside)
}

/// The heading for a pair: `Memberships DEU – POL, Jan 2026 · esc`.
fn pair_title(pair: &Dossier) -> String {
    let date = pair.as_of.map(|d| format!(", {}", d.shown())).unwrap_or_default();
    format!("Memberships {}{date} · esc", pair.compares.join(" – "))
}

/// The number of organisations before a search or a filter leaves some out; `open` is that of the open dossiers.
pub fn total(collection: &Collection, rows: &[Row], open: usize) -> usize {
    pair(collection, rows).map_or(open, |pair| pair.organisations.len())
}
