//! The contents of an agreement or a chapter.

use super::views::view;
use crate::insight::compare::{label, signed};
use crate::insight::{Entry, clauses_of, page, word_count};
use crate::model::{Collection, ItemId, Kind};
use crate::report::forms::markdown::markdown;
use crate::report::forms::{Columns, Report, Sheet, TextWriter};
use crate::text::{count, thousands, width};
use std::io::{self, Write};

/// A table of contents: a row per chapter, and per clause that is in none of them.
pub struct ContentsReport<'a> {
    /// What the item is in.
    pub collection: &'a Collection,
    /// The agreement or the chapter.
    pub item: ItemId,
    /// Its contents.
    pub entries: &'a [Entry],
}

impl Report for ContentsReport<'_> {
    fn sheet(&self) -> Sheet<'_> {
        let collection = self.collection;
        Sheet::new(columns(), self.entries.len(), move |at| Some((collection, self.entries.get(at)?)))
    }

    fn text(&self, out: &mut TextWriter<'_>) -> io::Result<()> {
        let clauses = clauses_of(self.collection, self.item).count();
        let words = word_count(self.collection, self.item);
        out.line("", &label(self.collection, self.item))?;
        out.line("", &signed(self.collection, self.item))?;
        let chapters = self.entries.iter().filter(|entry| entry.item.kind() == Kind::Chapter).count();
        let chapters = match chapters {
            0 => String::new(),
            chapters => format!(" in {}", count(chapters, "chapter", "chapters")),
        };
        let clauses = count(clauses, "clause", "clauses");
        out.line("", &format!("{clauses}{chapters}, {}", count(words, "word", "words")))?;
        if self.entries.is_empty() {
            return Ok(());
        }
        let numbers = self.entries.iter().map(|entry| width(&entry.number)).max().unwrap_or(0);
        writeln!(out, "\nclauses    words")?;
        for entry in self.entries {
            let (clauses, words) = (thousands(entry.clauses), thousands(entry.words));
            let (indent, blank) = (2 * entry.level, numbers.saturating_sub(width(&entry.number)));
            let before = format!("{clauses:>7}  {words:>7}  {:indent$}{:blank$}{}  ", "", "", entry.number);
            let before = if numbers == 0 { before.trim_end().to_owned() + "  " } else { before };
            out.linked(&before, &entry.heading, &self.collection.address_text(entry.item))?;
        }
        Ok(())
    }

    fn markdown(&self, out: &mut dyn Write) -> io::Result<()> {
        match page(self.collection, self.item) {
            Some(page) => out.write_all(markdown(&page).as_bytes()),
            None => view(self.collection, self.item.kind(), vec![self.item]).markdown(out),
        }
    }
}

type Row<'a> = (&'a Collection, &'a Entry);

pub(super) fn columns<'a>() -> Columns<'a, Row<'a>> {
    Columns::<Row<'a>>::new()
        .column("address", "the address of the chapter or the clause", |(c, e)| c.address_text(e.item))
        .column("number", "its number, without the word for a chapter", |(_, e)| e.number.as_str())
        .column("heading", "its heading", |(_, e)| e.heading.as_str())
        .column("clauses", "how many clauses it holds", |(_, e)| e.clauses)
        .column("words", "how many words they have", |(_, e)| e.words)
        .data("kind", "whether it is a chapter or a clause", |(_, e)| e.item.kind().word())
        .data("level", "how many chapters of this table it is in", |(_, e)| e.level)
}
