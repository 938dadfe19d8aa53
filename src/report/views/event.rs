//! The timeline.

use super::subject::Subject;
use crate::model::Part;
use crate::report::table::{Cell, Column};

pub(super) const COLUMNS: [Column; 12] = [
    Column::new("address", "the event's address"),
    Column::new("date", "when"),
    Column::new("kind", "what kind of event"),
    Column::new("title", "what, in a few words"),
    Column::data("summary", "what, in a sentence or two"),
    Column::data("sectors", "the sectors it touches"),
    Column::data("agreements", "the agreements it is about"),
    Column::data("organisations", "the organisations it is about"),
    Column::data("carries_out", "the clauses it carries out, each with its basis: source or reading"),
    Column::data("sources", "who says so"),
    Column::data("disputes", "where sources disagree about it"),
    Column::data("note", "a remark"),
];

pub(super) fn row<'a>(subject: &Subject<'a>) -> Option<[Cell<'a>; 12]> {
    let Part::Event(i) = subject.item.part else { return None };
    let event = subject.dossier.event(i)?;
    Some([
        subject.address(),
        Cell::Date(Some(event.date)),
        Cell::term(event.kind, event.kind.word()),
        Cell::text(Some(&event.title)),
        Cell::text(event.summary.as_deref()),
        subject.links(&subject.related.sectors),
        subject.links(&subject.related.agreements),
        subject.links(&subject.related.organisations),
        subject.acts(&subject.related.carries_out),
        subject.sources(&event.sources),
        subject.disputes(),
        Cell::text(event.note.as_deref()),
    ])
}
