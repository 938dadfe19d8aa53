//! A source as the list at the end of a document has it.

use super::document::Document;
use crate::insight::{Fact, Phrase};
use crate::model::ItemId;

/// What the list says of a source.
pub(super) struct ListedSource {
    pub(super) title: String,
    /// Publisher, kind, date, language.
    pub(super) about: String,
    /// Its author, its address and remarks, a line each.
    pub(super) details: Vec<Detail>,
}

/// A line about a source.
pub(super) enum Detail {
    Web(String),
    Words(String),
}

impl ListedSource {
    /// What the list says of a source. Who cites it is not said: that is where its number leads from.
    pub(super) fn of(document: &mut Document<'_>, source: ItemId) -> Option<Self> {
        let page = document.page(source)?;
        let about: Vec<&str> = page.origin.iter().map(Phrase::words).collect();
        let about = about.join(" · ");
        let facts = page.sections.into_iter().flat_map(|section| section.facts);
        let detail = |fact| match fact {
            Fact::Web(url) => Some(Detail::Web(url)),
            Fact::Words(Phrase::Text(words)) => Some(Detail::Words(words)),
            _ => None,
        };
        Some(Self { about, title: page.title, details: facts.filter_map(detail).collect() })
    }
}
