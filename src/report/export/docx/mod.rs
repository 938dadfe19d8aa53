//! A selection as a Word document: headings, a list of contents, items with their links, and the sources once, numbered as
//! they are cited.

mod article;
mod bookmarks;
mod chapters;
mod contents;
mod sources;
mod tables;
mod writer;

use super::document::Document;
use super::selection::{Selection, heading};
use crate::model::{ItemId, Kind};
use crate::report::forms::docx::{About, Docx, Made, Paragraph, Shape, Style};
use bookmarks::Bookmarks;
use std::io::{self, Write};
use writer::Writer;

/// The language of all that is not the text of an agreement.
const OWN_LANGUAGE: &str = "en";

/// Writes the document, with at most this many facts in each section of an item.
///
/// # Errors
/// What the writer returns.
pub(in crate::report) fn write(
    selection: &Selection<'_>,
    most: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    let document = Document::limited(selection, most);
    let alone = selection.alone();
    let agreement = alone.and_then(|item| selection.collection.agreement(item));
    let title = agreement.map_or_else(|| selection.title(), |agreement| agreement.title.clone());
    let as_of =
        selection.dossiers().iter().filter_map(|(_, dossier)| dossier.as_of).max_by_key(|date| date.ends());
    let about = About {
        title: &title,
        language: agreement.and_then(|agreement| agreement.language.as_deref()).unwrap_or(OWN_LANGUAGE),
        as_of,
        made: if alone.is_some() { Made::Agreement } else { Made::Pages },
        shape: Shape::Upright,
    };
    let bookmarks = Bookmarks::of(selection);
    let docx = Docx::begin(&about, out)?;
    let mut writer = Writer { document, bookmarks, docx, alone };
    writer.all(&title)?;
    writer.docx.finish()
}

impl Writer<'_, '_> {
    fn all(&mut self, title: &str) -> io::Result<()> {
        self.title(title)?;
        let groups = self.document.groups();
        if self.alone.is_none() {
            self.about()?;
        }
        for (name, items) in &groups {
            // The agreement comes before the list of its clauses.
            let own = usize::from(self.alone.is_some() && items.first() == self.alone.as_ref());
            let (first, rest) = items.split_at_checked(own).unwrap_or_default();
            first.iter().try_for_each(|item| article::write(self, *item))?;
            if Some(name) == groups.first().map(|(name, _)| name) && items.len() > 1 {
                contents::write(self, &groups)?;
            }
            self.group(name, rest)?;
        }
        let sources = self.document.sources();
        if !sources.is_empty() {
            self.group_heading(heading(Kind::Source))?;
            sources::write(self, &sources)?;
        }
        Ok(())
    }

    fn title(&mut self, title: &str) -> io::Result<()> {
        let mut paragraph = Paragraph::new(Style::Title);
        match self.alone {
            Some(item) => self.bookmark(&mut paragraph, item, title),
            None => paragraph.text(title),
        }
        self.docx.paragraph(&paragraph)
    }

    /// What the dossiers are about, and what is not on record.
    fn about(&mut self) -> io::Result<()> {
        let dossiers = self.document.selection.dossiers();
        for (_, dossier) in &dossiers {
            if dossiers.len() > 1 {
                self.words(Style::Heading(1), &dossier.title)?;
            }
            for line in dossier.summary.iter().flat_map(|summary| summary.lines()) {
                self.words(Style::Body, line)?;
            }
            if let Some(date) = dossier.as_of {
                self.words(Style::Aside, &format!("As of {}.", date.shown()))?;
            }
        }
        self.words(Style::Aside, &self.document.counts())?;
        for line in self.document.missing() {
            self.words(Style::Aside, &line)?;
        }
        Ok(())
    }

    fn group(&mut self, name: &str, items: &[ItemId]) -> io::Result<()> {
        let kind = items.first().map(|item| item.kind());
        match kind {
            Some(Kind::Source) | None => return Ok(()),
            _ if self.alone.is_some() => {}
            _ => self.group_heading(name)?,
        }
        match kind {
            Some(Kind::Event) => tables::timeline(self, items)?,
            Some(Kind::Organisation) => tables::memberships(self, items)?,
            _ => {}
        }
        let mut last_year = None;
        for item in items {
            if kind == Some(Kind::Event) {
                self.year(*item, &mut last_year)?;
            }
            chapters::write(self, *item)?;
            article::write(self, *item)?;
        }
        Ok(())
    }

    /// The heading of a year before its first event.
    fn year(&mut self, event: ItemId, last: &mut Option<i32>) -> io::Result<()> {
        let item = self.document.selection.collection.item(event);
        let year = item.and_then(|item| item.date()).map(|date| i32::from(date.begins().year));
        match year.filter(|_| year != *last) {
            Some(year) => {
                *last = Some(year);
                self.words(Style::Heading(2), &year.to_string())
            }
            None => Ok(()),
        }
    }

    fn group_heading(&mut self, name: &str) -> io::Result<()> {
        let (id, mark) = self.bookmarks.of_group(name);
        // The only other group of an agreement are its sources, which are no part of it.
        let style = if self.alone.is_some() { Style::AsideHeading } else { Style::Heading(1) };
        let mut paragraph = Paragraph::new(style);
        paragraph.bookmarked(id, &mark, name);
        self.docx.paragraph(&paragraph)
    }
}
