//! The texts of each item that are searched, and how much they count.

use super::ranges::backs;
use crate::model::{Agreement, CalendarDate, Date, Dossier, Item, Kind, Organisation, Part, Stage, Thing};

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
    /// The chapters and other parts that a clause is in.
    Part,
    /// What an agreement calls itself.
    Kind,
    /// A place of signing.
    Place,
    /// Where an agreement is published.
    Series,
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
            Self::Part => "chapter",
            Self::Kind => "kind",
            Self::Place => "place",
            Self::Series => "series",
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
    pub(crate) const ALL: [Self; 5] = [Self::Text, Self::Date, Self::FullTitle, Self::Title, Self::Whole];
}

/// The part of a name by which what it is named in is found. Each of many agreements may name a party, whatever the length of
/// its name.
fn beginning(name: &str) -> &str {
    /// In bytes.
    const LONGEST: usize = 1_000;
    name.get(..name.floor_char_boundary(LONGEST)).unwrap_or(name)
}

/// Calls `each` with every text of an item, titles first. Dates are spelt out.
pub(crate) fn each_text(item: Item<'_>, mut each: impl FnMut(Field, &str)) {
    each(Field::Title, item.list_title());
    if item.list_title() != item.title() {
        each(Field::FullTitle, item.title());
    }
    let is_clause = item.kind() == Kind::Clause;
    // The date of a clause is that of its agreement.
    dated(item.date().filter(|_| !is_clause), Field::Date, &mut each);
    some(item.text(), if is_clause { Field::Text } else { Field::Summary }, &mut each);
    some(item.note(), Field::Note, &mut each);
    match item.thing() {
        Thing::Agreement(agreement) => of_agreement(item.dossier(), agreement, &mut each),
        Thing::Clause(clause) => {
            some(clause.number.as_deref(), Field::Number, &mut each);
            some(clause.place.as_deref(), Field::Part, &mut each);
        }
        Thing::Organisation(organisation) => of_organisation(organisation, &mut each),
        Thing::Dispute(dispute) => dispute.claims.iter().for_each(|claim| each(Field::Claim, &claim.says)),
        Thing::Source(source) => {
            each(Field::Publisher, &source.publisher);
            some(source.author.as_deref(), Field::Publisher, &mut each);
        }
        Thing::Event(event) => {
            let places = event.places.iter().filter_map(|id| item.dossier().place(id));
            places.for_each(|place| each(Field::Place, &place.name));
            some(event.stage.map(Stage::word), Field::Kind, &mut each);
        }
        Thing::Sector(_) | Thing::Chapter(_) => {}
    }
}

fn some(text: Option<&str>, field: Field, each: &mut impl FnMut(Field, &str)) {
    text.into_iter().for_each(|text| each(field, text));
}

fn of_agreement(dossier: &Dossier, agreement: &Agreement, each: &mut impl FnMut(Field, &str)) {
    some(agreement.kind_word(), Field::Kind, each);
    some(agreement.place.as_deref(), Field::Place, each);
    some(agreement.series.as_deref(), Field::Series, each);
    for party in &agreement.parties {
        each(Field::Party, beginning(dossier.party_name(party)));
    }
    for signatory in &agreement.signatories {
        each(Field::Signatory, &signatory.name);
        some(signatory.office.as_deref(), Field::Signatory, each);
    }
}

fn of_organisation(organisation: &Organisation, each: &mut impl FnMut(Field, &str)) {
    some(organisation.abbreviation.as_deref(), Field::Abbreviation, each);
    for membership in &organisation.memberships {
        each(Field::Membership, &membership.status_word());
        dated(membership.since, Field::Membership, each);
        some(membership.note.as_deref(), Field::Membership, each);
    }
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
