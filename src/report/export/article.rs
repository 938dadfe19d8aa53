//! What a document shows of one item, whatever its form: the page of the reader without what is elsewhere in the document,
//! which are its sources, its disputes, and the agreement above a clause.

use super::document::Document;
use crate::insight::{CitedSource, Claims, Fact, Page, Phrase, Quote, Section};
use crate::model::{ItemId, Kind};

/// What is shown of one item.
pub(super) struct Article {
    pub(super) item: ItemId,
    pub(super) title: String,
    /// Whether it is a clause whose agreement is in the document, before it.
    pub(super) is_below: bool,
    /// Where it is from.
    pub(super) origin: Vec<String>,
    pub(super) quote: Option<Quote>,
    pub(super) rows: Vec<Row>,
    /// The sources of all of it.
    pub(super) cited: Vec<CitedSource>,
}

/// A label, and what sections with it say.
pub(super) struct Row {
    pub(super) label: &'static str,
    pub(super) told: Vec<Told>,
}

/// What a section says.
pub(super) struct Told {
    /// In short, before its facts; may be empty.
    pub(super) head: String,
    pub(super) facts: Vec<Fact>,
}

impl Told {
    /// Whether its facts are a line each, not several on a line.
    pub(super) fn is_list(&self) -> bool {
        self.facts
            .iter()
            .any(|fact| matches!(fact, Fact::Link { date: Some(_), .. } | Fact::Entry(_) | Fact::Claims(_)))
    }
}

impl Article {
    /// What a document shows of an item; its sources get their numbers.
    pub(super) fn of(document: &mut Document<'_>, item: ItemId) -> Option<Self> {
        let page = document.page(item)?;
        let is_below =
            item.kind() == Kind::Clause && item.agreement().is_some_and(|above| document.holds(above));
        let origin = origin(document, &page, is_below);
        let cited: Vec<CitedSource> = cited(&page).cloned().collect();
        let is_elsewhere = |fact: &Fact| is_elsewhere(document, item, is_below, &cited, fact);
        let same_label = page.sections.chunk_by(|a, b| a.label == b.label);
        let rows = same_label.filter_map(|sections| row(sections, &is_elsewhere)).collect();
        Some(Self { item, title: page.title, is_below, origin, quote: page.quote, rows, cited })
    }

    /// Whether the sides of a dispute are given here, not where a link leads.
    pub(super) fn tells_sides(&self, document: &Document<'_>, claims: &Claims) -> bool {
        claims.item == self.item || !document.holds(claims.item)
    }
}

/// Where the item is from. A clause below its agreement does not repeat what the agreement says.
fn origin(document: &Document<'_>, page: &Page, is_below: bool) -> Vec<String> {
    let words = |phrase: &Phrase| phrase.words().to_owned();
    if !is_below {
        return page.origin.iter().map(words).collect();
    }
    let clause = document.selection.collection.item(page.item).and_then(|item| item.clause());
    let place = clause.and_then(|clause| clause.place_and_page());
    let disputed = page.origin.iter().filter(|phrase| matches!(phrase, Phrase::Disputed(_))).map(words);
    place.into_iter().chain(disputed).collect()
}

/// The sources of a page.
fn cited(page: &Page) -> impl Iterator<Item = &CitedSource> {
    page.sections.iter().flat_map(|section| &section.facts).filter_map(|fact| match fact {
        Fact::Source(source) => Some(source),
        _ => None,
    })
}

/// Sections with the same label; nothing if all of it is elsewhere.
fn row(sections: &[Section], is_elsewhere: &dyn Fn(&Fact) -> bool) -> Option<Row> {
    let told = |section: &Section| {
        let facts: Vec<Fact> = section.facts.iter().filter(|fact| !is_elsewhere(fact)).cloned().collect();
        let head: Vec<&str> = section.head.as_deref().into_iter().chain(section.remark.as_deref()).collect();
        (!facts.is_empty() || !head.is_empty()).then(|| Told { head: head.join(" · "), facts })
    };
    let told: Vec<Told> = sections.iter().filter_map(told).collect();
    let label = sections.first()?.label;
    (!told.is_empty()).then_some(Row { label, told })
}

/// Whether the document has a fact in another place: sources at its end, the clauses of an agreement after it, the agreement
/// of a clause before it.
fn is_elsewhere(
    document: &Document<'_>,
    of: ItemId,
    is_below: bool,
    cited: &[CitedSource],
    fact: &Fact,
) -> bool {
    match fact {
        Fact::Source(_) => true,
        Fact::Points { .. } => is_below,
        Fact::Link { item, .. } if is_below => of.agreement() == Some(*item),
        Fact::Link { item, .. } => {
            of.kind() == Kind::Agreement && item.agreement() == Some(of) && document.holds(*item)
        }
        Fact::Web(url) => cited.iter().any(|source| source.web_address.as_ref() == Some(url)),
        Fact::Words(_) | Fact::Entry(_) | Fact::Claims(_) => false,
    }
}
