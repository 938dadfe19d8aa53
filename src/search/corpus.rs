//! What is searched of each item: the only file of the search that knows the form of a dossier.

use crate::model::{
    Agreement, Clause, Collection, Date, Day, Dispute, Dossier, Event, ItemId, Organisation, Part, Source,
};

/// Where in an item a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The title, name, heading or topic, as lists show it.
    Title,
    /// The full title of an agreement that has a shorter one.
    FullTitle,
    /// The abbreviation of an organisation.
    Abbreviation,
    /// The item's own date.
    Date,
    /// The text of a clause.
    Text,
    /// A summary.
    Summary,
    /// A remark.
    Note,
    /// A clause's number.
    Number,
    /// What an agreement calls itself.
    Kind,
    /// A place of signing.
    Place,
    /// A party.
    Party,
    /// Who signed, and in which office.
    Signatory,
    /// The status of a membership, since when, and remarks on it.
    Membership,
    /// A side of a dispute.
    Claim,
    /// Who published or wrote a source.
    Publisher,
}

impl Field {
    /// The word for people.
    pub fn word(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::FullTitle => "full title",
            Self::Abbreviation => "abbreviation",
            Self::Date => "date",
            Self::Text => "text",
            Self::Summary => "summary",
            Self::Note => "note",
            Self::Number => "number",
            Self::Kind => "kind",
            Self::Place => "place",
            Self::Party => "party",
            Self::Signatory => "signatory",
            Self::Membership => "membership",
            Self::Claim => "claim",
            Self::Publisher => "publisher",
        }
    }

    /// How much a word counts that stands here in such an item. A source or a dispute backs something else that is
    /// searched for; its title counts as running text, so that it follows what it backs.
    pub(super) fn weight(self, part: Part) -> Weight {
        match self {
            _ if backs(part) => Weight::Text,
            Self::Abbreviation => Weight::Whole,
            Self::Title => Weight::Title,
            Self::FullTitle => Weight::FullTitle,
            Self::Date => Weight::Date,
            _ => Weight::Text,
        }
    }
}

/// How much the place of a word counts, from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Weight {
    /// Running text, notes and details.
    Text,
    /// The item's date.
    Date,
    /// The full title where lists show a shorter one.
    FullTitle,
    /// The title that lists show, of several words.
    Title,
    /// The word is a title by itself: an abbreviation, a sector's name.
    Whole,
}

impl Weight {
    /// Every weight, from least to most.
    pub(super) const ALL: [Self; 5] = [Self::Text, Self::Date, Self::FullTitle, Self::Title, Self::Whole];
}

/// Where an item stands among equals: what is searched for comes before what only backs it, then by date (undated
/// last), then in the order of the collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Order {
    backs: bool,
    undated: bool,
    day: Option<Day>,
    item: ItemId,
}

impl Order {
    /// The place of an item.
    pub(super) fn of(collection: &Collection, item: ItemId) -> Self {
        let day = collection.date(item).map(|date| date.begins());
        Self { backs: backs(item.part), undated: day.is_none(), day, item }
    }

    /// The place of the item `ahead` items further on, which has the same date.
    pub(super) fn ahead(self, ahead: u32) -> Self {
        Self { item: later(self.item, ahead), ..self }
    }

    /// The item.
    pub(super) fn item(self) -> ItemId {
        self.item
    }
}

/// Whether an item only backs others.
pub(super) fn backs(part: Part) -> bool {
    matches!(part, Part::Source(_) | Part::Dispute(_))
}

/// Items that follow each other in a dossier and have one date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// The first of them.
    pub(super) item: ItemId,
    /// How many.
    pub(super) len: u32,
}

impl Run {
    /// The first `len` items, and the others.
    pub(super) fn split(self, len: u32) -> (Self, Self) {
        let len = len.min(self.len);
        (Self { len, ..self }, Self { item: later(self.item, len), len: self.len - len })
    }
}

/// The items of a dossier in the order of the collection. `dossier` is its place there.
pub(super) fn runs(place: u32, dossier: &Dossier) -> impl Iterator<Item = Run> + '_ {
    let run = move |part: Part, len: usize| Run {
        item: ItemId { dossier: place, part },
        len: u32::try_from(len).unwrap_or(u32::MAX),
    };
    let agreements = (0u32..).zip(&dossier.agreements).map(move |(i, _)| run(Part::Agreement(i), 1));
    let clauses =
        (0u32..).zip(&dossier.agreements).map(move |(i, a)| run(Part::Clause(i, 0), a.clauses.len()));
    let events = (0u32..).zip(&dossier.events).map(move |(i, _)| run(Part::Event(i), 1));
    let undated = [
        run(Part::Sector(0), dossier.sectors.len()),
        run(Part::Organisation(0), dossier.organisations.len()),
        run(Part::Dispute(0), dossier.disputes.len()),
    ];
    let sources = (0u32..).zip(&dossier.sources).map(move |(i, _)| run(Part::Source(i), 1));
    agreements.chain(clauses).chain(events).chain(undated).chain(sources).filter(|run| run.len > 0)
}

/// The item `ahead` items further on in its list.
fn later(item: ItemId, ahead: u32) -> ItemId {
    let part = match item.part {
        Part::Agreement(i) => Part::Agreement(i + ahead),
        Part::Clause(a, c) => Part::Clause(a, c + ahead),
        Part::Event(i) => Part::Event(i + ahead),
        Part::Sector(i) => Part::Sector(i + ahead),
        Part::Organisation(i) => Part::Organisation(i + ahead),
        Part::Dispute(i) => Part::Dispute(i + ahead),
        Part::Source(i) => Part::Source(i + ahead),
    };
    ItemId { part, ..item }
}

