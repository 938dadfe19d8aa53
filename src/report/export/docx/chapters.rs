//! The headings of chapters, before the first clause of each.

use super::writer::Writer;
use crate::insight::compare::label;
use crate::insight::{chapter_around, clauses_of};
use crate::model::{ItemId, Kind};
use crate::report::export::document::Document;
use crate::report::forms::docx::{Paragraph, Style};
use std::io;

/// Writes the headings of the chapters that begin with this clause.
pub(super) fn write(writer: &mut Writer<'_, '_>, clause: ItemId) -> io::Result<()> {
    for (level, chapter, words) in begun(&writer.document, clause) {
        let mut paragraph = Paragraph::new(Style::Heading(base(writer) + level));
        writer.bookmark(&mut paragraph, chapter, &words);
        writer.docx.paragraph(&paragraph)?;
    }
    Ok(())
}

/// The level of the headings of chapters and clauses that are in no chapter.
pub(super) fn base(writer: &Writer<'_, '_>) -> usize {
    if writer.alone.is_some() { 1 } else { 3 }
}

/// How many chapters a clause is in.
pub(super) fn depth(document: &Document<'_>, clause: ItemId) -> usize {
    around(document, clause).len()
}

/// The chapters whose first clause in the document this is: how many chapters each is in, and its name; the outermost first.
pub(super) fn begun(document: &Document<'_>, clause: ItemId) -> Vec<(usize, ItemId, String)> {
    let collection = document.selection.collection;
    let is_first =
        |chapter: ItemId| clauses_of(collection, chapter).find(|own| document.holds(*own)) == Some(clause);
    let chapters = around(document, clause).into_iter().enumerate();
    chapters
        .filter(|(_, chapter)| is_first(*chapter))
        .map(|(level, chapter)| (level, chapter, label(collection, chapter)))
        .collect()
}

/// The chapters around a clause, the outermost first.
fn around(document: &Document<'_>, clause: ItemId) -> Vec<ItemId> {
    if clause.kind() != Kind::Clause {
        return Vec::new();
    }
    let collection = document.selection.collection;
    let chapters = std::iter::successors(chapter_around(collection, clause), |chapter| {
        chapter_around(collection, *chapter)
    });
    let mut chapters: Vec<ItemId> = chapters.collect();
    chapters.reverse();
    chapters
}
