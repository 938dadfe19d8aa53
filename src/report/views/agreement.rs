//! The agreements.

use super::subject::Subject;
use crate::model::{Agreement, Part};
use crate::report::table::{Cell, Column, Entry};
use serde_json::json;
use std::borrow::Cow;

pub(super) const COLUMNS: [Column; 20] = [
    Column::new("address", "the agreement's address"),
    Column::new("signed", "when it was signed"),
    Column::new("kind", "what it calls itself"),
    Column::new("clauses", "how many of its clauses are on record"),
    Column::new("points", "how many points or articles it is said to have"),
    Column::new("short_title", "its title for lists: the short one where there is one"),
    Column::data("title", "its full title"),
    Column::data("not_on_record", "how many of its points are not on record"),
    Column::data("in_force", "when it entered into force"),
    Column::data("place", "where it was signed"),
    Column::data("parties", "the parties, by their ids"),
    Column::data("signatories", "who signed: name, office, party"),
    Column::data("summary", "what it is about"),
    Column::data("sectors", "the sectors that it or one of its clauses names"),
    Column::data("package", "the other documents of its package"),
    Column::data("carries_out", "earlier clauses it carries out, each with its basis: source or reading"),
    Column::data("done_since", "what carries it out, newest first, each with its basis: source or reading"),
    Column::data("sources", "who says so"),
    Column::data("disputes", "where sources disagree about it"),
    Column::data("note", "a remark"),
];

pub(super) fn row<'a>(subject: &Subject<'a>) -> Option<[Cell<'a>; 20]> {
    let Part::Agreement(i) = subject.item.part else { return None };
    let agreement = subject.dossier.agreement(i)?;
    let points = agreement.points.and_then(|points| usize::try_from(points).ok());
    Some([
        subject.address(),
        Cell::Date(agreement.signed),
        agreement.kind.map_or(Cell::Absent, |kind| Cell::term(kind, kind.word())),
        Cell::Number(agreement.clauses.len()),
        Cell::number(points),
        Cell::text(Some(agreement.list_title())),
        Cell::text(Some(&agreement.title)),
        Cell::number(points.map(|_| agreement.missing())),
        Cell::Date(agreement.in_force),
        Cell::text(agreement.place.as_deref()),
        parties(subject, agreement),
        signatories(agreement),
        Cell::text(agreement.summary.as_deref()),
        subject.links(&subject.related.sectors),
        subject.links(&subject.related.agreements),
        subject.acts(&subject.related.carries_out),
        subject.acts(&subject.related.done_since),
        subject.sources(&agreement.sources),
        subject.disputes(),
        Cell::text(agreement.note.as_deref()),
    ])
}

fn parties<'a>(subject: &Subject<'a>, agreement: &'a Agreement) -> Cell<'a> {
    let entry =
        |id: &'a String| Entry { data: json!(id), words: Cow::Borrowed(subject.dossier.party_name(id)) };
    Cell::List(agreement.parties.iter().map(entry).collect())
}

fn signatories(agreement: &Agreement) -> Cell<'_> {
    let entries = agreement.signatories.iter().map(|signatory| Entry {
        data: json!({ "name": signatory.name, "office": signatory.office, "party": signatory.party }),
        words: Cow::Borrowed(signatory.name.as_str()),
    });
    Cell::List(entries.collect())
}
