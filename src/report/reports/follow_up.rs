//! What was done since about each clause, for people and for programs.

use crate::insight::{FollowUp, Related};
use crate::model::{Basis, Collection, Date, Item, ItemId, Kind};
use crate::report::forms::text::columns::columns;
use crate::report::forms::text::lines::{Highlighted, linked, wrapped};
use crate::report::forms::{Attribute, Datum, Report, Sheet, TextLook};
use crate::text::count;
use serde::Serialize;
use serde_json::Value;
use std::io::{self, Write};

/// A clause as JSON.
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

/// The columns of a [`FollowUpReport`].
pub const FOLLOW_UP_COLUMNS: [Attribute; 9] = [
    Attribute::data("address", "the address of the clause"),
    Attribute::new("agreement", "its agreement"),
    Attribute::new("heading", "its heading"),
    Attribute::new("signed", "when the agreement was signed"),
    Attribute::data("done_address", "the address of what was done since; absent if nothing is on record"),
    Attribute::new("done", "its title"),
    Attribute::new("kind", "the kind of item"),
    Attribute::new("date", "when it was done"),
    Attribute::new("basis", "what links it to the clause: source, or reading, which is an interpretation"),
];

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

impl<'a> Report for FollowUpReport<'a> {
    fn sheet(&self) -> Sheet<'_> {
        let collection = self.collection;
        let acts = |(item, done): &'_ (ItemId, Vec<Related>)| {
            let nothing = done.is_empty().then_some((*item, None));
            nothing.into_iter().chain(done.iter().map(|act| (*item, Some(*act)))).collect::<Vec<_>>()
        };
        let rows: Vec<(ItemId, Option<Related>)> = self.clauses().flat_map(acts).collect();
        Sheet::new(&FOLLOW_UP_COLUMNS, rows.len(), move |at| {
            let (clause, act) = *rows.get(at)?;
            let clause = collection.item(clause)?;
            let done = act.and_then(|act| clause.sibling(act.part));
            let of_done = |datum: fn(Item<'a>) -> Datum<'a>| done.map(datum).unwrap_or_default();
            Some(vec![
                clause.address().into(),
                clause.agreement()?.list_title().into(),
                clause.title().into(),
                Datum::Date(clause.date()),
                of_done(|item| item.address().into()),
                of_done(|item| item.list_title().into()),
                of_done(|item| Datum::term(item.kind(), item.kind().word())),
                of_done(|item| Datum::Date(item.date())),
                act.and_then(|act| act.basis)
                    .map(|basis| Datum::term(basis, basis.word()))
                    .unwrap_or_default(),
            ])
        })
    }

    fn text(&self, look: TextLook, out: &mut dyn Write) -> io::Result<()> {
        with_acts(self, look, out)?;
        let total = self.clauses().count();
        if total == 0 {
            return writeln!(out, "No clauses are on record.");
        }
        let without = self.clauses().filter(|(_, done)| done.is_empty());
        let without = without.filter_map(|(clause, _)| self.collection.item(*clause));
        let rows: Vec<Vec<String>> = without
            .map(|clause| vec![clause.title().to_owned(), format!("[{}]", clause.address())])
            .collect();
        writeln!(out, "No follow-up on record: {} of {}", rows.len(), count(total, "clause", "clauses"))?;
        columns(&rows, 90, look, out)?;
        for of in self.found.iter().filter(|of| of.missing > 0) {
            let points = count(of.missing, "more point is", "more points are");
            let agreement = heading(self.collection, of);
            wrapped("", &format!("{points} not on record: {agreement}"), look, out)?;
        }
        Ok(())
    }

    fn record(&self) -> io::Result<Option<Value>> {
        Ok(self.records()?.map(Value::from))
    }

    /// The clauses, those without anything done with an empty list.
    fn records(&self) -> io::Result<Option<Vec<Value>>> {
        let records = self.clauses().filter_map(|(clause, done)| record(self.collection, *clause, done));
        Ok(Some(records.map(serde_json::to_value).collect::<Result<_, _>>()?))
    }
}

fn record(collection: &Collection, clause: ItemId, done: &[Related]) -> Option<Clause> {
    let of = collection.item(clause)?;
    let act = |act: &Related| {
        let item = of.sibling(act.part)?;
        Some(Act {
            address: item.address().into(),
            kind: item.kind(),
            date: item.date(),
            title: item.list_title().to_owned(),
            basis: act.basis,
        })
    };
    Some(Clause {
        address: of.address().into(),
        agreement: collection.address_text(clause.agreement()?),
        heading: of.title().to_owned(),
        signed: of.date(),
        done: done.iter().filter_map(act).collect(),
    })
}

/// The clauses under their agreements, each with what was done; not those without anything done.
fn with_acts(report: &FollowUpReport<'_>, look: TextLook, out: &mut dyn Write) -> io::Result<()> {
    let collection = report.collection;
    for of in report.found.iter().filter(|of| of.clauses.iter().any(|(_, done)| !done.is_empty())) {
        wrapped("", &heading(collection, of), look, out)?;
        for (clause, done) in of.clauses.iter().filter(|(_, done)| !done.is_empty()) {
            let Some(clause) = collection.item(*clause) else { continue };
            writeln!(out)?;
            linked("  ", Highlighted::of(clause.title(), &[]), clause.address().as_str(), look, out)?;
            let rows: Vec<Vec<String>> = done.iter().filter_map(|act| row(clause, act)).collect();
            columns(&rows, 90, look, out)?;
        }
        writeln!(out)?;
    }
    if report.clauses().any(|(_, done)| !done.is_empty()) {
        let words = "reading: an interpretation, no source makes the link · source: a source makes the link";
        wrapped("", words, look, out)?;
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
