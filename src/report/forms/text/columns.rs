//! Aligned columns for people.

use super::lines::TextLook;
use crate::text::{cut, shown, width};
use std::io::{self, Write};

/// A column of so few cells is no text: a date, a word of the format.
const SHORT: usize = 13;

/// Cells before a row.
const INDENT: usize = 2;

/// Writes rows of cells, each column as wide as its widest cell but at most `widest`, two blanks between them; narrower
/// where `look` has a width: texts first, dates and words after them, the last column, which holds the address where
/// there is one, not at all. Cells are filtered for a terminal here.
///
/// # Errors
/// What the writer returns.
pub(in crate::report) fn columns(
    rows: &[Vec<String>],
    widest: usize,
    look: TextLook,
    out: &mut dyn Write,
) -> io::Result<()> {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let cell = |row: &Vec<String>, i: usize| row.get(i).map_or(0, |c| width(c)).min(widest);
    let mut widths: Vec<usize> =
        (0..count).map(|i| rows.iter().map(|row| cell(row, i)).max().unwrap_or(0)).collect();
    if let Some(cells) = look.columns {
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
        writeln!(out, "{}", fitted(line.trim_end(), look.columns))?;
    }
    Ok(())
}

/// Cells between columns.
pub(in crate::report) const GAP: usize = 2;

/// Narrows the widest columns until a line fits, but not those at the places that are `kept`.
pub(in crate::report) fn narrow(widths: &mut [usize], cells: usize, kept: impl Fn(usize) -> bool) {
    /// No column is narrowed further; what then does not fit is cut at the end of the line.
    const LEAST: usize = 8;
    let gaps = GAP * widths.len().saturating_sub(1);
    while widths.iter().sum::<usize>() + gaps > cells {
        let others = widths.iter_mut().enumerate().filter(|(place, _)| !kept(*place));
        let widest = others.map(|(_, cells)| cells).max_by_key(|cells| **cells);
        let Some(widest) = widest.filter(|widest| **widest > LEAST) else { return };
        *widest -= 1;
    }
}

/// As much of a line as fits, with a mark where it was cut.
pub(in crate::report) fn fitted(line: &str, room: Option<usize>) -> String {
    room.map_or_else(|| line.to_owned(), |room| cut(line, room, "…").into_owned())
}
