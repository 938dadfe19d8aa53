//! References to an item: one [`Reference`], written in the styles that people and reference managers read.

mod bibtex;
mod csl;
mod ris;
mod text;

use crate::model::{Agreement, Collection, Date, Dossier, ItemId, Part, Source, Wording};
use serde_json::Value;

/// How a reference is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// One line for people.
    Text,
    /// A BibTeX entry, with the fields of biblatex too.
    Bibtex,
    /// The data of the Citation Style Language, a JSON array of one item.
    CslJson,
    /// The lines of RIS.
    Ris,
}

impl Style {
    /// Every style, in the order of the help.
    pub const ALL: [Self; 4] = [Self::Text, Self::Bibtex, Self::CslJson, Self::Ris];

    /// Its name on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Bibtex => "bibtex",
            Self::CslJson => "csl-json",
            Self::Ris => "ris",
        }
    }
}

/// A reference to an item in a style, without a line break at its end. None where the item is not in the collection.
pub fn citation(collection: &Collection, item: ItemId, style: Style) -> Option<String> {
    let reference = reference(collection, item)?;
    Some(match style {
        Style::Text => text::write(&reference),
        Style::Bibtex => bibtex::write(&reference),
        Style::CslJson => {
            let items = Value::from(vec![csl::item(&reference)]);
            super::table::escaped(&serde_json::to_string_pretty(&items).ok()?).into_owned()
        }
        Style::Ris => ris::write(&reference),
    })
}

/// What kind of thing is cited; each style has its own word for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// An agreement, or a clause of one.
    Treaty,
    /// A source, with or without a web address.
    Document,
    /// What a dossier says: an event, a sector, an organisation, a dispute.
    Entry,
}

/// Where in the cited work.
struct Pinpoint<'a> {
    /// The number as printed ("5 bis"), where known. Whether it is an article or a point is not on record.
    number: Option<&'a str>,
    heading: &'a str,
    /// How near the text on record is to the instrument.
    wording: Wording,
}

impl Pinpoint<'_> {
    /// The pinpoint in words: `no. 3, “Free passage”`.
    fn words(&self) -> String {
        let number = self.number.map(|number| format!("no. {number}, ")).unwrap_or_default();
        format!("{number}“{}”", self.heading)
    }
}

/// What a reference names. Fields that are not on record stay out of every style.
struct Reference<'a> {
    sort: Sort,
    address: String,
    title: &'a str,
    short_title: Option<&'a str>,
    /// What an agreement calls itself, or what a source is.
    genre: Option<&'a str>,
    /// The parties of an agreement, the author of a source.
    authors: Vec<&'a str>,
    /// Of signing or publication.
    date: Option<Date>,
    in_force: Option<Date>,
    /// Of signing.
    place: Option<&'a str>,
    publisher: Option<&'a str>,
    language: Option<&'a str>,
    pinpoint: Option<Pinpoint<'a>>,
    url: Option<&'a str>,
    /// The source that tells of it: the best kind among those of the item.
    told_by: Option<&'a Source>,
    /// The dossier that has it.
    dossier: &'a str,
}

impl Reference<'_> {
    /// Who tells of it, in words: publisher, title, date.
    fn told_by_words(&self) -> Option<String> {
        let source = self.told_by?;
        let date = source.published.map(|date| format!(", {}", date.shown())).unwrap_or_default();
        Some(format!("as told by {}, “{}”{date}", source.publisher, source.title))
    }

    /// What has no field of its own in the formats of reference managers, as sentences.
    fn remarks(&self) -> Vec<String> {
        let wording = self.pinpoint.as_ref().map(|pinpoint| pinpoint.wording);
        let mut remarks: Vec<String> = self.pinpoint.iter().map(Pinpoint::words).collect();
        remarks.extend(
            wording.filter(|w| *w != Wording::Official).map(|w| format!("on record as {}", w.word())),
        );
        remarks.extend(self.told_by_words());
        remarks.push(format!("accords {}", self.address));
        remarks
    }
}

fn reference<'a>(collection: &'a Collection, item: ItemId) -> Option<Reference<'a>> {
    let dossier = collection.dossier(item)?;
    let blank = Reference {
        sort: Sort::Entry,
        address: collection.address(item)?.to_string(),
        title: collection.title(item)?,
        short_title: None,
        genre: None,
        authors: Vec::new(),
        date: collection.date(item),
        in_force: None,
        place: None,
        publisher: None,
        language: None,
        pinpoint: None,
        url: None,
        told_by: None,
        dossier: &dossier.title,
    };
    Some(match item.part {
        Part::Agreement(i) => of_agreement(dossier, dossier.agreement(i)?, blank),
        Part::Clause(i, _) => {
            let (agreement, clause) = (dossier.agreement(i)?, dossier.clause(item.part)?);
            let pinpoint = Pinpoint {
                number: clause.number.as_deref(),
                heading: &clause.heading,
                wording: clause.wording,
            };
            let cited = told_by(dossier, &clause.sources, blank);
            Reference { pinpoint: Some(pinpoint), ..of_agreement(dossier, agreement, cited) }
        }
        Part::Event(i) => told_by(dossier, &dossier.event(i)?.sources, blank),
        Part::Sector(i) => told_by(dossier, &dossier.sector(i)?.sources, blank),
        Part::Organisation(i) => told_by(dossier, &dossier.organisation(i)?.sources, blank),
        Part::Source(i) => of_source(dossier.source(i)?, blank),
        Part::Dispute(i) => {
            let claims = &dossier.dispute(i)?.claims;
            let sources: Vec<&String> = claims.iter().flat_map(|claim| &claim.sources).collect();
            told_by(dossier, sources, blank)
        }
    })
}

fn of_agreement<'a>(dossier: &'a Dossier, agreement: &'a Agreement, cited: Reference<'a>) -> Reference<'a> {
    let named = Reference {
        sort: Sort::Treaty,
        title: &agreement.title,
        short_title: agreement.short_title.as_deref(),
        genre: agreement.kind.map(|kind| kind.word()),
        authors: agreement.parties.iter().map(|id| dossier.party_name(id)).collect(),
        in_force: agreement.in_force,
        place: agreement.place.as_deref(),
        ..cited
    };
    if named.told_by.is_some() { named } else { told_by(dossier, &agreement.sources, named) }
}

fn of_source<'a>(source: &'a Source, blank: Reference<'a>) -> Reference<'a> {
    Reference {
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
fn told_by<'a>(
    dossier: &'a Dossier,
    sources: impl IntoIterator<Item = &'a String>,
    cited: Reference<'a>,
) -> Reference<'a> {
    let best = sources.into_iter().filter_map(|id| dossier.source_by_id(id)).min_by_key(|source| source.kind);
    Reference { told_by: best, url: best.and_then(|source| source.url.as_deref()), ..cited }
}
