//! The page of each kind of item.

use super::citations::Citations;
use super::contents::{Fact, Page, Phrase, Section};
use super::writer::{Writer, web_address, words};
use crate::data::documents::misread;
use crate::insight::relations::rest_of_package;
use crate::insight::{named_by_leading, sector_count};
use crate::model::{
    Agreement, Chapter, Clause, Collection, Date, Dispute, Dossier, Event, GuessedFact, ItemId, Membership,
    Organisation, Part, Place, Reading, Signatory, Sought, Source, Standing, Thing, Wording,
};
use crate::text::count;

/// The page of an item; `None` if it is not in the collection.
pub fn page(collection: &Collection, item: ItemId) -> Option<Page> {
    page_in(collection, item, &mut Citations::default())
}

/// The page of an item in a document whose pages number their sources together.
pub fn page_in(collection: &Collection, item: ItemId, citations: &mut Citations) -> Option<Page> {
    let writer = Writer::new(collection, item, citations)?;
    Some(match writer.item.thing() {
        Thing::Agreement(agreement) => of_agreement(writer, agreement),
        Thing::Clause(clause) => of_clause(writer, clause),
        Thing::Chapter(chapter) => of_chapter(writer, chapter),
        Thing::Event(event) => of_event(writer, event),
        Thing::Sector(_) => of_sector(writer),
        Thing::Organisation(organisation) => of_organisation(writer, organisation),
        Thing::Source(source) => of_source(writer, source),
        Thing::Dispute(dispute) => of_dispute(writer, dispute),
    })
}

fn of_agreement(mut writer: Writer<'_>, agreement: &Agreement) -> Page {
    let dossier = writer.dossier;
    let mark = agreement.mark(GuessedFact::Kind);
    let kind = agreement.kind_word().map(|kind| format!("{mark}{kind} · ")).unwrap_or_default();
    let mut origin = vec![Phrase::Quiet(format!("{kind}{}", signed(agreement)))];
    origin.extend(reading(agreement));
    let quote = writer.summary();
    let related = &writer.related;
    let mut clauses = writer.contents(&related.clauses);
    if agreement.missing() > 0 {
        let words = format!("? {} more, not on record", agreement.missing());
        clauses.facts.push(Fact::Words(Phrase::Quiet(words)));
    }
    let mut done = writer.done_since();
    if related.done_since.is_empty() && related.clauses.is_empty() {
        done = Section::default();
    }
    let sections = vec![
        words(
            "In force",
            known_or_sought(agreement, Sought::InForce, agreement.in_force.map(|date| date.shown())),
        ),
        words("Status", known_or_sought(agreement, Sought::Status, agreement.status.clone())),
        words("Series", agreement.series.clone()),
        words(
            "Parties",
            agreement
                .parties
                .iter()
                .map(|id| format!("{}{}", agreement.mark(GuessedFact::Parties), party(dossier, id))),
        ),
        words("Signed by", signed_by(dossier, agreement)),
        clauses,
        guessed(dossier, agreement),
        on_record(agreement),
        writer.note(),
        writer.sectors(),
        done,
        writer.carries_out(),
        writer.dated_links("Events", &related.events),
        package(&writer, agreement),
        web_address(best_address(dossier, agreement)),
    ];
    writer.finish(agreement.title.clone(), origin, quote, sections)
}

/// When and where an agreement was signed, and how much of it is on record.
fn signed(agreement: &Agreement) -> String {
    let signed = agreement.signed_at();
    match agreement.points {
        Some(points) => format!("{signed} · {} of {points} points on record", agreement.clauses.len()),
        None => signed,
    }
}

/// How the text was read from a file.
fn reading(agreement: &Agreement) -> Option<Phrase> {
    let reading = agreement.reading.as_ref()?;
    Some(Phrase::Quiet(reading.shown(agreement.language_name())))
}

