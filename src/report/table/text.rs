//! A table for people: aligned columns, a head, remarks under it.

use super::Table;
use crate::text::{cut, shown, width};
use std::io::{self, Write};

/// Cells between columns.
const GAP: usize = 2;

/// How text looks.
#[derive(Clone, Copy, Debug, Default)]
pub struct TextLook {
    /// The cells a line may take; None where lines are never cut: in a pipe or a file.
    pub columns: Option<usize>,
    /// The escape sequence that begins what stands out; None without styles.
    pub style: Option<&'static str>,
}

pub(super) fn write(table: &Table<'_>, look: TextLook, out: &mut impl Write) -> io::Result<()> {
    if !table.is_empty() {
        let shown = table.shown();
        let heads: Vec<Words> = shown.iter().map(|(_, column)| Words::new(column.head(), false)).collect();
        let mut widths: Vec<usize> = heads.iter().map(|head| width(&head.text)).collect();
        // Twice through the rows is cheaper than holding a million of them.
        for row in lines(table) {
            for (widest, words) in widths.iter_mut().zip(&row) {
                *widest = (*widest).max(width(&words.text));
            }
        }
        if let Some(columns) = look.columns {
            narrow(&mut widths, columns);
        }
        let (on, off) = look.style.map_or(("", ""), |style| (style, "\u{1b}[0m"));
        writeln!(out, "{on}{}{off}", line(&heads, &widths, look.columns))?;
        for row in lines(table) {
            writeln!(out, "{}", line(&row, &widths, look.columns))?;
        }
    }
    for (i, note) in table.notes.iter().enumerate() {
        if i == 0 && !table.is_empty() {
            writeln!(out)?;
        }
        writeln!(out, "{}", shown(note))?;
    }
    Ok(())
}

/// The words of a cell on one line, safe to print.
struct Words {
    text: String,
    right: bool,
}

impl Words {
    fn new(text: String, right: bool) -> Self {
        Self { text, right }
    }
}

/// The rows in the columns for people.
fn lines<'t>(table: &'t Table<'_>) -> impl Iterator<Item = Vec<Words>> + 't {
    let places: Vec<usize> = table.shown().into_iter().map(|(place, _)| place).collect();
    table.rows().map(move |cells| {
        let cells = places.iter().filter_map(|place| cells.get(*place));
        cells.map(|cell| Words::new(shown(&cell.words()).into_owned(), cell.is_number())).collect()
    })
}

/// Narrows the widest columns until a line fits. The first holds the address, which is no use without its end.
fn narrow(widths: &mut [usize], columns: usize) {
    /// No column is narrowed further; what then does not fit is cut at the end of the line.
    const LEAST: usize = 8;
    let total = |widths: &[usize]| widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1);
    while total(widths) > columns {
        let widest = widths.iter_mut().skip(1).max().filter(|widest| **widest > LEAST);
        let Some(widest) = widest else { return };
        *widest -= 1;
    }
}

fn line(row: &[Words], widths: &[usize], columns: Option<usize>) -> String {
    let mut out = String::new();
    for (place, (words, cells)) in row.iter().zip(widths).enumerate() {
        if place > 0 {
            out.push_str(&" ".repeat(GAP));
        }
        let fitting = cut(&words.text, *cells, "…");
        let blanks = " ".repeat(cells.saturating_sub(width(&fitting)));
        let (before, after) = if words.right { (&*blanks, "") } else { ("", &*blanks) };
        out.push_str(before);
        out.push_str(&fitting);
        out.push_str(after);
    }
    let line = out.trim_end();
    columns.map_or(line, |columns| line.get(..crate::text::fit(line, columns, 0)).unwrap_or(line)).to_owned()
}
