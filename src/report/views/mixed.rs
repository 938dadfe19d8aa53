//! Items of several kinds in one table: what all of them have. The view of each kind says more.

use super::subject::Subject;
use crate::model::{Date, Part};
use crate::report::table::{Cell, Column};
use std::borrow::Cow;

pub(super) const COLUMNS: [Column; 12] = [
    Column::new("address", "the item's address"),
    Column::new("kind", "what kind of item"),
    Column::new("date", "when it was, was signed or was published"),
    Column::new("title", "its title"),
    Column::new("agreement", "the agreement that a clause stands in"),
    Column::data(
        "text",
        "the text of a clause, the sides of a dispute, the publisher of a source, the summary of anything else",
    ),
    Column::data(
        "wording",
        "how near a clause's text is to the instrument: official, translation or summary",
    ),
    Column::data("not_on_record", "how many points of an agreement are not on record"),
    Column::data("sectors", "the sectors it names or touches"),
    Column::data("sources", "who says so"),
    Column::data("disputes", "where sources disagree about it"),
    Column::data("note", "a remark"),
];

/// What the kinds have under different names.
#[derive(Default)]
struct Common<'a> {
    text: Option<Cow<'a, str>>,
    wording: Option<Cell<'a>>,
    not_on_record: Option<usize>,
    sources: &'a [String],
    note: Option<&'a str>,
}

pub(super) fn row<'a>(subject: &Subject<'a>) -> Option<[Cell<'a>; 12]> {
    let common = common(subject)?;
    let date: Option<Date> = subject.collection.date(subject.item);
    let kind = subject.item.kind();
    Some([
        subject.address(),
        Cell::term(kind, kind.word()),
        date.map_or(Cell::Absent, |date| Cell::Date(Some(date))),
        Cell::text(subject.collection.title(subject.item)),
        subject.parent(),
        common.text.map_or(Cell::Absent, Cell::Text),
        common.wording.unwrap_or(Cell::Absent),
        Cell::number(common.not_on_record),
        subject.links(&subject.related.sectors),
        subject.sources(common.sources),
        subject.disputes(),
        Cell::text(common.note),
    ])
}

fn common<'a>(subject: &Subject<'a>) -> Option<Common<'a>> {
    let dossier = subject.dossier;
    let text = |text: &'a Option<String>| text.as_deref().map(Cow::Borrowed);
    Some(match subject.item.part {
        Part::Agreement(i) => {
            let found = dossier.agreement(i)?;
            let missing = found.points.map(|_| found.missing());
            let (sources, note) = (found.sources.as_slice(), found.note.as_deref());
            Common { text: text(&found.summary), not_on_record: missing, sources, note, ..Common::default() }
        }
        Part::Clause(..) => {
            let found = dossier.clause(subject.item.part)?;
            Common {
                text: Some(Cow::Borrowed(&found.text)),
                wording: Some(Cell::term(found.wording, found.wording.word())),
                sources: &found.sources,
                note: found.note.as_deref(),
                ..Common::default()
            }
        }
        Part::Event(i) => {
            let found = dossier.event(i)?;
            let (sources, note) = (found.sources.as_slice(), found.note.as_deref());
            Common { text: text(&found.summary), sources, note, ..Common::default() }
        }
        Part::Sector(i) => {
            let found = dossier.sector(i)?;
            let (sources, note) = (found.sources.as_slice(), found.note.as_deref());
            Common { text: text(&found.summary), sources, note, ..Common::default() }
        }
        Part::Organisation(i) => {
            let found = dossier.organisation(i)?;
            let (sources, note) = (found.sources.as_slice(), found.note.as_deref());
            Common { text: text(&found.summary), sources, note, ..Common::default() }
        }
        Part::Dispute(i) => {
            let found = dossier.dispute(i)?;
            let sides: Vec<&str> = found.claims.iter().map(|claim| claim.says.as_str()).collect();
            let text = Some(Cow::Owned(sides.join("; ")));
            Common { text, note: found.note.as_deref(), ..Common::default() }
        }
        Part::Source(i) => {
            let found = dossier.source(i)?;
            let text = Some(Cow::Borrowed(found.publisher.as_str()));
            Common { text, note: found.note.as_deref(), ..Common::default() }
        }
    })
}
