//! The page of HTML that is written, and text that is safe in it.

use crate::model::ItemId;
use crate::report::export::selection::{Selection, heading, web_address};
use crate::text::{shown, shown_lines};
use std::collections::HashSet;

/// The page being written, and the items on it.
pub(super) struct Document<'a> {
    pub(super) selection: &'a Selection<'a>,
    /// What can be linked to.
    on_page: HashSet<ItemId>,
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

/// Text in which nothing is markup, on one line.
pub(super) fn escape(words: &str) -> String {
    markup(&shown(words))
}

/// Text in which nothing is markup, with its line breaks.
pub(super) fn lines(words: &str) -> String {
    markup(&shown_lines(words)).replace('\n', "<br>\n")
}

fn markup(shown: &str) -> String {
    let mut out = String::with_capacity(shown.len() + 8);
    for c in shown.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}

/// A web address as a link; anything else as words.
pub(super) fn web_link(url: &str, words: &str) -> String {
    match web_address(url) {
        Some(url) => format!("<a href=\"{}\" rel=\"noopener noreferrer\">{}</a>", escape(url), escape(words)),
        None => escape(words),
    }
}
