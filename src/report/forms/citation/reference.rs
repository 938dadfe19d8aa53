//! What a reference to an item names.

use super::parties::names_parties;
use super::pinpoint::Pinpoint;
use super::wording::{day_first, series_in};
use crate::model::{Agreement, Date, Dossier, Item, Source, SourceKind, Thing, Wording};
use std::borrow::Cow;

/// The most parties that a citation names.
const MOST_PARTIES: usize = 3;

/// The kind of work that is cited; each style has its own word for it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Sort<'a> {
    /// An agreement, or a clause of one.
    Treaty,
    /// A source, with or without a web address.
    Document(&'a Source),
    /// An entry of a dossier: an event, a sector, an organisation, a dispute.
    Entry,
}

/// What a citation names. Fields that are not on record stay out of every style.
pub(super) struct CitedWork<'a> {
    pub(super) sort: Sort<'a>,
    pub(super) address: String,
    pub(super) title: &'a str,
    pub(super) short_title: Option<&'a str>,
    /// What an agreement calls itself, or what a source is.
    pub(super) genre: Option<&'a str>,
    /// The author of a source.
    pub(super) author: Option<&'a str>,
    /// The parties of an agreement.
    pub(super) parties: Vec<&'a str>,
    /// Whether the title of the agreement names all its parties.
    title_has_parties: bool,
    /// Of signing or publication.
    pub(super) date: Option<Date>,
    pub(super) in_force: Option<Date>,
    /// Of signing.
    pub(super) place: Option<&'a str>,
    /// Volume, treaty series and first page.
    pub(super) series: Option<Cow<'a, str>>,
    pub(super) publisher: Option<&'a str>,
    pub(super) language: Option<&'a str>,
    pub(super) pinpoint: Option<Pinpoint<'a>>,
    pub(super) url: Option<&'a str>,
    /// The best kind among the item's sources.
    pub(super) source: Option<&'a Source>,
    /// Whether what is on record are a source's words, not those of the instrument.
    is_reported: bool,
    /// The dossier that has it.
    pub(super) dossier: &'a str,
}

impl<'a> CitedWork<'a> {
    /// The source whose words stand for the instrument's.
    pub(super) fn reported_by(&self) -> Option<&'a Source> {
        self.source.filter(|_| self.is_reported)
    }

    /// The parties, if there are two, or three where a style names that many, and the title does not name them.
    pub(super) fn parties_to_name(&self, most: usize) -> Option<&[&'a str]> {
        let named = Some(self.parties.as_slice()).filter(|parties| (2..=most).contains(&parties.len()));
        named.filter(|_| !self.title_has_parties)
    }

    /// Who a reference manager takes for the authors: the author of a source, the parties if they are few.
    pub(super) fn authors(&self) -> Vec<&'a str> {
        let few = self.parties.iter().copied().filter(|_| self.parties.len() <= MOST_PARTIES);
        self.author.into_iter().chain(few).collect()
    }

    /// The parties if they are too many for authors.
    pub(super) fn keywords(&self) -> &[&'a str] {
        if self.parties.len() > MOST_PARTIES { &self.parties } else { &[] }
    }

    /// Since when it is in force, in words: `entered into force 16 November 1994`.
    pub(super) fn in_force_words(&self) -> Option<String> {
        self.in_force.map(|date| format!("entered into force {}", day_first(date)))
    }

    /// Who reports it, in words: publisher, title, date.
    pub(super) fn reported_by_words(&self) -> Option<String> {
        let source = self.reported_by()?;
        let date = source.published.map(|date| format!(", {}", date.shown())).unwrap_or_default();
        Some(format!("as reported by {}, “{}”{date}", source.publisher, source.title))
    }

    /// What has no field of its own in the formats of reference managers, as sentences.
    pub(super) fn remarks(&self) -> Vec<String> {
        let wording = self.pinpoint.as_ref().map(|pinpoint| pinpoint.wording);
        let mut remarks: Vec<String> = self.pinpoint.iter().map(Pinpoint::words).collect();
        remarks.extend(self.in_force_words());
        remarks.extend(
            wording.filter(|w| *w != Wording::Official).map(|w| format!("on record as {}", w.word())),
        );
        remarks.extend(self.reported_by_words());
        remarks.push(format!("accords {}", self.address));
        remarks
    }
}