/// What was guessed from the text, each with the words.
fn guessed(dossier: &Dossier, agreement: &Agreement) -> Section {
    let guesses = agreement.guessed.iter().map(|guess| {
        let value = match guess.fact {
            GuessedFact::Kind => agreement.kind_word().map(str::to_owned),
            GuessedFact::Signed => agreement.signed.map(|date| date.shown()),
            GuessedFact::Place => agreement.place.clone(),
            GuessedFact::Parties => {
                let names: Vec<&str> = agreement.parties.iter().map(|id| dossier.party_name(id)).collect();
                Some(names.join(", "))
            }
            GuessedFact::Language => agreement.language_name().map(str::to_owned),
        };
        let from = match guess.fact {
            // Not words of the text.
            GuessedFact::Language => guess.from.clone(),
            _ => format!("“{}”", guess.from),
        };
        format!("≈ {}: {}, from {from}", guess.fact.word(), value.unwrap_or_default())
    });
    words("Guessed", guesses)
}

/// What was guessed of the agreement of a clause, in a line: its own page has the words.
fn guessed_in_short(agreement: &Agreement) -> Section {
    let facts: Vec<&str> = agreement.guessed.iter().map(|guess| guess.fact.word()).collect();
    words("Guessed", (!facts.is_empty()).then(|| format!("≈ {}", facts.join(", "))))
}

/// How many of the declared points are on record.
fn on_record(agreement: &Agreement) -> Section {
    let total = agreement.points.and_then(|points| usize::try_from(points).ok());
    let points = |total| Fact::Points { held: agreement.clauses.len().min(total), total };
    Section { label: "On record", facts: total.map(points).into_iter().collect(), ..Section::default() }
}

fn party(dossier: &Dossier, id: &str) -> String {
    let Some(party) = dossier.party(id) else { return id.to_owned() };
    let name = party.formal_name.as_deref().unwrap_or(&party.name);
    match party.of.as_deref() {
        Some(of) => format!("{name} ({})", dossier.party_name(of)),
        None => name.to_owned(),
    }
}

fn signatory(dossier: &Dossier, signatory: &Signatory) -> String {
    let party = signatory.party.as_deref().map(|id| dossier.party_name(id));
    let rest: Vec<&str> = signatory.office.as_deref().into_iter().chain(party).collect();
    if rest.is_empty() { signatory.name.clone() } else { format!("{}, {}", signatory.name, rest.join(", ")) }
}

/// Who signed, or that no source says so.
fn signed_by(dossier: &Dossier, agreement: &Agreement) -> Vec<String> {
    let known: Vec<String> = agreement.signatories.iter().map(|s| signatory(dossier, s)).collect();
    if !known.is_empty() {
        return known;
    }
    known_or_sought(agreement, Sought::Signatories, None).into_iter().collect()
}

/// A fact of an agreement, or that it was looked for and not found.
fn known_or_sought(agreement: &Agreement, fact: Sought, known: Option<String>) -> Option<String> {
    let sought = || agreement.not_on_record.contains(&fact).then(|| "looked for, not on record".to_owned());
    known.or_else(sought)
}

/// The web address of the best source of an agreement, of several equally good ones the first.
fn best_address<'a>(dossier: &'a Dossier, agreement: &Agreement) -> Option<&'a String> {
    let sources = agreement.sources.iter().filter_map(|id| dossier.source_by_id(id));
    sources.filter(|source| source.url.is_some()).min_by_key(|source| source.kind)?.url.as_ref()
}

/// The other documents of the agreement's package.
fn package(writer: &Writer<'_>, agreement: &Agreement) -> Section {
    let others = &rest_of_package(writer.collection, writer.item.id());
    let documents = count(others.len(), "other document", "other documents");
    let head = agreement.package.is_some().then(|| format!("{documents} of the same package"));
    Section { head: head.filter(|_| !others.is_empty()), ..writer.links("Package", others) }
}

