//! The agreements and their clauses.

use super::subject::Subject;
use crate::model::{Agreement, Thing};
use crate::report::forms::{Attribute, Datum, Labelled};
use serde_json::json;
use std::borrow::Cow;

pub(super) const AGREEMENT: [Attribute; 20] = [
    Attribute::new("address", "the agreement's address"),
    Attribute::new("signed", "when it was signed"),
    Attribute::new("kind", "what it calls itself: treaty, declaration and so on"),
    Attribute::new("clauses", "how many of its clauses are on record"),
    Attribute::new("points", "how many points or articles it is said to have"),
    Attribute::new("short_title", "its title in lists: the short one if it has one"),
    Attribute::data("title", "its full title"),
    Attribute::data("not_on_record", "how many of its points are not on record"),
    Attribute::data("in_force", "when it entered into force"),
    Attribute::data("place", "where it was signed"),
    Attribute::data("parties", "the parties, by their ids"),
    Attribute::data("signatories", "who signed: name, office, party"),
    Attribute::data("summary", "what it is about"),
    Attribute::data("sectors", "the sectors that it or one of its clauses names"),
    Attribute::data("package", "the other documents of its package"),
    Attribute::data("carries_out", "earlier clauses it carries out, each with its basis: source or reading"),
    Attribute::data(
        "done_since",
        "what carries it out, newest first, each with its basis: source or reading",
    ),
    Attribute::data("sources", "its sources"),
    Attribute::data("disputes", "the disputes about it"),
    Attribute::data("note", "a note"),
];

pub(super) fn agreement<'a>(subject: &Subject<'a>) -> Option<[Datum<'a>; 20]> {
    let Thing::Agreement(agreement) = subject.item.thing() else { return None };
    let points = agreement.points.and_then(|points| usize::try_from(points).ok());
    Some([
        subject.address(),
        Datum::Date(agreement.signed),
        agreement.kind.map(|kind| Datum::term(kind, kind.word())).unwrap_or_default(),
        Datum::Number(agreement.clauses.len()),
        Datum::number(points),
        Datum::from(agreement.list_title()),
        Datum::from(agreement.title.as_str()),
        Datum::number(points.map(|_| agreement.missing())),
        Datum::Date(agreement.in_force),
        Datum::text(agreement.place.as_deref()),
        parties(subject, agreement),
        signatories(agreement),
        subject.text(),
        subject.links(&subject.related.sectors),
        subject.links(&subject.related.agreements),
        subject.acts(&subject.related.carries_out),
        subject.acts(&subject.related.done_since),
        subject.sources(),
        subject.disputes(),
        subject.note(),
    ])
}

fn parties<'a>(subject: &Subject<'a>, agreement: &'a Agreement) -> Datum<'a> {
    let party = |id: &'a String| Labelled {
        data: json!(id),
        words: Cow::Borrowed(subject.item.dossier().party_name(id)),
    };
    Datum::List(agreement.parties.iter().map(party).collect())
}

fn signatories(agreement: &Agreement) -> Datum<'_> {
    let signatories = agreement.signatories.iter().map(|signatory| Labelled {
        data: json!({ "name": signatory.name, "office": signatory.office, "party": signatory.party }),
        words: Cow::Borrowed(signatory.name.as_str()),
    });
    Datum::List(signatories.collect())
}

pub(super) const CLAUSE: [Attribute; 11] = [
    Attribute::new("address", "the clause's address"),
    Attribute::new("number", "its number as printed"),
    Attribute::new("heading", "its heading"),
    Attribute::new("agreement", "its agreement"),
    Attribute::new("wording", "how near the text is to the instrument: official, translation or summary"),
    Attribute::data("text", "its text"),
    Attribute::data("sectors", "the sectors it names"),
    Attribute::data(
        "done_since",
        "what carries it out, newest first, each with its basis: source or reading",
    ),
    Attribute::data("sources", "its sources"),
    Attribute::data("disputes", "the disputes about it"),
    Attribute::data("note", "a note"),
];

pub(super) fn clause<'a>(subject: &Subject<'a>) -> Option<[Datum<'a>; 11]> {
    let clause = subject.item.clause()?;
    Some([
        subject.address(),
        Datum::text(clause.number.as_deref()),
        Datum::from(clause.heading.as_str()),
        subject.parent(),
        Datum::term(clause.wording, clause.wording.word()),
        subject.text(),
        subject.links(&subject.related.sectors),
        subject.acts(&subject.related.done_since),
        subject.sources(),
        subject.disputes(),
        subject.note(),
    ])
}
