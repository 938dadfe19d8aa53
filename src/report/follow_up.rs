//! What was done since about each clause, for people and for programs.

use super::columns::columns;
use super::item::{address, list_title};
use crate::insight::{FollowUp, Related};
use crate::model::{Basis, Collection, Date, ItemId, Kind, Part};
use crate::text::{count, shown};
use serde::Serialize;
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

/// Writes the clauses as a JSON array, those without anything done with an empty list.
///
/// # Errors
/// What the writer returns.
pub fn follow_up_json(collection: &Collection, found: &[FollowUp], out: &mut impl Write) -> io::Result<()> {
    let clauses: Vec<Clause> = found
        .iter()
        .flat_map(|of| &of.clauses)
        .map(|(item, done)| Clause {
            address: address(collection, *item),
            agreement: address(collection, agreement_of(*item)),
            heading: list_title(collection, *item),
            signed: collection.date(*item),
            done: done.iter().map(|act| in_json(collection, *item, act)).collect(),
        })
        .collect();
    serde_json::to_writer_pretty(&mut *out, &clauses)?;
    writeln!(out)
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
pub fn follow_up_text(collection: &Collection, found: &[FollowUp], out: &mut impl Write) -> io::Result<()> {
    for of in found.iter().filter(|of| of.clauses.iter().any(|(_, done)| !done.is_empty())) {
        writeln!(out, "{}", heading(collection, of))?;
        for (clause, done) in of.clauses.iter().filter(|(_, done)| !done.is_empty()) {
            writeln!(
                out,
                "\n  {}  [{}]",
                shown(&list_title(collection, *clause)),
                address(collection, *clause)
            )?;
            let rows: Vec<Vec<String>> = done.iter().map(|act| row(collection, *clause, act)).collect();
            columns(&rows, 90, out)?;
        }
        writeln!(out)?;
    }
    let all = found.iter().flat_map(|of| &of.clauses);
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
    columns(&rows, 90, out)?;
    for of in found.iter().filter(|of| of.missing > 0) {
        let points = count(of.missing, "more point is", "more points are");
        writeln!(out, "{points} not on record: {}", heading(collection, of))?;
    }
    Ok(())
}

fn heading(collection: &Collection, of: &FollowUp) -> String {
    let date = collection.date(of.agreement).map(|d| format!(", {}", d.shown())).unwrap_or_default();
    format!("{}{date}  [{}]", shown(&list_title(collection, of.agreement)), address(collection, of.agreement))
}

fn row(collection: &Collection, clause: ItemId, act: &Related) -> Vec<String> {
    let item = ItemId { part: act.part, ..clause };
    let basis = match act.basis {
        Some(Basis::Source) => "a source says so",
        Some(Basis::Reading) => "the dossier's reading",
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

fn agreement_of(item: ItemId) -> ItemId {
    match item.part {
        Part::Clause(agreement, _) => ItemId { part: Part::Agreement(agreement), ..item },
        _ => item,
    }
}