fn of_clause(mut writer: Writer<'_>, clause: &Clause) -> Page {
    let mut origin = Vec::new();
    let mut record = Section::default();
    if let Some(agreement) = writer.item.agreement() {
        origin = vec![Phrase::Text(agreement.title.clone()), Phrase::Quiet(signed(agreement))];
        origin.extend(reading(agreement));
        record = on_record(agreement);
    }
    origin.extend(clause.place_and_page().map(Phrase::Quiet));
    let around = writer.chapter_around();
    let mut quote = writer.quote(clause.wording, clause.wording.word());
    if let Some(quote) = &mut quote {
        quote.page = clause.page;
        quote.turns = clause.turns_in_bytes();
        let is_scan =
            writer.item.agreement().and_then(|own| own.reading.as_ref()).is_some_and(Reading::may_be_a_scan);
        if is_scan && clause.wording == Wording::Machine {
            quote.doubtful = misread(&quote.text).collect();
        }
    }
    record.facts.extend(clause.note.iter().map(|note| Fact::Words(Phrase::Text(note.clone()))));
    let agreement_link = writer.links("Agreement", &writer.related.agreements);
    let guesses = writer.item.agreement().map(guessed_in_short).unwrap_or_default();
    let sections = vec![writer.sectors(), writer.done_since(), record, guesses, around, agreement_link];
    writer.finish(clause.numbered_heading(), origin, quote, sections)
}

fn of_chapter(mut writer: Writer<'_>, chapter: &Chapter) -> Page {
    let mut origin = Vec::new();
    if let Some(agreement) = writer.item.agreement() {
        origin = vec![Phrase::Text(agreement.title.clone()), Phrase::Quiet(signed(agreement))];
        origin.extend(reading(agreement));
    }
    writer.cite(writer.item.sources());
    let around = writer.chapter_around();
    let agreement_link = writer.links("Agreement", &writer.related.agreements);
    let mut done = writer.done_since();
    if writer.related.done_since.is_empty() {
        done = Section::default();
    }
    let sections = vec![writer.contents(&writer.related.clauses), done, around, agreement_link];
    writer.finish(chapter.name(), origin, None, sections)
}

fn of_event(mut writer: Writer<'_>, event: &Event) -> Page {
    let origin = vec![Phrase::Quiet(format!("{} · {}", event.date.shown(), event.kind_words()))];
    let quote = writer.summary();
    let related = &writer.related;
    let sections = vec![
        writer.note(),
        writer.links("Agreements", &related.agreements),
        writer.carries_out(),
        writer.sectors(),
        writer.links("Organisations", &related.organisations),
        words(
            "Places",
            event.places.iter().filter_map(|id| Some(place(writer.dossier, writer.dossier.place(id)?))),
        ),
        words("How sure", Some(writer.sure(&event.sources))),
    ];
    writer.finish(event.title.clone(), origin, quote, sections)
}

/// A place with its state, its other names and its coordinates.
fn place(dossier: &Dossier, place: &Place) -> String {
    let mut words = place.name.clone();
    let others: Vec<&str> =
        place.other_names().map(String::as_str).filter(|other| *other != place.name).collect();
    if !others.is_empty() {
        words.push_str(&format!(" ({})", others.join(", ")));
    }
    words.extend(place.of.iter().map(|of| format!(", {}", dossier.party_name(of))));
    words.extend(place.coordinates().map(|at| format!(" · {at}")));
    words
}

fn of_sector(mut writer: Writer<'_>) -> Page {
    let (dossier, item) = (writer.dossier, writer.item);
    let facts = count(sector_count(writer.collection, item.id()), "fact on record", "facts on record");
    let mut origin = vec![Phrase::Quiet(format!("sector · {facts}"))];
    if let (Some(leading), Part::Sector(i)) = (dossier.leading(), item.id().part) {
        // The points that are not on record may name it.
        let named = match (named_by_leading(dossier, i), leading.missing()) {
            (true, _) => "named in",
            (false, 0) => "not named in",
            (false, _) => "not known to be named in",
        };
        origin.push(Phrase::Quiet(format!("{named} {}", leading.list_title())));
    }
    let quote = writer.summary();
    let related = &writer.related;
    let sections = vec![
        writer.note(),
        writer.links("Clauses", &related.clauses),
        writer.dated_links("Agreements", &related.agreements),
        writer.dated_links("Events", &related.events),
    ];
    writer.finish(item.title().to_owned(), origin, quote, sections)
}

