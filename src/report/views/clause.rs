//! The clauses on record.

use super::subject::Subject;
use crate::report::table::{Cell, Column};

pub(super) const COLUMNS: [Column; 11] = [
    Column::new("address", "the clause's address"),
    Column::new("number", "its number as printed"),
    Column::new("heading", "its heading"),
    Column::new("agreement", "the agreement it stands in"),
    Column::new("wording", "how near the text is to the instrument: official, translation or summary"),
    Column::data("text", "its text"),
    Column::data("sectors", "the sectors it names"),
    Column::data("done_since", "what carries it out, newest first, each with its basis: source or reading"),
    Column::data("sources", "who says that it is there"),
    Column::data("disputes", "where sources disagree about it"),
    Column::data("note", "a remark"),
];

pub(super) fn row<'a>(subject: &Subject<'a>) -> Option<[Cell<'a>; 11]> {
    let clause = subject.dossier.clause(subject.item.part)?;
    Some([
        subject.address(),
        Cell::text(clause.number.as_deref()),
        Cell::text(Some(&clause.heading)),
        subject.parent(),
        Cell::term(clause.wording, clause.wording.word()),
        Cell::text(Some(&clause.text)),
        subject.links(&subject.related.sectors),
        subject.acts(&subject.related.done_since),
        subject.sources(&clause.sources),
        subject.disputes(),
        Cell::text(clause.note.as_deref()),
    ])
}
