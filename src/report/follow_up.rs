//! What was done since about each clause, for people and for programs.

use super::columns::columns;
use super::item::{address, list_title};
use super::lines::{Words, linked, wrapped};
use super::table::{Cell, Column, Table, TextLook};
use crate::insight::{FollowUp, Related};
use crate::model::{Basis, Collection, Date, ItemId, Kind};
use crate::text::count;
use serde::Serialize;
use serde_json::Value;
use std::io::{self, Write};

/// A clause, as JSON has it.
#[derive(Serialize)]
struct Clause {
    address: String,
    agreement: String,
    heading: String,
    signed: Option<Date>,
    done: Vec<Act>,
}

/// What was done.
#[derive(Serialize)]
struct Act {
    address: String,
    kind: Kind,
    date: Option<Date>,
    title: String,
    basis: Option<Basis>,
}

/// The clauses as values, those without anything done with an empty list.
///
/// # Errors
/// Where a value cannot be written as JSON, which no dossier makes happen.
pub fn follow_up_records(collection: &Collection, found: &[FollowUp]) -> serde_json::Result<Vec<Value>> {
    let clauses = found.iter().flat_map(|of| &of.clauses);
    let record = |(item, done): &(ItemId, Vec<Related>)| {
        serde_json::to_value(Clause {
            address: address(collection, *item),
            agreement: address(collection, item.agreement().unwrap_or(*item)),
            heading: list_title(collection, *item),
            signed: collection.date(*item),
            done: done.iter().map(|act| in_json(collection, *item, act)).collect(),
        })
    };
    clauses.map(record).collect()
}

/// The columns of [`follow_up_table`].
pub const FOLLOW_UP_COLUMNS: [Column; 9] = [
    Column::data("address", "the address of the clause"),
    Column::new("agreement", "its agreement"),
    Column::new("heading", "its heading"),
    Column::new("signed", "when the agreement was signed"),
    Column::data("done_address", "what was done since; absent where nothing is on record"),
    Column::new("done", "its title"),
    Column::new("kind", "what kind of thing it is"),
    Column::new("date", "when it was done"),
    Column::new("basis", "who ties it to the clause: a source, or the reading of the dossier"),
];

/// The clauses as a table: a row for each thing done since, one for a clause about which nothing is on record.
pub fn follow_up_table<'a>(collection: &'a Collection, found: &'a [FollowUp]) -> Table<'a> {
    let clauses = found.iter().flat_map(|of| &of.clauses);
    let acts = |(item, done): &'a (ItemId, Vec<Related>)| {
        let nothing = done.is_empty().then_some((*item, None));
        nothing.into_iter().chain(done.iter().map(|act| (*item, Some(act))))
    };
    let rows: Vec<(ItemId, Option<&Related>)> = clauses.flat_map(acts).collect();
    Table::new(&FOLLOW_UP_COLUMNS, rows.len(), move |at| {
        let (clause, act) = *rows.get(at)?;
        let done = act.map(|act| ItemId { part: act.part, ..clause });
        let named = |name: fn(&Collection, ItemId) -> String| {
            done.map_or(Cell::Absent, |item| Cell::Text(name(collection, item).into()))
        };
        Some(vec![
            Cell::Text(address(collection, clause).into()),
            Cell::Text(list_title(collection, clause.agreement().unwrap_or(clause)).into()),
            Cell::Text(list_title(collection, clause).into()),
            Cell::Date(collection.date(clause)),
            named(address),
            named(list_title),
            done.map_or(Cell::Absent, |item| Cell::term(item.kind(), item.kind().word())),
            done.map_or(Cell::Absent, |item| Cell::Date(collection.date(item))),
            act.and_then(|act| act.basis).map_or(Cell::Absent, |basis| Cell::term(basis, basis.word())),
        ])
    })
}

fn in_json(collection: &Collection, clause: ItemId, act: &Related) -> Act {
    let item = ItemId { part: act.part, ..clause };
    Act {
        address: address(collection, item),
        kind: item.kind(),
        date: collection.date(item),
        title: list_title(collection, item),
        basis: act.basis,
    }
}

/// Writes it for people: clauses with what was done under their agreements, then those without any.
///
/// # Errors
/// What the writer returns.
pub fn follow_up_text(
    collection: &Collection,
    found: &[FollowUp],
    look: TextLook,
    out: &mut impl Write,
) -> io::Result<()> {
    for of in found.iter().filter(|of| of.clauses.iter().any(|(_, done)| !done.is_empty())) {
        wrapped("", &heading(collection, of), look, out)?;
        for (clause, done) in of.clauses.iter().filter(|(_, done)| !done.is_empty()) {
            let title = Words::of(&list_title(collection, *clause), &[]);
            writeln!(out)?;
            linked("  ", title, &address(collection, *clause), look, out)?;
            let rows: Vec<Vec<String>> = done.iter().map(|act| row(collection, *clause, act)).collect();
            columns(&rows, 90, look, out)?;
        }
        writeln!(out)?;
    }
    let all = found.iter().flat_map(|of| &of.clauses);
    if all.clone().any(|(_, done)| !done.is_empty()) {
        let words = "reading: the dossier ties it to the clause, no source does · source: a source does";
        wrapped("", words, look, out)?;
        writeln!(out)?;
    }
    let total = all.clone().count();
    let without: Vec<ItemId> = all.filter(|(_, done)| done.is_empty()).map(|(clause, _)| *clause).collect();
    if total == 0 {
        return writeln!(out, "No clauses are on record.");
    }
    writeln!(out, "Nothing on record since: {} of {}", without.len(), count(total, "clause", "clauses"))?;
    let rows: Vec<Vec<String>> = without
        .iter()
        .map(|clause| vec![list_title(collection, *clause), format!("[{}]", address(collection, *clause))])
        .collect();
    columns(&rows, 90, look, out)?;
    for of in found.iter().filter(|of| of.missing > 0) {
        let points = count(of.missing, "more point is", "more points are");
        wrapped("", &format!("{points} not on record: {}", heading(collection, of)), look, out)?;
    }
    Ok(())
}

fn heading(collection: &Collection, of: &FollowUp) -> String {
    let date = collection.date(of.agreement).map(|d| format!(", {}", d.shown())).unwrap_or_default();
    format!("{}{date}  [{}]", list_title(collection, of.agreement), address(collection, of.agreement))
}

fn row(collection: &Collection, clause: ItemId, act: &Related) -> Vec<String> {
    let item = ItemId { part: act.part, ..clause };
    let basis = match act.basis {
        Some(Basis::Source) => "source",
        Some(Basis::Reading) => "reading",
        None => "",
    };
    vec![
        format!("  {}", collection.date(item).map_or_else(|| "undated".to_owned(), |d| d.shown())),
        item.kind().word().to_owned(),
        list_title(collection, item),
        basis.to_owned(),
        format!("[{}]", address(collection, item)),
    ]
}
