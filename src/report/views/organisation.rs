//! The memberships: organisations, and the parties' places in them.

use super::subject::Subject;
use crate::model::{Membership, Part, Standing};
use crate::report::table::{Cell, Column, Entry};
use serde_json::{Value, json};
use std::borrow::Cow;

pub(super) const COLUMNS: [Column; 12] = [
    Column::new("address", "the organisation's address"),
    Column::new("standing", "how the compared parties stand to each other: same, differ or one-sided"),
    Column::new("shared_since", "since when all of them take part"),
    Column::new("name", "its name"),
    Column::new(
        "memberships",
        "the parties' places: party, status, the source's word, since, until, founding, sources",
    ),
    Column::data("abbreviation", "its abbreviation"),
    Column::data("founded", "when it was founded"),
    Column::data("events", "the events about it"),
    Column::data("summary", "what it is"),
    Column::data("sources", "who says so"),
    Column::data("disputes", "where sources disagree about it or a place in it"),
    Column::data("note", "a remark"),
];

pub(super) fn row<'a>(subject: &Subject<'a>) -> Option<[Cell<'a>; 12]> {
    let Part::Organisation(i) = subject.item.part else { return None };
    let organisation = subject.dossier.organisation(i)?;
    let standing = subject.dossier.standing(organisation);
    let id = match standing {
        Standing::Same => "same",
        Standing::Differ => "differ",
        Standing::OneSided => "one-sided",
    };
    let places = organisation.memberships.iter().map(|membership| place(subject, membership));
    Some([
        subject.address(),
        Cell::Named(id.to_owned(), Cow::Borrowed(standing.word())),
        organisation
            .shared_since(&subject.dossier.compares)
            .map_or(Cell::Absent, |since| Cell::Date(Some(since))),
        Cell::text(Some(&organisation.name)),
        Cell::List(places.collect()),
        Cell::text(organisation.abbreviation.as_deref()),
        Cell::Date(organisation.founded),
        subject.links(&subject.related.events),
        Cell::text(organisation.summary.as_deref()),
        subject.sources(&organisation.sources),
        subject.disputes(),
        Cell::text(organisation.note.as_deref()),
    ])
}

fn place<'a>(subject: &Subject<'a>, membership: &'a Membership) -> Entry<'a> {
    let sources =
        |ids: &[String]| -> Vec<Value> { ids.iter().map(|id| Value::from(subject.id_address(id))).collect() };
    let data = json!({
        "party": membership.party,
        "status": membership.status,
        "status_text": membership.status_text,
        "founding": membership.founding,
        "since": membership.since,
        "until": membership.until,
        "sources": sources(&membership.sources),
        "since_sources": sources(&membership.since_sources),
        "note": membership.note,
    });
    let party = subject.dossier.party_name(&membership.party);
    let dates = [("since", membership.since), ("until", membership.until)];
    let dates: String =
        dates.iter().filter_map(|(word, date)| Some(format!(" {word} {}", date.as_ref()?.shown()))).collect();
    Entry { data, words: Cow::Owned(format!("{party}: {}{dates}", membership.status_word())) }
}
