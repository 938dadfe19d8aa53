//! What was done since about each clause, for people and for programs.

use crate::insight::{FollowUp, Lacking, Related};
use crate::model::{Basis, Collection, Item, ItemId};
use crate::report::forms::{Columns, Datum, Report, Sheet, TextWriter};
use crate::text::count;
use serde_json::{Value, json};
use std::io::{self, Write};

/// The clauses: a row for each thing done since, one for a clause with nothing on record; for people those with
/// something done under their agreements, then the others.
pub struct FollowUpReport<'a> {
    /// What the clauses are in.
    pub collection: &'a Collection,
    /// The agreements with their clauses.
    pub found: &'a [FollowUp],
}

impl<'a> FollowUpReport<'a> {
    fn clauses(&self) -> impl Iterator<Item = &'a (ItemId, Vec<Related>)> + use<'a> {
        self.found.iter().flat_map(|of| &of.clauses)
    }
}

impl Report for FollowUpReport<'_> {
    fn sheet(&self) -> Sheet<'_> {
        let collection = self.collection;
        let acts = |(item, done): &'_ (ItemId, Vec<Related>)| {
            let nothing = done.is_empty().then_some((*item, None));
            nothing.into_iter().chain(done.iter().map(|act| (*item, Some(*act)))).collect::<Vec<_>>()
        };
        let rows: Vec<(ItemId, Option<Related>)> = self.clauses().flat_map(acts).collect();
        Sheet::new(columns(), rows.len(), move |at| {
            let (clause, act) = *rows.get(at)?;
            let clause = collection.item(clause)?;
            let basis = act.and_then(|act| act.basis);
            Some(ActRow { clause, done: act.and_then(|act| clause.sibling(act.part)), basis })
        })
    }

    fn text(&self, out: &mut TextWriter<'_>) -> io::Result<()> {
        with_acts(self, out)?;
        let total = self.clauses().count();
        if total == 0 {
            return out.line("", &Lacking::Clauses.words());
        }
        let without = self.clauses().filter(|(_, done)| done.is_empty());
        let without = without.filter_map(|(clause, _)| self.collection.item(*clause));
        let rows: Vec<Vec<String>> = without
            .map(|clause| vec![clause.title().to_owned(), format!("[{}]", clause.address())])
            .collect();
        writeln!(out, "No follow-up on record: {} of {}", rows.len(), count(total, "clause", "clauses"))?;
        out.columns(&rows, 90)?;
        for of in self.found.iter().filter(|of| of.missing > 0) {
            let points = count(of.missing, "more point is", "more points are");
            let agreement = heading(self.collection, of);
            out.line("", &format!("{points} not on record: {agreement}"))?;
        }
        Ok(())
    }

    fn record(&self) -> io::Result<Option<Value>> {
        Ok(self.records()?.map(Value::from))
    }

    /// The clauses, those without anything done with an empty list.
    fn records(&self) -> io::Result<Option<Vec<Value>>> {
        let records =
            self.clauses().filter_map(|(clause, done)| record(self.collection.item(*clause)?, done));
        Ok(Some(records.collect()))
    }
}

/// A clause and something that was done about it, as a row.
pub(super) struct ActRow<'a> {
    clause: Item<'a>,
    done: Option<Item<'a>>,
    basis: Option<Basis>,
}

pub(super) fn columns<'a>() -> Columns<'a, ActRow<'a>> {
    Columns::<ActRow<'a>>::new()
        .data("address", "the address of the clause", |row| row.clause.address())
        .column("agreement", "its agreement", |row| {
            row.clause.agreement().map(|agreement| agreement.list_title())
        })
        .column("heading", "its heading", |row| row.clause.title())
        .column("signed", "when the agreement was signed", |row| Datum::Date(row.clause.date()))
        .data("done_address", "the address of what was done since; absent if nothing is on record", |row| {
            row.done.map(|done| done.address())
        })
        .column("done", "its title", |row| row.done.map(|done| done.list_title()))
        .column("kind", "the kind of item", |row| {
            row.done.map(|done| Datum::term(done.kind(), done.kind().word()))
        })
        .column("date", "when it was done", |row| row.done.map(|done| Datum::Date(done.date())))
        .column(
            "basis",
            "what links it to the clause: source, or reading, which is an interpretation",
            |row| row.basis.map(|basis| Datum::term(basis, basis.word())),
        )
}

fn record(clause: Item<'_>, done: &[Related]) -> Option<Value> {
    let act = |act: &Related| {
        let item = clause.sibling(act.part)?;
        Some(json!({
            "address": item.address().as_str(),
            "kind": item.kind(),
            "date": item.date(),
            "title": item.list_title(),
            "basis": act.basis,
        }))
    };
    let agreement = clause.sibling(clause.id().agreement()?.part)?;
    Some(json!({
        "address": clause.address().as_str(),
        "agreement": agreement.address().as_str(),
        "heading": clause.title(),
        "signed": clause.date(),
        "done": done.iter().filter_map(act).collect::<Vec<_>>(),
    }))
}

/// The clauses under their agreements, each with what was done; not those without anything done.
fn with_acts(report: &FollowUpReport<'_>, out: &mut TextWriter<'_>) -> io::Result<()> {
    let collection = report.collection;
    for of in report.found.iter().filter(|of| of.clauses.iter().any(|(_, done)| !done.is_empty())) {
        out.line("", &heading(collection, of))?;
        for (clause, done) in of.clauses.iter().filter(|(_, done)| !done.is_empty()) {
            let Some(clause) = collection.item(*clause) else { continue };
            writeln!(out)?;
            out.linked("  ", clause.title(), clause.address().as_str())?;
            let rows: Vec<Vec<String>> = done.iter().filter_map(|act| row(clause, act)).collect();
            out.columns(&rows, 90)?;
        }
        writeln!(out)?;
    }
    if report.clauses().any(|(_, done)| !done.is_empty()) {
        let words = "reading: an interpretation, no source makes the link · source: a source makes the link";
        out.line("", words)?;
        writeln!(out)?;
    }
    Ok(())
}

fn heading(collection: &Collection, of: &FollowUp) -> String {
    let Some(agreement) = collection.item(of.agreement) else { return String::new() };
    let date = agreement.date().map(|date| format!(", {}", date.shown())).unwrap_or_default();
    format!("{}{date}  [{}]", agreement.list_title(), agreement.address())
}

fn row(clause: Item<'_>, act: &Related) -> Option<Vec<String>> {
    let item = clause.sibling(act.part)?;
    Some(vec![
        format!("  {}", item.shown_date()),
        item.kind().word().to_owned(),
        item.list_title().to_owned(),
        act.basis.map_or("", Basis::word).to_owned(),
        format!("[{}]", item.address()),
    ])
}
