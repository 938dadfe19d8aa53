//! The explorer's lists as tables: one kind of item each, with what the explorer shows and all that a program may ask.

mod agreement;
mod clause;
mod dispute;
mod event;
mod mixed;
mod organisation;
mod sector;
mod source;
mod subject;

use super::table::{Cell, Column, Table};
use crate::model::{Collection, ItemId, Kind, Part};
use crate::text::count;
use std::collections::BTreeSet;
use subject::Subject;

/// A table of items of one kind.
pub fn view<'a>(collection: &'a Collection, kind: Kind, items: Vec<ItemId>) -> Table<'a> {
    match kind {
        Kind::Event => table(&event::COLUMNS, event::row, collection, items),
        Kind::Clause => table(&clause::COLUMNS, clause::row, collection, items),
        Kind::Agreement => table(&agreement::COLUMNS, agreement::row, collection, items),
        Kind::Sector => table(&sector::COLUMNS, sector::row, collection, items),
        Kind::Organisation => table(&organisation::COLUMNS, organisation::row, collection, items),
        Kind::Dispute => table(&dispute::COLUMNS, dispute::row, collection, items),
        Kind::Source => table(&source::COLUMNS, source::row, collection, items),
    }
}

/// A table of items of any kinds: what all of them have.
pub fn mixed(collection: &Collection, items: Vec<ItemId>) -> Table<'_> {
    table(&mixed::COLUMNS, mixed::row, collection, items)
}

/// The columns of a view.
pub fn columns(kind: Kind) -> &'static [Column] {
    view(&Collection::default(), kind, Vec::new()).columns()
}

/// So many of a kind, in words.
pub fn counted(kind: Kind, n: usize) -> String {
    match kind {
        Kind::Event => count(n, "event", "events"),
        Kind::Clause => count(n, "clause", "clauses"),
        Kind::Agreement => count(n, "agreement", "agreements"),
        Kind::Sector => count(n, "sector", "sectors"),
        Kind::Organisation => count(n, "organisation", "organisations"),
        Kind::Dispute => count(n, "dispute", "disputes"),
        Kind::Source => count(n, "source", "sources"),
    }
}

/// What of these agreements, or of those of these clauses, is not on record: a line for each.
pub fn not_on_record(collection: &Collection, items: &[ItemId]) -> Vec<String> {
    let agreements: BTreeSet<(u32, u32)> = items
        .iter()
        .filter_map(|item| match item.part {
            Part::Agreement(i) | Part::Clause(i, _) => Some((item.dossier, i)),
            _ => None,
        })
        .collect();
    let line = |(dossier, i): (u32, u32)| {
        let agreement = collection.dossiers().get(dossier as usize)?.agreement(i)?;
        let points = agreement.points.filter(|_| agreement.missing() > 0)?;
        let held = agreement.clauses.len();
        Some(format!(
            "{}: {held} of {points} points on record, {} not",
            agreement.list_title(),
            agreement.missing()
        ))
    };
    agreements.into_iter().filter_map(line).collect()
}

/// A table whose rows have as many cells as it has columns.
fn table<'a, const N: usize>(
    columns: &'static [Column; N],
    row: fn(&Subject<'a>) -> Option<[Cell<'a>; N]>,
    collection: &'a Collection,
    items: Vec<ItemId>,
) -> Table<'a> {
    Table::new(columns, items.len(), move |place| {
        let subject = Subject::new(collection, *items.get(place)?)?;
        row(&subject).map(Vec::from)
    })
}
