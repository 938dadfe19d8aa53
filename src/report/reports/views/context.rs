//! What surrounds the instruments: events, sectors, organisations, disputes, sources.

use super::subject::Subject;
use crate::insight::{named_by_leading, sector_count};
use crate::model::{Claim, Membership, Part, Standing, Thing};
use crate::report::forms::{Attribute, Datum, Labelled};
use serde_json::{Value, json};
use std::borrow::Cow;

pub(super) const EVENT: [Attribute; 12] = [
    Attribute::new("address", "the event's address"),
    Attribute::new("date", "its date"),
    Attribute::new("kind", "the kind of event"),
    Attribute::new("title", "its title"),
    Attribute::data("summary", "its summary"),
    Attribute::data("sectors", "the sectors it touches"),
    Attribute::data("agreements", "the agreements it is about"),
    Attribute::data("organisations", "the organisations it is about"),
    Attribute::data("carries_out", "the clauses it carries out, each with its basis: source or reading"),
    Attribute::data("sources", "its sources"),
    Attribute::data("disputes", "the disputes about it"),
    Attribute::data("note", "a note"),
];

pub(super) fn event<'a>(subject: &Subject<'a>) -> Option<[Datum<'a>; 12]> {
    let event = subject.item.event()?;
    Some([
        subject.address(),
        Datum::Date(Some(event.date)),
        Datum::term(event.kind, event.kind.word()),
        Datum::from(event.title.as_str()),
        subject.text(),
        subject.links(&subject.related.sectors),
        subject.links(&subject.related.agreements),
        subject.links(&subject.related.organisations),
        subject.acts(&subject.related.carries_out),
        subject.sources(),
        subject.disputes(),
        subject.note(),
    ])
}

pub(super) const SECTOR: [Attribute; 11] = [
    Attribute::new("address", "the sector's address"),
    Attribute::new("facts", "how many facts are on record for it: clauses, agreements and events"),
    Attribute::new("clauses", "how many clauses name it"),
    Attribute::new("agreements", "how many agreements name it"),
    Attribute::new("events", "how many events touch it"),
    Attribute::new("name", "its name"),
    Attribute::data("named_by_leading", "whether the agreement that the dossier opens with names it"),
    Attribute::data("summary", "its summary"),
    Attribute::data("sources", "its sources"),
    Attribute::data("disputes", "the disputes about it"),
    Attribute::data("note", "a note"),
];

pub(super) fn sector<'a>(subject: &Subject<'a>) -> Option<[Datum<'a>; 11]> {
    let Part::Sector(i) = subject.item.id().part else { return None };
    let related = &subject.related;
    Some([
        subject.address(),
        Datum::Number(sector_count(subject.collection, subject.item.id())),
        Datum::Number(related.clauses.len()),
        Datum::Number(related.agreements.len()),
        Datum::Number(related.events.len()),
        Datum::from(subject.item.title()),
        Datum::Flag(named_by_leading(subject.item.dossier(), i)),
        subject.text(),
        subject.sources(),
        subject.disputes(),
        subject.note(),
    ])
}

pub(super) const ORGANISATION: [Attribute; 12] = [
    Attribute::new("address", "the organisation's address"),
    Attribute::new("standing", "how the compared parties' statuses relate: same, differ or one-sided"),
    Attribute::new("shared_since", "since when all of them have taken part"),
    Attribute::new("name", "its name"),
    Attribute::new(
        "memberships",
        "the parties' memberships: party, status, the source's word, since, until, founding, sources",
    ),
    Attribute::data("abbreviation", "its abbreviation"),
    Attribute::data("founded", "when it was founded"),
    Attribute::data("events", "the events about it"),
    Attribute::data("summary", "its summary"),
    Attribute::data("sources", "its sources"),
    Attribute::data("disputes", "the disputes about it or a membership in it"),
    Attribute::data("note", "a note"),
];

