//! The agreements and their clauses.

use super::subject::{ColumnsOf, Subject};
use crate::insight::rest_of_package;
use crate::model::{Agreement, Chapter, Clause, Sought};
use crate::report::forms::{Datum, Labelled};
use serde_json::json;
use std::borrow::Cow;

const CARRIES_OUT: &str = "earlier clauses it carries out, each with its basis: source or reading";
const DONE_SINCE: &str = "what carries it out, newest first, each with its basis: source or reading";
const WORDING: &str = "how close the text is to the instrument: official, translation, summary or machine";

pub(super) fn agreement<'a>() -> ColumnsOf<'a, &'a Agreement> {
    ColumnsOf::<&'a Agreement>::new()
        .column("address", "the agreement's address", |(s, _)| s.address())
        .column("signed", "when it was signed", |(_, a)| Datum::Date(a.signed))
        .column("kind", "what it calls itself: treaty, declaration and so on", |(_, a)| {
            a.kind.as_ref().map(|kind| Datum::term(kind, kind.word()))
        })
        .column("clauses", "how many of its clauses are on record", |(_, a)| a.clauses.len())
        .column("points", "how many points or articles it is said to have", |(_, a)| {
            a.points.and_then(|points| usize::try_from(points).ok())
        })
        .column("short_title", "its title in lists: the short one if it has one", |(_, a)| a.list_title())
        .data("title", "its full title", |(_, a)| a.title.as_str())
        .data("not_on_record", "how many of its points are not on record", |(_, a)| {
            a.points.map(|_| a.missing())
        })
        .data("in_force", "when it entered into force", |(_, a)| Datum::Date(a.in_force))
        .data("sought", "the facts that were looked for and not found", |(_, a)| {
            let sought = |fact: &Sought| Labelled { data: json!(fact), words: Cow::Borrowed(fact.word()) };
            Datum::List(a.not_on_record.iter().map(sought).collect())
        })
        .spare("place", "where it was signed", |(_, a)| a.place.as_deref())
        .spare("parties", "the parties, by their ids", |(s, a)| parties(s, a))
        .data("signatories", "who signed: name, office, party", |(_, a)| signatories(a))
        .data("guessed", "the facts that were guessed from the text, each with the words", |(_, a)| {
            guesses(a)
        })
        .data("reading", "how the text was read from a file, if it was", |(_, a)| {
            a.reading.as_ref().map(|reading| reading.shown(a.language_name()))
        })
        .data("summary", "what it is about", |(s, _)| s.text())
        .data("sectors", "the sectors that it or one of its clauses names", |(s, _)| {
            s.links(&s.related().sectors)
        })
        .data("package", "the other documents of its package", |(s, _)| {
            s.links(&rest_of_package(s.collection, s.item.id()))
        })
        .data("carries_out", CARRIES_OUT, |(s, _)| s.acts(&s.related().carries_out))
        .data("done_since", DONE_SINCE, |(s, _)| s.acts(&s.related().done_since))
        .sources()
        .disputes()
        .note()
        .data("series", "where it is published: volume, treaty series, first page", |(_, a)| {
            a.series.as_deref()
        })
        .data("party_names", "the names of the parties", |(s, a)| parties(s, a).in_words())
        .source_names()
}

fn parties<'a>(subject: &Subject<'a>, agreement: &'a Agreement) -> Datum<'a> {
    let dossier = subject.item.dossier();
    let party = |id: &'a String| Labelled { data: json!(id), words: Cow::Borrowed(dossier.party_name(id)) };
    Datum::List(agreement.parties.iter().map(party).collect())
}

fn guesses(agreement: &Agreement) -> Datum<'_> {
    let guesses = agreement.guessed.iter().map(|guess| Labelled {
        data: json!({ "fact": guess.fact, "from": guess.from }),
        words: Cow::Owned(format!("{}: {}", guess.fact.word(), guess.from)),
    });
    Datum::List(guesses.collect())
}

fn signatories(agreement: &Agreement) -> Datum<'_> {
    let signatories = agreement.signatories.iter().map(|signatory| Labelled {
        data: json!({ "name": signatory.name, "office": signatory.office, "party": signatory.party }),
        words: Cow::Borrowed(signatory.name.as_str()),
    });
    Datum::List(signatories.collect())
}

pub(super) fn chapter<'a>() -> ColumnsOf<'a, &'a Chapter> {
    ColumnsOf::<&'a Chapter>::new()
        .column("address", "the chapter's address", |(s, _)| s.address())
        .column("number", "its number as printed", |(_, c)| c.number.as_deref())
        .column("heading", "its heading", |(_, c)| c.heading.as_str())
        .column("clauses", "how many clauses it holds", |(_, c)| c.len())
        .column("words", "how many words they have", |(s, c)| s.item.agreement().map(|a| c.words(a)))
        .column("agreement", "its agreement", |(s, _)| s.parent())
        .data("level", "how many chapters it is in", |(_, c)| c.level)
}

pub(super) fn clause<'a>() -> ColumnsOf<'a, &'a Clause> {
    ColumnsOf::<&'a Clause>::new()
        .column("address", "the clause's address", |(s, _)| s.address())
        .column("number", "its number as printed", |(_, c)| c.number.as_deref())
        .column("heading", "its heading", |(_, c)| c.heading.as_str())
        .column("agreement", "its agreement", |(s, _)| s.parent())
        .column("wording", WORDING, |(_, c)| Datum::term(c.wording, c.wording.word()))
        .data("page", "the page of the file on which it begins", |(_, c)| {
            c.page.and_then(|page| usize::try_from(page).ok())
        })
        .data("text", "its text", |(s, _)| s.text())
        .data("sectors", "the sectors it names", |(s, _)| s.links(&s.related().sectors))
        .data("done_since", DONE_SINCE, |(s, _)| s.acts(&s.related().done_since))
        .sources()
        .disputes()
        .note()
        .source_names()
}
