//! A table of items: columns with names, rows with typed cells. One writer for each form of output.

mod cell;
mod csv;
mod json;
mod markdown;
mod text;

pub use cell::{Cell, Entry};
pub(super) use json::escaped;
pub use text::TextLook;

use std::io::{self, Write};

/// Forms of output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// An aligned table for people.
    Text,
    /// One JSON array of objects.
    Json,
    /// One JSON object a line.
    Jsonl,
    /// Comma-separated values, safe to open in a spreadsheet.
    Csv,
    /// A Markdown table.
    Markdown,
}

/// Who a column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum For {
    /// People and programs.
    All,
    /// Programs only: too long for a line, or said elsewhere in it.
    Programs,
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name: the key in JSON, the head elsewhere (with blanks for the underscores).
    pub name: &'static str,
    /// What stands in it.
    pub about: &'static str,
    /// Who it is for.
    pub readers: For,
}

impl Column {
    /// A column for people and programs.
    pub const fn new(name: &'static str, about: &'static str) -> Self {
        Self { name, about, readers: For::All }
    }

    /// A column for programs.
    pub const fn data(name: &'static str, about: &'static str) -> Self {
        Self { name, about, readers: For::Programs }
    }

    /// The name in words.
    fn head(&self) -> String {
        self.name.replace('_', " ")
    }
}

/// A row: its cells in the order of the columns.
pub type Row<'a> = Vec<Cell<'a>>;

/// A table. Rows are made one at a time as they are written, so that a million of them need no memory.
pub struct Table<'a> {
    columns: &'static [Column],
    len: usize,
    row: Box<dyn Fn(usize) -> Option<Row<'a>> + 'a>,
    notes: Vec<String>,
}

impl<'a> Table<'a> {
    /// A table of `len` rows. A row that is None is left out.
    pub fn new(columns: &'static [Column], len: usize, row: impl Fn(usize) -> Option<Row<'a>> + 'a) -> Self {
        Self { columns, len, row: Box::new(row), notes: Vec::new() }
    }

    /// The table with remarks for people under it.
    #[must_use]
    pub fn with_notes(mut self, notes: impl IntoIterator<Item = String>) -> Self {
        self.notes.extend(notes);
        self
    }

    /// Its columns.
    pub fn columns(&self) -> &'static [Column] {
        self.columns
    }

    /// Whether it has no rows.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Its rows.
    pub fn rows(&self) -> impl Iterator<Item = Row<'a>> + '_ {
        (0..self.len).filter_map(|place| (self.row)(place))
    }

    /// Writes the table in a form; `look` is for text only.
    ///
    /// # Errors
    /// What the writer returns.
    pub fn write(&self, format: Format, look: TextLook, out: &mut impl Write) -> io::Result<()> {
        match format {
            Format::Text => text::write(self, look, out),
            Format::Json => json::write_array(self, out),
            Format::Jsonl => json::write_lines(self, out),
            Format::Csv => csv::write(self, out),
            Format::Markdown => markdown::write(self, out),
        }
    }

    /// The columns for people, each with its place.
    fn shown(&self) -> Vec<(usize, &'static Column)> {
        self.columns.iter().enumerate().filter(|(_, column)| column.readers == For::All).collect()
    }
}