pub(super) fn organisation<'a>(subject: &Subject<'a>) -> Option<[Datum<'a>; 12]> {
    let (organisation, dossier) = (subject.item.organisation()?, subject.item.dossier());
    let standing = dossier.standing(organisation);
    let id = match standing {
        Standing::Same => "same",
        Standing::Differ => "differ",
        Standing::OneSided => "one-sided",
    };
    let since = organisation.shared_since(&dossier.compares);
    let memberships = organisation.memberships.iter().map(|membership| member(subject, membership));
    Some([
        subject.address(),
        Datum::Named(id.to_owned(), Cow::Borrowed(standing.word())),
        since.map(|since| Datum::Date(Some(since))).unwrap_or_default(),
        Datum::from(organisation.name.as_str()),
        Datum::List(memberships.collect()),
        Datum::text(organisation.abbreviation.as_deref()),
        Datum::Date(organisation.founded),
        subject.links(&subject.related.events),
        subject.text(),
        subject.sources(),
        subject.disputes(),
        subject.note(),
    ])
}

fn member<'a>(subject: &Subject<'a>, membership: &'a Membership) -> Labelled<'a> {
    let sources = |ids: &[String]| ids.iter().map(|id| subject.id_address(id)).collect::<Vec<_>>();
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
    let party = subject.item.dossier().party_name(&membership.party);
    let dates = [("since", membership.since), ("until", membership.until)];
    let dates: String =
        dates.iter().filter_map(|(word, date)| Some(format!(" {word} {}", date.as_ref()?.shown()))).collect();
    Labelled { data, words: Cow::Owned(format!("{party}: {}{dates}", membership.status_word())) }
}

pub(super) const DISPUTE: [Attribute; 6] = [
    Attribute::new("address", "the dispute's address"),
    Attribute::new("about", "what it is about; the dossier's id for the whole dossier"),
    Attribute::new("sides", "how many sides there are"),
    Attribute::new("topic", "what is disputed"),
    Attribute::data("claims", "the claims: what each says, and its sources"),
    Attribute::data("note", "a note"),
];

pub(super) fn dispute<'a>(subject: &Subject<'a>) -> Option<[Datum<'a>; 6]> {
    let Thing::Dispute(dispute) = subject.item.thing() else { return None };
    let about = dispute.about.iter().map(|id| {
        let whole = *id == subject.item.dossier().id;
        let data = if whole { id.clone() } else { subject.id_address(id) };
        Labelled { data: Value::from(data), words: Cow::Borrowed(if whole { "all of it" } else { id }) }
    });
    Some([
        subject.address(),
        Datum::List(about.collect()),
        Datum::Number(dispute.claims.len()),
        Datum::from(dispute.topic.as_str()),
        Datum::List(dispute.claims.iter().map(|claim| side(subject, claim)).collect()),
        subject.note(),
    ])
}

fn side<'a>(subject: &Subject<'a>, claim: &'a Claim) -> Labelled<'a> {
    let sources: Vec<String> = claim.sources.iter().map(|id| subject.id_address(id)).collect();
    let data = json!({ "says": claim.says, "sources": sources });
    Labelled { data, words: Cow::Borrowed(&claim.says) }
}

pub(super) const SOURCE: [Attribute; 9] = [
    Attribute::new("address", "the source's address"),
    Attribute::new("published", "when it was published"),
    Attribute::new(
        "kind",
        "the kind of source, in the order of trust: primary, official, reference, news, commentary",
    ),
    Attribute::new("publisher", "its publisher"),
    Attribute::new("title", "its title, or a neutral description"),
    Attribute::data("author", "its author"),
    Attribute::data("language", "the two-letter code of its language"),
    Attribute::data("url", "its web address"),
    Attribute::data("note", "a note"),
];

pub(super) fn source<'a>(subject: &Subject<'a>) -> Option<[Datum<'a>; 9]> {
    let source = subject.item.source()?;
    Some([
        subject.address(),
        Datum::Date(source.published),
        Datum::term(source.kind, source.kind.word()),
        Datum::from(source.publisher.as_str()),
        Datum::from(source.title.as_str()),
        Datum::text(source.author.as_deref()),
        Datum::text(source.language.as_deref()),
        Datum::text(source.url.as_deref()),
        subject.note(),
    ])
}
