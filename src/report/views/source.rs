//! The sources.

use super::subject::Subject;
use crate::model::Part;
use crate::report::table::{Cell, Column};

pub(super) const COLUMNS: [Column; 9] = [
    Column::new("address", "the source's address"),
    Column::new("published", "when it was published"),
    Column::new(
        "kind",
        "what kind of source it is; the order of trust: primary, official, reference, news, commentary",
    ),
    Column::new("publisher", "who published it"),
    Column::new("title", "its title, or a neutral description"),
    Column::data("author", "who wrote it"),
    Column::data("language", "two-letter code of its language"),
    Column::data("url", "its web address"),
    Column::data("note", "a remark"),
];

pub(super) fn row<'a>(subject: &Subject<'a>) -> Option<[Cell<'a>; 9]> {
    let Part::Source(i) = subject.item.part else { return None };
    let source = subject.dossier.source(i)?;
    Some([
        subject.address(),
        Cell::Date(source.published),
        Cell::term(source.kind, source.kind.word()),
        Cell::text(Some(&source.publisher)),
        Cell::text(Some(&source.title)),
        Cell::text(source.author.as_deref()),
        Cell::text(source.language.as_deref()),
        Cell::text(source.url.as_deref()),
        Cell::text(source.note.as_deref()),
    ])
}
