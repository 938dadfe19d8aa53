//! The page of HTML that is written, and its links.

use crate::model::{ItemId, ItemSet};
use crate::report::export::selection::{Selection, heading};
use crate::report::forms::html::escape;
use crate::text::web;

/// The page being written, and the items on it.
pub(super) struct Document<'a> {
    pub(super) selection: &'a Selection<'a>,
    /// What can be linked to.
    on_page: ItemSet,
}

impl<'a> Document<'a> {
    pub(super) fn new(selection: &'a Selection<'a>) -> Self {
        Self { selection, on_page: selection.items.iter().copied().collect() }
    }

    /// A link to an item on the page; for any other its words and its address, so that it can be found.
    pub(super) fn link(&self, item: ItemId, words: &str) -> String {
        let address = self.address(item);
        if self.on_page.contains(&item) {
            return format!("<a href=\"#{}\">{}</a>", escape(&address), escape(words));
        }
        format!("{} <code>{}</code>", escape(words), escape(&address))
    }

    /// The address of an item, which is its name on the page too.
    pub(super) fn address(&self, item: ItemId) -> String {
        self.selection.collection.address_text(item)
    }

    /// The items of a group of kinds.
    pub(super) fn group(&self, name: &str) -> Vec<ItemId> {
        self.selection.items.iter().copied().filter(|item| heading(item.kind()) == name).collect()
    }
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