/// How many items `item` is ahead of `from` in the same list; none where it is not.
pub(super) fn ahead(from: ItemId, item: ItemId) -> Option<u32> {
    let (list, first) = place(from);
    let (other, place) = place(item);
    (list == other).then(|| place.checked_sub(first)).flatten()
}

/// The list an item stands in, told by the list's first item, and its place there.
fn place(item: ItemId) -> (ItemId, u32) {
    let (first, place) = match item.part {
        Part::Agreement(i) => (Part::Agreement(0), i),
        Part::Clause(a, c) => (Part::Clause(a, 0), c),
        Part::Event(i) => (Part::Event(0), i),
        Part::Sector(i) => (Part::Sector(0), i),
        Part::Organisation(i) => (Part::Organisation(0), i),
        Part::Dispute(i) => (Part::Dispute(0), i),
        Part::Source(i) => (Part::Source(0), i),
    };
    (ItemId { part: first, ..item }, place)
}

/// Hears each text of an item, titles first. The texts are those of the dossier, but for dates, which are spelt out.
pub(super) fn each_text(dossier: &Dossier, part: Part, mut each: impl FnMut(Field, &str)) {
    let known = match part {
        Part::Agreement(i) => dossier.agreement(i).map(|a| agreement(dossier, a, &mut each)),
        Part::Clause(..) => dossier.clause(part).map(|c| clause(c, &mut each)),
        Part::Event(i) => dossier.event(i).map(|e| event(e, &mut each)),
        Part::Sector(i) => dossier.sector(i).map(|s| {
            each(Field::Title, &s.name);
            optional(&s.summary, Field::Summary, &mut each);
            optional(&s.note, Field::Note, &mut each);
        }),
        Part::Organisation(i) => dossier.organisation(i).map(|o| organisation(o, &mut each)),
        Part::Dispute(i) => dossier.dispute(i).map(|d| dispute(d, &mut each)),
        Part::Source(i) => dossier.source(i).map(|s| source(s, &mut each)),
    };
    debug_assert!(known.is_some(), "{part:?} is in the dossier");
}

fn optional(text: &Option<String>, field: Field, each: &mut impl FnMut(Field, &str)) {
    if let Some(text) = text {
        each(field, text);
    }
}

fn agreement(dossier: &Dossier, agreement: &Agreement, each: &mut impl FnMut(Field, &str)) {
    each(Field::Title, agreement.list_title());
    if agreement.short_title.is_some() {
        each(Field::FullTitle, &agreement.title);
    }
    dated(agreement.signed, Field::Date, each);
    optional(&agreement.summary, Field::Summary, each);
    optional(&agreement.note, Field::Note, each);
    if let Some(kind) = agreement.kind {
        each(Field::Kind, kind.word());
    }
    optional(&agreement.place, Field::Place, each);
    for party in &agreement.parties {
        each(Field::Party, dossier.party_name(party));
    }
    for signatory in &agreement.signatories {
        each(Field::Signatory, &signatory.name);
        optional(&signatory.office, Field::Signatory, each);
    }
}

fn clause(clause: &Clause, each: &mut impl FnMut(Field, &str)) {
    each(Field::Title, &clause.heading);
    each(Field::Text, &clause.text);
    optional(&clause.number, Field::Number, each);
    optional(&clause.note, Field::Note, each);
}

fn event(event: &Event, each: &mut impl FnMut(Field, &str)) {
    each(Field::Title, &event.title);
    dated(Some(event.date), Field::Date, each);
    optional(&event.summary, Field::Summary, each);
    optional(&event.note, Field::Note, each);
}

fn organisation(organisation: &Organisation, each: &mut impl FnMut(Field, &str)) {
    each(Field::Title, &organisation.name);
    optional(&organisation.abbreviation, Field::Abbreviation, each);
    optional(&organisation.summary, Field::Summary, each);
    optional(&organisation.note, Field::Note, each);
    for membership in &organisation.memberships {
        each(Field::Membership, &membership.status_word());
        dated(membership.since, Field::Membership, each);
        optional(&membership.note, Field::Membership, each);
    }
}

fn dispute(dispute: &Dispute, each: &mut impl FnMut(Field, &str)) {
    each(Field::Title, &dispute.topic);
    for claim in &dispute.claims {
        each(Field::Claim, &claim.says);
    }
    optional(&dispute.note, Field::Note, each);
}

fn source(source: &Source, each: &mut impl FnMut(Field, &str)) {
    each(Field::Title, &source.title);
    each(Field::Publisher, &source.publisher);
    optional(&source.author, Field::Publisher, each);
    dated(source.published, Field::Date, each);
    optional(&source.note, Field::Note, each);
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date is found as people write it (20 April 2022) and as files do (2022-04-20).
fn dated(date: Option<Date>, field: Field, each: &mut impl FnMut(Field, &str)) {
    let Some(date) = date else { return };
    for written in date.to_string().split('/') {
        let written = written.trim_end_matches('~');
        let mut parts = written.split('-');
        let year = parts.next().unwrap_or_default();
        let month = parts.next().and_then(|m| MONTHS.get(m.parse::<usize>().ok()?.checked_sub(1)?));
        let day = parts.next().map(|day| day.trim_start_matches('0'));
        match (day, month) {
            (Some(day), Some(month)) => each(field, &format!("{day} {month} {year}, {written}")),
            (None, Some(month)) => each(field, &format!("{month} {year}, {written}")),
            _ => each(field, year),
        }
    }
}