fn of_organisation(mut writer: Writer<'_>, organisation: &Organisation) -> Page {
    let title = match &organisation.abbreviation {
        Some(short) if *short != organisation.name => format!("{} ({short})", organisation.name),
        _ => organisation.name.clone(),
    };
    let founded = organisation.founded.map(|date| format!("founded {}", date.shown()));
    let founded = founded.unwrap_or_else(|| "founding date not on record".to_owned());
    let origin = vec![Phrase::Quiet(format!("organisation · {founded}"))];
    let quote = writer.summary();
    let mut sections = vec![words("Shared", shared(writer.dossier, organisation))];
    sections.extend(organisation.memberships.iter().map(|membership| member(&mut writer, membership)));
    sections.push(writer.note());
    sections.push(writer.dated_links("Events", &writer.related.events));
    writer.finish(title, origin, quote, sections)
}

/// Since when the compared parties have been members together, in words.
fn shared(dossier: &Dossier, organisation: &Organisation) -> Option<String> {
    if dossier.compares.len() < 2 {
        return None;
    }
    let since = match organisation.shared_since(&dossier.compares) {
        Some(date) => format!("since {}", date.shown()),
        None => "start not on record".to_owned(),
    };
    let all = if dossier.compares.len() == 2 { "both" } else { "all" };
    Some(match dossier.standing(organisation) {
        Standing::Same => format!("{all} take part, {since}"),
        Standing::Differ => format!("{all} take part, with different status, {since}"),
        Standing::OneSided => format!("not {all} on record as taking part"),
    })
}

/// A party's membership: status, dates, sources.
fn member(writer: &mut Writer<'_>, membership: &Membership) -> Section {
    let mut words = vec![membership.status_word()];
    words.push(
        membership.since.map_or_else(|| "start not on record".to_owned(), |d| format!("since {}", d.shown())),
    );
    words.extend(membership.until.map(|d| format!("until {}", d.shown())));
    words.extend(
        membership.earlier.iter().map(|before| {
            format!("{} {}", before.shown(), writer.cite(&before.sources)).trim_end().to_owned()
        }),
    );
    if !membership.status.takes_part() && membership.since.is_none() {
        words.remove(1);
    }
    let cites = writer.cite(&membership.sources);
    let since_cites = writer.cite(&membership.since_sources);
    let who = if since_cites.is_empty() || since_cites == cites {
        cites
    } else {
        format!("{cites}, date {since_cites}")
    };
    let name = writer.dossier.party_name(&membership.party).to_owned();
    let mut facts = vec![Fact::Words(Phrase::Text(format!("{name}: {} {who}", words.join(" · "))))];
    facts.extend(membership.note.iter().map(|note| Fact::Words(Phrase::Quiet(note.clone()))));
    Section { label: "Membership", facts, ..Section::default() }
}

fn of_source(writer: Writer<'_>, source: &Source) -> Page {
    let published = Date::shown_or_undated(source.published);
    let language = source.language_name().unwrap_or("language not on record");
    let about: Vec<&str> = source.kind.known().into_iter().chain([published.as_str(), language]).collect();
    let origin = vec![Phrase::Text(source.publisher.clone()), Phrase::Quiet(about.join(" · "))];
    let related = &writer.related;
    let sections = vec![
        words("Author", source.author.clone()),
        web_address(source.url.as_ref()),
        writer.note(),
        writer.links("Clauses", &related.clauses),
        writer.dated_links("Agreements", &related.agreements),
        writer.dated_links("Events", &related.events),
        writer.links("Sectors", &related.sectors),
        writer.links("Organisations", &related.organisations),
        writer.links("Disputes", &related.disputes),
    ];
    writer.finish(source.title.clone(), origin, None, sections)
}

fn of_dispute(mut writer: Writer<'_>, dispute: &Dispute) -> Page {
    let origin = vec![Phrase::Disputed("sources disagree".to_owned())];
    let claims = writer.claims(writer.item.id().part);
    let related = &writer.related;
    let whole = dispute.about.contains(&writer.dossier.id).then(|| "the dossier as a whole".to_owned());
    let sections = vec![
        Section { label: "Claims", facts: claims.into_iter().collect(), ..Section::default() },
        words("About", whole),
        writer.links("Agreements", &related.agreements),
        writer.links("Clauses", &related.clauses),
        writer.dated_links("Events", &related.events),
        writer.links("Sectors", &related.sectors),
        writer.links("Organisations", &related.organisations),
    ];
    writer.finish(dispute.topic.clone(), origin, None, sections)
}