/// What a reference to this item names.
pub(super) fn reference(item: Item<'_>) -> CitedWork<'_> {
    let dossier = item.dossier();
    let blank = CitedWork {
        sort: Sort::Entry,
        address: item.address().into(),
        title: item.title(),
        short_title: None,
        genre: None,
        author: None,
        parties: Vec::new(),
        title_has_parties: false,
        date: item.date(),
        in_force: None,
        place: None,
        series: None,
        publisher: None,
        language: None,
        pinpoint: None,
        url: None,
        source: None,
        is_reported: true,
        dossier: &dossier.title,
    };
    let mut cited = with_source(dossier, item.sources(), blank);
    if let Some(agreement) = item.agreement() {
        cited = of_agreement(dossier, agreement, cited);
    }
    match item.thing() {
        Thing::Clause(clause) => CitedWork {
            pinpoint: item.agreement().map(|agreement| Pinpoint::of(agreement, clause)),
            is_reported: clause.wording == Wording::Summary,
            ..cited
        },
        Thing::Chapter(chapter) => CitedWork { pinpoint: Some(Pinpoint::of_chapter(chapter)), ..cited },
        Thing::Source(source) => of_source(source, cited),
        Thing::Dispute(dispute) => {
            with_source(dossier, dispute.claims.iter().flat_map(|claim| &claim.sources), cited)
        }
        Thing::Agreement(_) | Thing::Event(_) | Thing::Sector(_) | Thing::Organisation(_) => cited,
    }
}

fn of_agreement<'a>(dossier: &'a Dossier, agreement: &'a Agreement, cited: CitedWork<'a>) -> CitedWork<'a> {
    let named = CitedWork {
        sort: Sort::Treaty,
        title: &agreement.title,
        short_title: agreement.short_title.as_deref(),
        genre: agreement.kind_word(),
        parties: agreement.parties.iter().map(|id| dossier.party_name(id)).collect(),
        title_has_parties: names_parties(dossier, agreement),
        in_force: agreement.in_force,
        place: agreement.place.as_deref(),
        series: series(dossier, agreement),
        is_reported: is_summary(agreement),
        ..cited
    };
    if named.source.is_some() { named } else { with_source(dossier, &agreement.sources, named) }
}

/// Where an agreement is published; if that is not on record, the volume and page of a treaty series in the title of a
/// primary source, which is the instrument itself.
fn series<'a>(dossier: &'a Dossier, agreement: &'a Agreement) -> Option<Cow<'a, str>> {
    let own = agreement.series.as_deref().map(str::trim).filter(|series| !series.is_empty());
    let sources = agreement.sources.iter().filter_map(|id| dossier.source_by_id(id));
    let mut primary = sources.filter(|source| source.kind == SourceKind::Primary);
    own.map(Cow::Borrowed).or_else(|| primary.find_map(|source| series_in(&source.title)).map(Cow::Owned))
}

/// Whether what is on record of an agreement are summaries only.
fn is_summary(agreement: &Agreement) -> bool {
    match agreement.clauses.as_slice() {
        [] => agreement.summary.is_some(),
        clauses => clauses.iter().all(|clause| clause.wording == Wording::Summary),
    }
}

fn of_source<'a>(source: &'a Source, blank: CitedWork<'a>) -> CitedWork<'a> {
    CitedWork {
        sort: Sort::Document(source),
        genre: source.kind.known(),
        author: source.author.as_deref(),
        publisher: Some(&source.publisher),
        language: source.language.as_deref(),
        url: source.url.as_deref(),
        ..blank
    }
}

/// The reference with the best of these sources, of several equally good ones the first.
fn with_source<'a>(
    dossier: &'a Dossier,
    sources: impl IntoIterator<Item = &'a String>,
    cited: CitedWork<'a>,
) -> CitedWork<'a> {
    let best = sources.into_iter().filter_map(|id| dossier.source_by_id(id)).min_by_key(|source| source.kind);
    CitedWork { source: best, url: best.and_then(|source| source.url.as_deref()), ..cited }
}
