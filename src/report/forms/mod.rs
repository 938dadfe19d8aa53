//! How a report is written. A form is one file here and one line in [`Format::write`].

pub mod citation;
mod csv;
mod datum;
pub(in crate::report) mod docx;
pub(in crate::report) mod html;
pub mod json;
pub mod markdown;
pub mod quotation;
pub mod record;
mod sheet;
pub mod svg;
pub mod text;
mod xlsx;

pub use datum::{Datum, Labelled};
pub use sheet::{Attribute, Columns, For, Sheet};
pub use text::{TextLook, TextWriter};

use serde_json::Value;
use std::io::{self, Write};
use std::path::Path;

/// What a command prints, in every form. The rows are enough; a report that people read otherwise, or whose JSON is
/// more than rows, says so.
pub trait Report {
    /// It as rows and columns.
    fn sheet(&self) -> Sheet<'_>;

    /// Writes it for people.
    ///
    /// # Errors
    /// What the writer returns.
    fn text(&self, out: &mut TextWriter<'_>) -> io::Result<()> {
        text::write(&self.sheet(), out)
    }

    /// Writes it as Markdown.
    ///
    /// # Errors
    /// What the writer returns.
    fn markdown(&self, out: &mut dyn Write) -> io::Result<()> {
        markdown::write(&self.sheet(), out)
    }

    /// Writes it as a Word document.
    ///
    /// # Errors
    /// What the writer returns.
    fn docx(&self, out: &mut dyn Write) -> io::Result<()> {
        docx::sheet::write(&self.sheet(), out)
    }

    /// It as one JSON value, if that is not the array of its rows.
    ///
    /// # Errors
    /// If it cannot be written as JSON, which no data makes happen.
    fn record(&self) -> io::Result<Option<Value>> {
        Ok(None)
    }

    /// A JSON value for each line of JSON Lines, if these are not its rows.
    ///
    /// # Errors
    /// If they cannot be written as JSON, which no data makes happen.
    fn records(&self) -> io::Result<Option<Vec<Value>>> {
        Ok(None)
    }
}

/// A form of output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people: aligned columns, or a text.
    Text,
    /// One JSON value: an array of objects, or an object.
    Json,
    /// One JSON object a line.
    Jsonl,
    /// Comma-separated values, safe to open in a spreadsheet.
    Csv,
    /// A Markdown table, or a page.
    Markdown,
    /// A spreadsheet of Office Open XML, which is no text: only for files.
    Xlsx,
    /// A Word document of Office Open XML: a table, or a page; no text either.
    Docx,
}

impl Format {
    /// Every form, in the order of the help.
    pub const ALL: [Self; 7] =
        [Self::Text, Self::Json, Self::Jsonl, Self::Csv, Self::Markdown, Self::Xlsx, Self::Docx];

    /// Its name on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Markdown => "markdown",
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
        }
    }

    /// Whether it is no text, so that it is only for files.
    pub fn is_binary(self) -> bool {
        matches!(self, Self::Xlsx | Self::Docx)
    }

    /// The form that the ending of a file's name says, unless it is one that commands write in several ways.
    pub fn of_file(file: &Path) -> Option<Self> {
        let ending = file.extension()?.to_str()?.to_lowercase();
        [Self::Json, Self::Jsonl, Self::Csv, Self::Xlsx, Self::Docx]
            .into_iter()
            .find(|form| form.word() == ending)
    }

    /// Writes a report in this form; `look` is for text only.
    ///
    /// # Errors
    /// What the writer returns.
    pub fn write(self, report: &dyn Report, look: TextLook, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Text => report.text(&mut TextWriter::new(look, out)),
            Self::Json => match report.record()? {
                Some(record) => json::write_pretty(&record, out),
                None => json::write_array(&report.sheet(), out),
            },
            Self::Jsonl => match report.records()? {
                Some(records) => records.iter().try_for_each(|record| json::write_line(record, out)),
                None => json::write_lines(&report.sheet(), out),
            },
            Self::Csv => csv::write(&report.sheet(), out),
            Self::Markdown => report.markdown(out),
            Self::Xlsx => xlsx::write(&report.sheet(), out),
            Self::Docx => report.docx(out),
        }
    }
}

impl Report for Sheet<'_> {
    fn sheet(&self) -> Sheet<'_> {
        self.reborrow()
    }
}
