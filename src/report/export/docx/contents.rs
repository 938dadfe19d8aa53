//! The list of contents: a field that word processors can renew, filled with links.

use super::chapters;
use super::writer::Writer;
use crate::insight::compare::label;
use crate::model::{ItemId, Kind};
use crate::report::export::document::Group;
use crate::report::export::selection::heading;
use crate::report::forms::docx::{Paragraph, Style};
use std::io;

/// The field: the headings of two levels as links, without numbers of pages, which only a word processor knows.
const BEGIN: &str = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-2\" \\h \\n \
    </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
const END: &str = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

pub(super) fn write(writer: &mut Writer<'_, '_>, groups: &[Group]) -> io::Result<()> {
    let mut entries = match writer.alone {
        Some(_) => of_agreement(writer, groups),
        None => groups.iter().flat_map(|group| of_group(writer, group)).collect(),
    };
    if writer.alone.is_some() {
        entries.push(group_entry(writer, heading(Kind::Source)));
    }
    writer.words(Style::AsideHeading, "Contents")?;
    let last = entries.len().saturating_sub(1);
    for (at, (level, inside)) in entries.into_iter().enumerate() {
        let mut paragraph = Paragraph::new(Style::Contents(level));
        if at == 0 {
            paragraph.markup(BEGIN);
        }
        paragraph.append(&inside);
        if at == last {
            paragraph.markup(END);
        }
        writer.docx.paragraph(&paragraph)?;
    }
    Ok(())
}

/// A level and what the entry says.
type Entry = (usize, Paragraph);

fn group_entry(writer: &Writer<'_, '_>, name: &str) -> Entry {
    let mut paragraph = Paragraph::new(Style::Contents(1));
    writer.link_to_group(&mut paragraph, name);
    (1, paragraph)
}

/// The group and what the list of contents names of it.
fn of_group(writer: &Writer<'_, '_>, (name, items): &Group) -> Vec<Entry> {
    let mut entries = vec![group_entry(writer, name)];
    entries.extend(
        writer.document.contents(items).into_iter().map(|(item, words)| link(writer, 2, item, &words)),
    );
    entries
}

/// The chapters and clauses of the only agreement.
fn of_agreement(writer: &Writer<'_, '_>, groups: &[Group]) -> Vec<Entry> {
    let items = groups.iter().flat_map(|(_, items)| items);
    let clauses: Vec<ItemId> = items.copied().filter(|item| item.kind() == Kind::Clause).collect();
    let mut entries = Vec::new();
    for clause in clauses {
        let collection = writer.document.selection.collection;
        for (level, chapter, words) in chapters::begun(&writer.document, clause) {
            entries.push(link(writer, level + 1, chapter, &words));
        }
        let words = label(collection, clause);
        entries.push(link(writer, chapters::depth(&writer.document, clause) + 1, clause, &words));
    }
    entries
}

fn link(writer: &Writer<'_, '_>, level: usize, item: ItemId, words: &str) -> Entry {
    let mut paragraph = Paragraph::new(Style::Contents(level));
    writer.link(&mut paragraph, item, words);
    (level, paragraph)
}
