//! Aligned columns for people.

use crate::text::{cut, shown, width};
use std::io::{self, Write};

/// Writes rows of cells, each column as wide as its widest cell but at most `widest`, two blanks between them. Cells
/// are filtered for a terminal here.
///
/// # Errors
/// What the writer returns.
pub(super) fn columns(rows: &[Vec<String>], widest: usize, out: &mut impl Write) -> io::Result<()> {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let cell = |row: &Vec<String>, i: usize| row.get(i).map_or(0, |c| width(c)).min(widest);
    let widths: Vec<usize> =
        (0..count).map(|i| rows.iter().map(|row| cell(row, i)).max().unwrap_or(0)).collect();
    for row in rows {
        let mut line = String::new();
        for (text, room) in row.iter().zip(&widths) {
            let text = shown(text);
            let text = cut(&text, *room, "…");
            line.push_str(&text);
            line.push_str(&" ".repeat(room.saturating_sub(width(&text)) + 2));
        }
        writeln!(out, "  {}", line.trim_end())?;
    }
    Ok(())
}
