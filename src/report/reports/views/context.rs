//! What surrounds the instruments: events, sectors, organisations, disputes, sources.

use super::subject::{ColumnsOf, Subject};
use crate::insight::{named_by_leading, sector_count};
use crate::model::{Claim, Dispute, Event, Membership, Organisation, Part, Sector, Source, Standing};
use crate::report::forms::{Datum, Labelled};
use serde_json::{Value, json};
use std::borrow::Cow;

pub(super) fn event<'a>() -> ColumnsOf<'a, &'a Event> {
    ColumnsOf::<&'a Event>::new()
        .column("address", "the event's address", |(s, _)| s.address())
        .column("date", "its date", |(_, e)| e.date)
        .column("kind", "the kind of event", |(_, e)| Datum::term(e.kind, e.kind.word()))
        .column("title", "its title", |(_, e)| e.title.as_str())
        .data("stage", "announced, if no source says that it took place", |(_, e)| {
            e.stage.map(|stage| Datum::term(stage, stage.word()))
        })
        .data("places", "where it took place", |(s, e)| {
            let places = e.places.iter().filter_map(|id| s.item.dossier().place(id));
            Datum::List(
                places
                    .map(|place| Labelled { data: json!(place.id), words: Cow::Borrowed(&place.name) })
                    .collect(),
            )
        })
        .data("summary", "its summary", |(s, _)| s.text())
        .data("sectors", "the sectors it touches", |(s, _)| s.links(&s.related().sectors))
        .data("agreements", "the agreements it is about", |(s, _)| s.links(&s.related().agreements))
        .data("organisations", "the organisations it is about", |(s, _)| s.links(&s.related().organisations))
        .data(
            "carries_out",
            "the clauses it carries out, each with its basis: source or reading",
            |(s, _)| s.acts(&s.related().carries_out),
        )
        .sources()
        .disputes()
        .note()
        .data("organisation_names", "the names of the organisations it is about", |(s, _)| {
            s.links(&s.related().organisations).in_words()
        })
        .source_names()
}

pub(super) fn sector<'a>() -> ColumnsOf<'a, &'a Sector> {
    ColumnsOf::<&'a Sector>::new()
        .column("address", "the sector's address", |(s, _)| s.address())
        .column("facts", "how many facts are on record for it: clauses, agreements and events", |(s, _)| {
            sector_count(s.collection, s.item.id())
        })
        .column("clauses", "how many clauses name it", |(s, _)| s.related().clauses.len())
        .column("agreements", "how many agreements name it", |(s, _)| s.related().agreements.len())
        .column("events", "how many events touch it", |(s, _)| s.related().events.len())
        .column("name", "its name", |(_, sector)| sector.name.as_str())
        .data("named_by_leading", "whether the agreement that the dossier opens with names it", |(s, _)| {
            match s.item.id().part {
                Part::Sector(i) => Datum::Flag(named_by_leading(s.item.dossier(), i)),
                _ => Datum::Absent,
            }
        })
        .data("summary", "its summary", |(s, _)| s.text())
        .sources()
        .disputes()
        .note()
        .source_names()
}

pub(super) fn organisation<'a>() -> ColumnsOf<'a, &'a Organisation> {
    ColumnsOf::<&'a Organisation>::new()
        .column("address", "the organisation's address", |(s, _)| s.address())
        .column(
            "standing",
            "how the compared parties' statuses relate: same, differ or one-sided",
            |(s, o)| standing(s.item.dossier().standing(o)),
        )
        .column("shared_since", "since when all of them have taken part", |(s, o)| {
            o.shared_since(&s.item.dossier().compares)
        })
        .column("name", "its name", |(_, o)| o.name.as_str())
        .column(
            "memberships",
            "the parties' memberships: party, status, the source's word, since, until, founding, sources",
            |(s, o)| Datum::List(o.memberships.iter().map(|membership| member(s, membership)).collect()),
        )
        .data("abbreviation", "its abbreviation", |(_, o)| o.abbreviation.as_deref())
        .data("founded", "when it was founded", |(_, o)| Datum::Date(o.founded))
        .data("events", "the events about it", |(s, _)| s.links(&s.related().events))
        .data("summary", "its summary", |(s, _)| s.text())
        .sources()
        .disputes()
        .note()
        .source_names()
}

fn standing(standing: Standing) -> Datum<'static> {
    let id = match standing {
        Standing::Same => "same",
        Standing::Differ => "differ",
        Standing::OneSided => "one-sided",
    };
    Datum::Named(id.to_owned(), Cow::Borrowed(standing.word()))
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
        "earlier": membership.earlier,
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

pub(super) fn dispute<'a>() -> ColumnsOf<'a, &'a Dispute> {
    ColumnsOf::<&'a Dispute>::new()
        .column("address", "the dispute's address", |(s, _)| s.address())
        .column("about", "what it is about; the dossier's id for the whole dossier", |(s, d)| {
            Datum::List(d.about.iter().map(|id| about(s, id)).collect())
        })
        .column("sides", "how many sides there are", |(_, d)| d.claims.len())
        .column("topic", "what is disputed", |(_, d)| d.topic.as_str())
        .data("claims", "the claims: what each says, and its sources", |(s, d)| {
            Datum::List(d.claims.iter().map(|claim| side(s, claim)).collect())
        })
        .note()
}

fn about<'a>(subject: &Subject<'a>, id: &'a String) -> Labelled<'a> {
    let whole = *id == subject.item.dossier().id;
    let data = if whole { id.clone() } else { subject.id_address(id) };
    Labelled { data: Value::from(data), words: Cow::Borrowed(if whole { "all of it" } else { id }) }
}

fn side<'a>(subject: &Subject<'a>, claim: &'a Claim) -> Labelled<'a> {
    let sources: Vec<String> = claim.sources.iter().map(|id| subject.id_address(id)).collect();
    let data = json!({ "says": claim.says, "sources": sources });
    Labelled { data, words: Cow::Borrowed(&claim.says) }
}

pub(super) fn source<'a>() -> ColumnsOf<'a, &'a Source> {
    ColumnsOf::<&'a Source>::new()
        .column("address", "the source's address", |(s, _)| s.address())
        .column("published", "when it was published", |(_, source)| Datum::Date(source.published))
        .column(
            "kind",
            "the kind of source, in the order of trust: primary, official, reference, news, commentary",
            |(_, source)| Datum::term(source.kind, source.kind.word()),
        )
        .column("publisher", "its publisher", |(_, source)| source.publisher.as_str())
        .column("title", "its title, or a neutral description", |(_, source)| source.title.as_str())
        .data("author", "its author", |(_, source)| source.author.as_deref())
        .data("language", "the two-letter code of its language", |(_, source)| source.language.as_deref())
        .data("url", "its web address", |(_, source)| source.url.as_deref())
        .note()
}
