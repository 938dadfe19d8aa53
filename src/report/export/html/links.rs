//! Links of the page.

use crate::insight::CitedSource;
use crate::model::ItemId;
use crate::report::export::document::Document;
use crate::report::forms::html::escape;
use crate::text::web;

/// A link to an item on the page; for any other its words and its address, so that it can be found.
pub(super) fn link(document: &Document<'_>, item: ItemId, words: &str) -> String {
    let address = document.address(item);
    if document.holds(item) {
        return format!("<a href=\"#{}\">{}</a>", escape(&address), escape(words));
    }
    format!("{} <code>{}</code>", escape(words), escape(&address))
}

/// The number of a source, as a link to the list of sources.
pub(super) fn cite(document: &Document<'_>, cited: &CitedSource) -> String {
    let (address, about) = (escape(&document.address(cited.item)), escape(&cited.about));
    format!("<a href=\"#{address}\" title=\"{about}\">[{}]</a>", cited.number)
}

/// The numbers of sources, as links.
pub(super) fn cites(document: &Document<'_>, cited: &[CitedSource]) -> String {
    let links: Vec<String> = cited.iter().map(|one| cite(document, one)).collect();
    links.join(" ")
}

/// A web address as a link; anything else as words.
pub(super) fn web_link(url: &str, words: &str) -> String {
    match web::link(url) {
        Some(url) => {
            format!("<a href=\"{}\" rel=\"noopener noreferrer\">{}</a>", escape(&url), escape(words))
        }
        None => escape(words),
    }
}
