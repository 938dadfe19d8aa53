//! The page of HTML that is written, its links and the numbers of its sources.

use crate::insight::{Citations, CitedSource, Page, page_in};
use crate::model::{ItemId, ItemSet, Kind};
use crate::report::export::selection::{Selection, heading};
use crate::report::forms::html::escape;
use crate::text::web;

/// The page being written, and the items on it.
pub(super) struct Document<'a> {
    pub(super) selection: &'a Selection<'a>,
    /// What can be linked to.
    on_page: ItemSet,
    /// The sources cited so far. They are listed once, at the end.
    citations: Citations,
}

impl<'a> Document<'a> {
    pub(super) fn new(selection: &'a Selection<'a>) -> Self {
        let on_page = selection.items.iter().copied().collect();
        Self { selection, on_page, citations: Citations::default() }
    }

    /// What there is to read about an item; its sources get the numbers of the whole page.
    pub(super) fn page(&mut self, item: ItemId) -> Option<Page> {
        page_in(self.selection.collection, item, &mut self.citations)
    }

    /// Whether an item has a place on the page.
    pub(super) fn holds(&self, item: ItemId) -> bool {
        self.on_page.contains(&item)
    }

    /// A link to an item on the page; for any other its words and its address, so that it can be found.
    pub(super) fn link(&self, item: ItemId, words: &str) -> String {
        let address = self.address(item);
        if self.holds(item) {
            return format!("<a href=\"#{}\">{}</a>", escape(&address), escape(words));
        }
        format!("{} <code>{}</code>", escape(words), escape(&address))
    }

    /// The number of a source, as a link to the list of sources.
    pub(super) fn cite(&self, cited: &CitedSource) -> String {
        let (address, about) = (escape(&self.address(cited.item)), escape(&cited.about));
        format!("<a href=\"#{address}\" title=\"{about}\">[{}]</a>", cited.number)
    }

    /// The numbers of sources, as links.
    pub(super) fn cites<'s>(&self, cited: impl IntoIterator<Item = &'s CitedSource>) -> String {
        let links: Vec<String> = cited.into_iter().map(|one| self.cite(one)).collect();
        links.join(" ")
    }

    /// The address of an item, which is its name on the page too.
    pub(super) fn address(&self, item: ItemId) -> String {
        self.selection.collection.address_text(item)
    }

    /// The items of a group of kinds; of the agreements of a dossier the leading one is first, with its clauses.
    pub(super) fn group(&self, name: &str) -> Vec<ItemId> {
        let of_group = |item: &ItemId| heading(item.kind()) == name;
        let mut items: Vec<ItemId> = self.selection.items.iter().copied().filter(of_group).collect();
        items.sort_by_key(|item| item.agreement().is_some() && !self.leads(*item));
        items
    }

    /// Whether an item is the leading agreement of its dossier, or a clause of it.
    fn leads(&self, item: ItemId) -> bool {
        let collection = self.selection.collection;
        let leading = collection.dossier(item).and_then(|dossier| dossier.leading());
        leading.zip(collection.agreement(item)).is_some_and(|(leading, own)| leading.id == own.id)
    }

    /// The sources that were cited, then those that are on the page without being cited.
    pub(super) fn sources(&self) -> Vec<ItemId> {
        let cited = self.citations.sources();
        let known: ItemSet = cited.iter().copied().collect();
        let others = self.selection.items.iter().copied();
        let others = others.filter(|item| item.kind() == Kind::Source && !known.contains(item));
        cited.iter().copied().chain(others).collect()
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
