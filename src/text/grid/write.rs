//! Writes a table as lines of text.

use super::cells::Grid;
use super::read::{break_mark, is_dashes, is_escapable};
use std::fmt;

impl fmt::Display for Grid {
    /// The lines of the table, without a line break after the last.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.rows().is_empty() {
            return Ok(());
        }
        for (row, slots) in self.slots().enumerate() {
            if row == self.headers() {
                self.dashes(f)?;
            }
            f.write_str("|")?;
            for slot in slots {
                match slot.placed.cell.text.as_str() {
                    _ if slot.row < row => f.write_str(" ^^ ")?,
                    "" => f.write_str(" ")?,
                    text => write!(f, " {} ", escaped(text, row < self.headers()))?,
                }
                for _ in 0..slot.placed.cell.columns {
                    f.write_str("|")?;
                }
            }
            if row + 1 < self.rows().len() {
                f.write_str("\n")?;
            }
        }
        if self.headers() == self.rows().len() {
            f.write_str("\n")?;
            self.dashes(f)?;
        }
        Ok(())
    }
}

impl Grid {
    /// The line below the header rows, with a line break unless it is the last.
    fn dashes(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("|")?;
        for _ in 0..self.columns() {
            f.write_str(" --- |")?;
        }
        if self.headers() < self.rows().len() { f.write_str("\n") } else { Ok(()) }
    }
}

/// The text of a cell on one line.
fn escaped(text: &str, in_header: bool) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    // What would be a mark only because it is alone in its cell.
    if text == "^^" || (in_header && is_dashes(text)) {
        out.push('\\');
    }
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        let mut after = rest.chars().skip(1);
        let next = after.next().unwrap_or(' ');
        let would_mark = match c {
            '|' => true,
            '\\' => is_escapable(next) || (before.is_whitespace() && next.is_whitespace()),
            '<' => break_mark(rest).is_some(),
            _ => false,
        };
        if would_mark {
            out.push('\\');
        }
        match c {
            '\n' => out.push_str(" \\ "),
            c => out.push(c),
        }
        before = c;
    }
    out
}
