//! The document while its parts are written, and links in it.

use super::bookmarks::Bookmarks;
use crate::insight::{CitedSource, clauses_of};
use crate::model::{ItemId, Kind};
use crate::report::export::document::Document;
use crate::report::forms::docx::{Docx, Paragraph, Style};
use crate::text::web;
use std::io;

/// The document while its parts are written.
pub(super) struct Writer<'a, 'o> {
    pub(super) document: Document<'a>,
    pub(super) bookmarks: Bookmarks,
    pub(super) docx: Docx<'o>,
    /// The only agreement, if it and its clauses are all that is selected: then it is the document.
    pub(super) alone: Option<ItemId>,
}

impl Writer<'_, '_> {
    /// Writes a paragraph of these words.
    pub(super) fn words(&mut self, style: Style, words: &str) -> io::Result<()> {
        self.docx.paragraph(&Paragraph::of(style, words))
    }

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
