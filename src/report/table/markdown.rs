//! A table as Markdown; nothing of the data acts as markup.

use super::super::markdown::escape;
use super::Table;
use std::io::{self, Write};

pub(super) fn write(table: &Table<'_>, out: &mut impl Write) -> io::Result<()> {
    let shown = table.shown();
    let line = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    writeln!(out, "{}", line(shown.iter().map(|(_, column)| column.head()).collect()))?;
    writeln!(out, "|{}", "---|".repeat(shown.len()))?;
    for cells in table.rows() {
        let words =
            |(place, _): &(usize, _)| cells.get(*place).map(|cell| escape(&cell.words())).unwrap_or_default();
        writeln!(out, "{}", line(shown.iter().map(words).collect()))?;
    }
    for note in &table.notes {
        writeln!(out, "\n{}", escape(note))?;
    }
    Ok(())
}
