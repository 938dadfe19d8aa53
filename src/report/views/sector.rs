//! The sectors, and how much is on record for each.

use super::subject::Subject;
use crate::insight::{named_by_leading, sector_count};
use crate::model::Part;
use crate::report::table::{Cell, Column};

pub(super) const COLUMNS: [Column; 11] = [
    Column::new("address", "the sector's address"),
    Column::new("facts", "how many facts are on record for it: clauses, agreements and events"),
    Column::new("clauses", "how many clauses name it"),
    Column::new("agreements", "how many agreements name it"),
    Column::new("events", "how many events touch it"),
    Column::new("name", "its name"),
    Column::data("named_by_leading", "whether the agreement that the dossier opens with names it"),
    Column::data("summary", "what is known about it as a whole"),
    Column::data("sources", "who says what the summary and the note say"),
    Column::data("disputes", "where sources disagree about it"),
    Column::data("note", "a remark"),
];

pub(super) fn row<'a>(subject: &Subject<'a>) -> Option<[Cell<'a>; 11]> {
    let Part::Sector(i) = subject.item.part else { return None };
    let sector = subject.dossier.sector(i)?;
    let related = &subject.related;
    Some([
        subject.address(),
        Cell::Number(sector_count(subject.collection, subject.item)),
        Cell::Number(related.clauses.len()),
        Cell::Number(related.agreements.len()),
        Cell::Number(related.events.len()),
        Cell::text(Some(&sector.name)),
        Cell::Flag(named_by_leading(subject.dossier, i)),
        Cell::text(sector.summary.as_deref()),
        subject.sources(&sector.sources),
        subject.disputes(),
        Cell::text(sector.note.as_deref()),
    ])
}
