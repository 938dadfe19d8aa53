//! What a page holds.

use crate::insight::Entry;
use crate::insight::references::{Reference, references};
use crate::model::{Address, Collection, ItemId, Wording};
use std::ops::Range;

/// Everything to read about one item.
#[derive(Clone, Debug)]
pub struct Page {
    /// The item.
    pub item: ItemId,
    /// Its title.
    pub title: String,
    /// Where it comes from: the agreement of a clause, the date and kind of an event.
    pub origin: Vec<Phrase>,
    /// Its text.
    pub quote: Option<Quote>,
    /// Where its text names other items that are open; found by [`Page::with_references`] alone, as only the reader asks.
    pub references: Vec<Reference>,
    /// Facts and links.
    pub sections: Vec<Section>,
    /// Its address.
    pub address: Option<Address>,
}

/// Plain words and how much they matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phrase {
    /// Normal text.
    Text(String),
    /// A side remark.
    Quiet(String),
    /// A side remark on something that sources dispute.
    Disputed(String),
}

impl Phrase {
    /// The words.
    pub fn words(&self) -> &str {
        match self {
            Self::Text(words) | Self::Quiet(words) | Self::Disputed(words) => words,
        }
    }
}

/// The text of an item, and how close it is to the instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The text.
    pub text: String,
    /// How close it is to the instrument.
    pub wording: Wording,
    /// The words under it.
    pub caption: &'static str,
    /// The page's sources of it: `[1]`, `[1–3]`.
    pub cites: String,
    /// The page of the file on which it begins.
    pub page: Option<u32>,
    /// Where later pages begin: the byte of the text and the page, in order.
    pub turns: Vec<(usize, u32)>,
    /// The words that look misread, as ranges of bytes, in order.
    pub doubtful: Vec<Range<usize>>,
}

/// A labelled part of a page.
#[derive(Clone, Debug, Default)]
pub struct Section {
    /// Its label.
    pub label: &'static str,
    /// What it says in short, before its facts.
    pub head: Option<String>,
    /// A quiet remark after the head.
    pub remark: Option<String>,
    /// What it says, in order.
    pub facts: Vec<Fact>,
}

impl Page {
    /// Finds the references of a clause's text.
    #[must_use]
    pub fn with_references(mut self, collection: &Collection) -> Self {
        let text = collection.item(self.item).and_then(|item| item.clause()).map(|clause| &clause.text);
        self.references = text.map(|text| references(collection, self.item, text)).unwrap_or_default();
        self
    }

    /// Keeps at most the first `most` facts of each section.
    #[must_use]
    pub fn limited(mut self, most: usize) -> Self {
        self.sections.iter_mut().for_each(|section| section.facts.truncate(most));
        self
    }
}

/// A line of a section.
#[derive(Clone, Debug)]
pub enum Fact {
    /// Words.
    Words(Phrase),
    /// A link to another item.
    Link {
        /// Where it leads.
        item: ItemId,
        /// The date before the title, for lists in time.
        date: Option<String>,
        /// The title.
        title: String,
        /// A quiet remark after it.
        remark: String,
    },
    /// A line of a table of contents.
    Entry(Entry),
    /// How many points of an agreement are on record.
    Points {
        /// On record.
        held: usize,
        /// Declared.
        total: usize,
    },
    /// A web address.
    Web(String),
    /// A source, numbered on this page.
    Source(CitedSource),
    /// A fact that sources report differently.
    Claims(Claims),
}

/// A source with its number on the page.
#[derive(Clone, Debug)]
pub struct CitedSource {
    /// The number, from 1.
    pub number: usize,
    /// The source.
    pub item: ItemId,
    /// Publisher, kind, date, language.
    pub about: String,
    /// Its title.
    pub title: String,
    /// Its web address.
    pub web_address: Option<String>,
}

/// The sides of a dispute.
#[derive(Clone, Debug)]
pub struct Claims {
    /// The dispute.
    pub item: ItemId,
    /// What is disputed.
    pub topic: String,
    /// The sides.
    pub sides: Vec<ClaimSide>,
    /// Which of them the dossier follows, and why.
    pub shown: Option<String>,
    /// A remark on it.
    pub note: Option<String>,
}

/// One side of a dispute.
#[derive(Clone, Debug)]
pub struct ClaimSide {
    /// What it says.
    pub says: String,
    /// How many sources, and the best kind among them.
    pub sure: String,
    /// The sources.
    pub sources: Vec<CitedSource>,
}
