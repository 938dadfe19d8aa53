//! Names of places in the document, and links to them.

use super::Writer;
use crate::insight::{CitedSource, chapters_of, clauses_of};
use crate::model::{ItemId, Kind};
use crate::report::export::selection::{Selection, heading};
use crate::report::forms::docx::Paragraph;
use crate::text::web;
use std::collections::{HashMap, HashSet};

/// No name of a bookmark is longer.
const LONGEST: usize = 40;

/// The bookmarks of the document: each item by its address, as far as a name may have it, and each group.
pub(super) struct Bookmarks(HashMap<ItemId, (usize, String)>);

impl Bookmarks {
    /// Names for everything that may have a place: what is selected, and the sources that it cites.
    pub(super) fn of(selection: &Selection<'_>) -> Self {
        let collection = selection.collection;
        let (mut names, mut taken) = (HashMap::new(), HashSet::new());
        let sources = selection.dossiers().into_iter().flat_map(|(place, dossier)| {
            dossier.parts(Kind::Source).into_iter().map(move |part| ItemId { dossier: place, part })
        });
        let chapters = selection.agreements().into_iter().flat_map(|item| chapters_of(collection, item));
        for item in selection.items.iter().copied().chain(chapters).chain(sources) {
            let id = names.len() + 1;
            names.entry(item).or_insert_with(|| (id, name(&collection.address_text(item), &mut taken)));
        }
        Self(names)
    }

    fn of_item(&self, item: ItemId) -> Option<&(usize, String)> {
        self.0.get(&item)
    }

    /// The id and the name of a group. No address begins like it, as `_` is in none.
    pub(super) fn of_group(&self, name: &str) -> (usize, String) {
        let kinds = Kind::ALL.iter().position(|kind| heading(*kind) == name).unwrap_or_default();
        (self.0.len() + 1 + kinds, format!("group__{}", name.to_lowercase().replace(' ', "_")))
    }
}

/// An address as the name of a bookmark: letters, digits and `_`, the first a letter, at most 40.
fn name(address: &str, taken: &mut HashSet<String>) -> String {
    let sign = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    let plain: String = address.chars().map(sign).collect();
    let begins = plain.chars().next().is_some_and(|c| c.is_ascii_alphabetic());
    let plain = if begins { plain } else { format!("a{plain}") };
    let cut = |room: usize| -> String { plain.chars().take(room).collect() };
    let mut own = cut(LONGEST);
    let mut more = 1;
    while !taken.insert(own.to_lowercase()) {
        more += 1;
        let tail = format!("_{more}");
        own = cut(LONGEST - tail.len()) + &tail;
    }
    own
}

impl Writer<'_, '_> {
    /// Adds the words of an item's heading, to which links lead.
    pub(super) fn bookmark(&self, paragraph: &mut Paragraph, item: ItemId, words: &str) {
        match self.bookmarks.of_item(item) {
            Some((id, name)) => paragraph.bookmarked(*id, name, words),
            None => paragraph.text(words),
        }
    }

    /// Adds a link to an item in the document; for any other its words and its address, so that it can be found.
    pub(super) fn link(&self, paragraph: &mut Paragraph, item: ItemId, words: &str) {
        match self.bookmarks.of_item(item).filter(|_| self.has_a_place(item)) {
            Some((_, name)) => paragraph.link(name, words),
            None => paragraph.text(&format!("{words} ({})", self.document.address(item))),
        }
    }

    /// Whether an item has a heading: chapters have one if a clause of theirs is there.
    fn has_a_place(&self, item: ItemId) -> bool {
        self.document.holds(item)
            || item.kind() == Kind::Chapter
                && clauses_of(self.document.selection.collection, item)
                    .any(|clause| self.document.holds(clause))
    }

    /// Adds the numbers of sources, as links to the list of sources.
    pub(super) fn cite(&self, paragraph: &mut Paragraph, cited: &[CitedSource]) {
        for source in cited {
            paragraph.text(" ");
            let words = format!("[{}]", source.number);
            match self.bookmarks.of_item(source.item) {
                Some((_, name)) => paragraph.link(name, &words),
                None => paragraph.text(&words),
            }
        }
    }

    /// Adds a web address as a link; anything else as words.
    pub(super) fn web(&mut self, paragraph: &mut Paragraph, url: &str) {
        match web::link(url) {
            Some(safe) => {
                let id = self.docx.web(&safe);
                paragraph.web_link(&id, url);
            }
            None => paragraph.text(url),
        }
    }

    /// Adds a link to the heading of a group.
    pub(super) fn link_to_group(&self, paragraph: &mut Paragraph, name: &str) {
        paragraph.link(&self.bookmarks.of_group(name).1, name);
    }
}
