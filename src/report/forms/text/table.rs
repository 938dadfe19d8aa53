//! A table for people: aligned columns, a head, remarks under it.

use super::columns::{GAP, fitted, narrow};
use super::writer::TextWriter;
use crate::report::forms::sheet::{Attribute, For, Sheet};
use crate::text::{cut, shown, width};
use std::io::{self, Write};

/// Writes a sheet.
///
/// # Errors
/// What the writer returns.
pub fn write(sheet: &Sheet<'_>, out: &mut TextWriter<'_>) -> io::Result<()> {
    let look = out.look;
    if !sheet.is_empty() {
        let mut columns: Vec<Shape> = sheet.shown().into_iter().map(Shape::of_head).collect();
        // Twice through the rows is cheaper than holding a million of them.
        for row in rows(sheet, &columns) {
            for (column, (words, number)) in columns.iter_mut().zip(&row) {
                column.cells = column.cells.max(width(words));
                column.numbers |= number;
                column.holds |= !matches!(words.as_str(), "" | "?");
            }
        }
        // A column in which nothing is on record says nothing.
        columns.retain(|column| column.place == 0 || column.holds);
        if let Some(cells) = look.columns {
            spared(&mut columns, cells);
            narrowed(&mut columns, cells);
        }
        let (on, off) = look.style.map_or(("", ""), |style| (style, "\u{1b}[0m"));
        let heads: Vec<String> = columns.iter().map(|column| column.head.clone()).collect();
        writeln!(out, "{on}{}{off}", line(heads.iter(), &columns, look.columns))?;
        for row in rows(sheet, &columns) {
            writeln!(out, "{}", line(row.iter().map(|(words, _)| words), &columns, look.columns))?;
        }
    }
    for (i, note) in sheet.notes().iter().enumerate() {
        if i == 0 && !sheet.is_empty() {
            writeln!(out)?;
        }
        writeln!(out, "{}", shown(note))?;
    }
    Ok(())
}

/// The layout of a column.
struct Shape {
    head: String,
    /// Its place among all columns of the sheet.
    place: usize,
    cells: usize,
    /// Whether it has numbers, which are aligned right.
    numbers: bool,
    /// Whether anything in it is on record.
    holds: bool,
    /// Whether it is left out where there is no room for it.
    spare: bool,
}

impl Shape {
    fn of_head((place, attribute): (usize, Attribute)) -> Self {
        let head = attribute.head();
        let spare = attribute.readers == For::Spare;
        Self { cells: width(&head), head, place, numbers: false, holds: false, spare }
    }
}

/// The rows in these columns: words on one line, safe to print, and whether they are a number.
fn rows<'t>(sheet: &'t Sheet<'_>, columns: &[Shape]) -> impl Iterator<Item = Vec<(String, bool)>> + 't {
    let places: Vec<usize> = columns.iter().map(|column| column.place).collect();
    sheet.shown_rows().map(move |cells| {
        let cells = places.iter().filter_map(|place| cells.get(*place));
        cells.map(|cell| (shown(&cell.words()).into_owned(), cell.is_number())).collect()
    })
}

/// Leaves out spare columns, the last first, until the others can be read.
fn spared(columns: &mut Vec<Shape>, cells: usize) {
    /// Texts can be read if they have this many cells.
    const READABLE: usize = 16;
    let least =
        |(place, column): (usize, &Shape)| if place == 0 { column.cells } else { column.cells.min(READABLE) };
    while columns.iter().enumerate().map(least).sum::<usize>() + GAP * columns.len().saturating_sub(1) > cells
    {
        let Some(last) = columns.iter().rposition(|column| column.spare) else { return };
        columns.remove(last);
    }
}

/// The first column holds the address, which is no use without its end.
fn narrowed(columns: &mut [Shape], cells: usize) {
    let mut widths: Vec<usize> = columns.iter().map(|column| column.cells).collect();
    narrow(&mut widths, cells, |place| place == 0);
    columns.iter_mut().zip(widths).for_each(|(column, cells)| column.cells = cells);
}

fn line<'w>(row: impl Iterator<Item = &'w String>, columns: &[Shape], room: Option<usize>) -> String {
    let mut out = String::new();
    for (place, (words, column)) in row.zip(columns).enumerate() {
        if place > 0 {
            out.push_str(&" ".repeat(GAP));
        }
        let fitting = cut(words, column.cells, "…");
        let blanks = " ".repeat(column.cells.saturating_sub(width(&fitting)));
        let (before, after) = if column.numbers { (&*blanks, "") } else { ("", &*blanks) };
        out.push_str(before);
        out.push_str(&fitting);
        out.push_str(after);
    }
    fitted(out.trim_end(), room)
}

#[cfg(test)]
mod tests {
    use super::super::TextLook;
    use super::*;
    use crate::report::forms::sheet::Columns;
    use proptest::prelude::*;

    fn text(titles: &[String], columns: Option<usize>) -> String {
        let of = Columns::<(usize, &str)>::new()
            .column("address", "", |_| "a/b")
            .column("sides_in_all", "", |(place, _)| *place)
            .column("title", "", |(_, title)| *title);
        let row = |place: usize| Some((place, titles.get(place)?.as_str()));
        let sheet = Sheet::new(of, titles.len(), row).with_notes(["a note".to_owned()]);
        let mut out = Vec::new();
        write(&sheet, &mut TextWriter::new(TextLook { columns, style: None }, &mut out)).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn columns_are_aligned_and_cut_only_where_asked() {
        let titles = ["short".to_owned(), "a title that is rather long".to_owned()];
        assert_eq!(
            text(&titles, None),
            "address  sides in all  title\na/b                 0  short\na/b                 1  a title that is rather long\n\na note\n"
        );
        assert_eq!(
            text(&titles, Some(30)),
            "address   sides in…  title\na/b               0  short\na/b               1  a title…\n\na note\n"
        );
        assert_eq!(text(&[], None), "a note\n");
    }

    #[test]
    fn a_column_that_holds_nothing_is_left_out() {
        let of = Columns::<usize>::new()
            .column("address", "", |_| "a/b")
            .column("place", "", |_| None::<&str>)
            .column("title", "", |place| ["", "Treaty"].get(*place).copied());
        let sheet = Sheet::new(of, 2, Some);
        let mut out = Vec::new();
        write(&sheet, &mut TextWriter::new(TextLook { columns: None, style: None }, &mut out)).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "address  title\na/b\na/b      Treaty\n");
    }

    proptest! {
        #[test]
        fn no_line_of_a_cut_table_is_too_wide(titles in proptest::collection::vec(any::<String>(), 1..5), columns in 1usize..60) {
            let text = text(&titles, Some(columns));
            prop_assert!(text.lines().rev().skip(2).all(|line| width(line) <= columns));
            prop_assert_eq!(text.lines().count(), titles.len() + 3);
        }
    }
}
