//! Aligned columns for people.

use super::writer::TextWriter;
use crate::text::{cut, shown, width};
use std::io::{self, Write};

/// A column at most this wide is not text but a date or a word of the format.
const SHORT: usize = 13;

/// The indentation of a row, in cells.
const INDENT: usize = 2;

impl TextWriter<'_> {
    /// Writes rows of texts, each column as wide as its widest text but at most `widest`, with two blanks in between. If
    /// lines have a width, columns of text are narrowed first, then dates and words, but never the last column, which may
    /// be the address. The texts are filtered for a terminal here.
    ///
    /// # Errors
    /// What the writer returns.
    pub(in crate::report) fn columns(&mut self, rows: &[Vec<String>], widest: usize) -> io::Result<()> {
        let count = rows.iter().map(Vec::len).max().unwrap_or(0);
        let cell = |row: &Vec<String>, i: usize| row.get(i).map_or(0, |c| width(c)).min(widest);
        let mut widths: Vec<usize> =
            (0..count).map(|i| rows.iter().map(|row| cell(row, i)).max().unwrap_or(0)).collect();
        if let Some(cells) = self.look.columns {
            let (last, room) = (count.saturating_sub(1), cells.saturating_sub(INDENT));
            let short: Vec<bool> = widths.iter().map(|cells| *cells <= SHORT).collect();
            narrow(&mut widths, room, |place| place == last || short.get(place) == Some(&true));
            narrow(&mut widths, room, |place| place == last);
        }
        for row in rows {
            let mut line = " ".repeat(INDENT);
            for (text, room) in row.iter().zip(&widths) {
                let text = shown(text);
                let text = cut(&text, *room, "…");
                line.push_str(&text);
                line.push_str(&" ".repeat(room.saturating_sub(width(&text)) + GAP));
            }
            writeln!(self, "{}", fitted(line.trim_end(), self.look.columns))?;
        }
        Ok(())
    }
}

/// Cells between columns.
pub(in crate::report) const GAP: usize = 2;

/// Narrows the widest columns until a line fits, except those that are `kept`.
pub(in crate::report) fn narrow(widths: &mut [usize], cells: usize, kept: impl Fn(usize) -> bool) {
    /// Columns are not narrowed further; lines that still do not fit are cut.
    const LEAST: usize = 8;
    let gaps = GAP * widths.len().saturating_sub(1);
    while widths.iter().sum::<usize>() + gaps > cells {
        let others = widths.iter_mut().enumerate().filter(|(place, _)| !kept(*place));
        let widest = others.map(|(_, cells)| cells).max_by_key(|cells| **cells);
        let Some(widest) = widest.filter(|widest| **widest > LEAST) else { return };
        *widest -= 1;
    }
}

/// As much of a line as fits, with an ellipsis if it is cut.
pub(in crate::report) fn fitted(line: &str, room: Option<usize>) -> String {
    room.map_or_else(|| line.to_owned(), |room| cut(line, room, "…").into_owned())
}
