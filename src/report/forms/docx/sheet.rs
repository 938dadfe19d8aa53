//! A sheet as a Word document: one table for people, on pages that lie.

use super::{About, Docx, Made, Paragraph, Shape, Style};
use crate::report::forms::sheet::Sheet;
use crate::text;
use std::io::{self, Write};

/// How many rows say how wide columns are.
const SAMPLE: usize = 200;
/// The narrowest and the widest share of a column, in characters.
const WIDTHS: (usize, usize) = (6, 48);

pub(in crate::report::forms) fn write(sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
    let about =
        About { title: "accords", language: "en", as_of: None, made: Made::Pages, shape: Shape::Landscape };
    let mut docx = Docx::begin(&about, out)?;
    let shown = sheet.shown();
    let mut widths: Vec<usize> = shown.iter().map(|(_, attribute)| text::width(&attribute.head())).collect();
    for row in sheet.shown_rows().take(SAMPLE) {
        for ((index, _), width) in shown.iter().zip(&mut widths) {
            let words = row.get(*index).map(|datum| text::width(&datum.words())).unwrap_or_default();
            *width = (*width).max(words);
        }
    }
    widths.iter_mut().for_each(|width| *width = (*width).clamp(WIDTHS.0, WIDTHS.1) + 1);
    let heads: Vec<String> = shown.iter().map(|(_, attribute)| attribute.head()).collect();
    docx.begin_table(&widths, &heads.iter().map(String::as_str).collect::<Vec<_>>())?;
    for row in sheet.shown_rows() {
        let cell = |(index, _): &(usize, _)| {
            let words = row.get(*index).map(|datum| datum.words().into_owned()).unwrap_or_default();
            Paragraph::of(Style::Cell, &words)
        };
        docx.row(&shown.iter().map(cell).collect::<Vec<_>>())?;
    }
    docx.end_table()?;
    for note in sheet.notes() {
        docx.paragraph(&Paragraph::of(Style::Aside, note))?;
    }
    docx.finish()
}
