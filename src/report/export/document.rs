//! What a document of several items holds, whatever its form: its groups, its list of contents, the numbers of its sources.

use super::selection::{Selection, heading};
use crate::insight::{Citations, Page, page_in};
use crate::model::{ItemId, ItemSet, Kind};
use crate::report::words::{counted, not_on_record};

/// A group with a name: its heading and its items.
pub(super) type Group = (&'static str, Vec<ItemId>);

/// The document being written, and the items in it.
pub(super) struct Document<'a> {
    pub(super) selection: &'a Selection<'a>,
    /// What can be linked to.
    held: ItemSet,
    /// The sources cited so far. They are listed once, at the end.
    citations: Citations,
    /// The most facts of each section of an item.
    most: usize,
}

impl<'a> Document<'a> {
    pub(super) fn new(selection: &'a Selection<'a>) -> Self {
        Self::limited(selection, usize::MAX)
    }

    /// A document with at most this many facts in each section of an item.
    pub(super) fn limited(selection: &'a Selection<'a>, most: usize) -> Self {
        let held = selection.items.iter().copied().collect();
        Self { selection, held, citations: Citations::default(), most }
    }

    /// What there is to read about an item; its sources get the numbers of the whole document.
    pub(super) fn page(&mut self, item: ItemId) -> Option<Page> {
        let page = page_in(self.selection.collection, item, &mut self.citations)?;
        Some(page.limited(self.most))
    }

    /// Whether an item has a place in the document.
    pub(super) fn holds(&self, item: ItemId) -> bool {
        self.held.contains(&item)
    }

    /// The address of an item, which is its name in the document too.
    pub(super) fn address(&self, item: ItemId) -> String {
        self.selection.collection.address_text(item)
    }

    /// The groups that have items, in the order of the document; sources are listed as they are cited.
    pub(super) fn groups(&self) -> Vec<Group> {
        let mut names: Vec<&'static str> = Vec::new();
        for name in self.selection.items.iter().map(|item| heading(item.kind())) {
            if names.last() != Some(&name) {
                names.push(name);
            }
        }
        names.into_iter().map(|name| (name, self.group(name))).collect()
    }

    /// The items of a group of kinds; of the agreements of a dossier the leading one is first, with its clauses.
    fn group(&self, name: &str) -> Vec<ItemId> {
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

    /// What the list of contents names of a group, and by which words: events by their year, the first of each. Clauses,
    /// disputes and sources are too many and too long for a list.
    pub(super) fn contents(&self, items: &[ItemId]) -> Vec<(ItemId, String)> {
        let mut last_year = None;
        let mut entries = Vec::new();
        for item in items.iter().filter_map(|id| self.selection.collection.item(*id)) {
            match item.kind() {
                Kind::Agreement | Kind::Sector | Kind::Organisation => {
                    entries.push((item.id(), item.list_title().to_owned()));
                }
                Kind::Event => {
                    let year = item.date().map(|date| date.begins().year);
                    if year != last_year {
                        last_year = year;
                        entries.push((item.id(), year.map(|year| year.to_string()).unwrap_or_default()));
                    }
                }
                Kind::Clause | Kind::Chapter | Kind::Dispute | Kind::Source => {}
            }
        }
        entries
    }

    /// The sources that were cited, then those that are in the document without being cited.
    pub(super) fn sources(&self) -> Vec<ItemId> {
        let cited = self.citations.sources();
        let known: ItemSet = cited.iter().copied().collect();
        let others = self.selection.items.iter().copied();
        let others = others.filter(|item| item.kind() == Kind::Source && !known.contains(item));
        cited.iter().copied().chain(others).collect()
    }

    /// How many of each kind are in it, in words.
    pub(super) fn counts(&self) -> String {
        let of = |kind: Kind| self.selection.items.iter().filter(|item| item.kind() == kind).count();
        let kinds = Kind::ALL.iter().map(|kind| (*kind, of(*kind)));
        let counts: Vec<String> = kinds.filter(|(_, n)| *n > 0).map(|(kind, n)| counted(kind, n)).collect();
        counts.join(" · ")
    }

    /// What is not on record, a line each.
    pub(super) fn missing(&self) -> Vec<String> {
        not_on_record(self.selection.collection, &self.selection.items)
    }
}
