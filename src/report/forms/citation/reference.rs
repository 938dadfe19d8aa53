//! What a reference to an item names.

use crate::model::{Agreement, Date, Dossier, Item, Source, Thing, Wording};

/// The kind of work that is cited; each style has its own word for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// An agreement, or a clause of one.
    Treaty,
    /// A source, with or without a web address.
    Document,
    /// An entry of a dossier: an event, a sector, an organisation, a dispute.
    Entry,
}

/// Where in the cited work.
pub(super) struct Pinpoint<'a> {
    /// The number as printed ("5 bis"), where known. Whether it is an article or a point is not on record.
    pub(super) number: Option<&'a str>,
    pub(super) heading: &'a str,
    /// How close the text on record is to the instrument.
    pub(super) wording: Wording,
}

impl Pinpoint<'_> {
    /// The pinpoint in words: `no. 3, “Free passage”`.
    pub(super) fn words(&self) -> String {
        let number = self.number.map(|number| format!("no. {number}, ")).unwrap_or_default();
        format!("{number}“{}”", self.heading)
    }
}

/// What a citation names. Fields that are not on record stay out of every style.
pub(super) struct CitedWork<'a> {
    pub(super) sort: Sort,
    pub(super) address: String,
    pub(super) title: &'a str,
    pub(super) short_title: Option<&'a str>,
    /// What an agreement calls itself, or what a source is.
    pub(super) genre: Option<&'a str>,
    /// The parties of an agreement, the author of a source.
    pub(super) authors: Vec<&'a str>,
    /// Of signing or publication.
    pub(super) date: Option<Date>,
    pub(super) in_force: Option<Date>,
    /// Of signing.
    pub(super) place: Option<&'a str>,
    pub(super) publisher: Option<&'a str>,
    pub(super) language: Option<&'a str>,
    pub(super) pinpoint: Option<Pinpoint<'a>>,
    pub(super) url: Option<&'a str>,
    /// The source that reports it: the best kind among those of the item.
    pub(super) reported_by: Option<&'a Source>,
    /// The dossier that has it.
    pub(super) dossier: &'a str,
}

impl CitedWork<'_> {
    /// Who reports it, in words: publisher, title, date.
    pub(super) fn reported_by_words(&self) -> Option<String> {
        let source = self.reported_by?;
        let date = source.published.map(|date| format!(", {}", date.shown())).unwrap_or_default();
        Some(format!("as reported by {}, “{}”{date}", source.publisher, source.title))
    }

    /// What has no field of its own in the formats of reference managers, as sentences.
    pub(super) fn remarks(&self) -> Vec<String> {
        let wording = self.pinpoint.as_ref().map(|pinpoint| pinpoint.wording);
        let mut remarks: Vec<String> = self.pinpoint.iter().map(Pinpoint::words).collect();
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
        authors: Vec::new(),
        date: item.date(),
        in_force: None,
        place: None,
        publisher: None,
        language: None,
        pinpoint: None,
        url: None,
        reported_by: None,
        dossier: &dossier.title,
    };
    let mut cited = reported_by(dossier, item.sources(), blank);
    if let Some(agreement) = item.agreement() {
        cited = of_agreement(dossier, agreement, cited);
    }
    match item.thing() {
        Thing::Clause(clause) => {
            let (number, heading) = (clause.number.as_deref(), clause.heading.as_str());
            CitedWork { pinpoint: Some(Pinpoint { number, heading, wording: clause.wording }), ..cited }
        }
        Thing::Source(source) => of_source(source, cited),
        Thing::Dispute(dispute) => {
            reported_by(dossier, dispute.claims.iter().flat_map(|claim| &claim.sources), cited)
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
        authors: agreement.parties.iter().map(|id| dossier.party_name(id)).collect(),
        in_force: agreement.in_force,
        place: agreement.place.as_deref(),
        ..cited
    };
    if named.reported_by.is_some() { named } else { reported_by(dossier, &agreement.sources, named) }
}

fn of_source<'a>(source: &'a Source, blank: CitedWork<'a>) -> CitedWork<'a> {
    CitedWork {
        sort: Sort::Document,
        genre: Some(source.kind.word()),
        authors: source.author.as_deref().into_iter().collect(),
        publisher: Some(&source.publisher),
        language: source.language.as_deref(),
        url: source.url.as_deref(),
        ..blank
    }
}

/// The reference with the best of these sources, of several equally good ones the first.
fn reported_by<'a>(
    dossier: &'a Dossier,
    sources: impl IntoIterator<Item = &'a String>,
    cited: CitedWork<'a>,
) -> CitedWork<'a> {
    let best = sources.into_iter().filter_map(|id| dossier.source_by_id(id)).min_by_key(|source| source.kind);
    CitedWork { reported_by: best, url: best.and_then(|source| source.url.as_deref()), ..cited }
}
