//! The texts of each item that are searched, and how much they count.

use super::ranges::backs;
use crate::model::{
    Agreement, CalendarDate, Clause, Date, Dispute, Dossier, Event, Organisation, Part, Source, Thing,
};

/// The field of an item that a text comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The title, name, heading or topic, as shown in lists.
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
    /// The status and date of a membership, and remarks on it.
    Membership,
    /// A side of a dispute.
    Claim,
    /// Who published or wrote a source.
    Publisher,
}

impl Field {
    /// The word shown to people.
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

    /// How much a word counts in this field of such an item. The title of a source or a dispute counts as running text,
    /// so that it comes after the items it backs.
    pub(crate) fn weight(self, part: Part) -> Weight {
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

/// How much a word counts by where it is, from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Weight {
    /// Running text, notes and details.
    Text,
    /// The item's date.
    Date,
    /// The full title of an agreement with a shorter one.
    FullTitle,
    /// A title of several words, as shown in lists.
    Title,
    /// A title of one word: an abbreviation, a sector's name.
    Whole,
}

impl Weight {
    /// Every weight, from least to most.
    pub(crate) const ALL: [Self; 5] = [Self::Text, Self::Date, Self::FullTitle, Self::Title, Self::Whole];
}

/// Calls `each` with every text of an item, titles first. Dates are spelt out.
pub(crate) fn each_text(dossier: &Dossier, part: Part, mut each: impl FnMut(Field, &str)) {
    match dossier.thing(part) {
        Some(Thing::Agreement(a)) => agreement(dossier, a, &mut each),
        Some(Thing::Clause(c)) => clause(c, &mut each),
        Some(Thing::Event(e)) => event(e, &mut each),
        Some(Thing::Sector(s)) => {
            each(Field::Title, &s.name);
            optional(&s.summary, Field::Summary, &mut each);
            optional(&s.note, Field::Note, &mut each);
        }
        Some(Thing::Organisation(o)) => organisation(o, &mut each),
        Some(Thing::Dispute(d)) => dispute(d, &mut each),
        Some(Thing::Source(s)) => source(s, &mut each),
        None => debug_assert!(false, "{part:?} is in the dossier"),
    }
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

/// Dates are found as people write them (20 April 2022) and as files do (2022-04-20).
fn dated(date: Option<Date>, field: Field, each: &mut impl FnMut(Field, &str)) {
    for known in date.into_iter().flat_map(|date| date.bounds()) {
        let written = CalendarDate { about: false, ..known };
        match known.month {
            Some(_) => each(field, &format!("{}, {written}", known.spelt())),
            None => each(field, &known.spelt()),
        }
    }
}
