//! Whole dossiers, or the matches of a query, as a file. A format is one file here and one line in
//! [`FileForm::write`].

mod akoma_ntoso;
mod article;
mod calendar;
mod comparison;
mod document;
pub(in crate::report) mod docx;
mod html;
mod listed_source;
mod markdown;
mod participation;
mod selection;

pub use comparison::ComparisonForm;
pub use selection::Selection;

use super::forms::{Format, TextLook};
use super::reports::views::mixed;
use crate::data::write_canonical;
use std::io::{self, Write};

/// The format of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileForm {
    /// The pages of the reader, one after the other.
    Markdown,
    /// One row per item with the columns that all kinds share, safe to open in a spreadsheet.
    Csv,
    /// The same rows as a spreadsheet of Office Open XML.
    Xlsx,
    /// A dossier, which can be opened again.
    Json,
    /// An agreement as a document of Akoma Ntoso 3.0, several of a dossier as a collection of documents.
    AkomaNtoso,
    /// Dates known to the day, as all-day events of iCalendar.
    Calendar,
    /// One HTML page without network or scripts.
    Html,
    /// A Word document of Office Open XML.
    Docx,
}

impl FileForm {
    /// Every format, in the order of the help.
    pub const ALL: [Self; 8] = [
        Self::Markdown,
        Self::Csv,
        Self::Xlsx,
        Self::Json,
        Self::AkomaNtoso,
        Self::Calendar,
        Self::Html,
        Self::Docx,
    ];

    /// Its name on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
            Self::AkomaNtoso => "akoma-ntoso",
            Self::Calendar => "calendar",
            Self::Html => "html",
            Self::Docx => "docx",
        }
    }

    /// Whether it is no text, so that it is only for files.
    pub fn is_binary(self) -> bool {
        matches!(self, Self::Xlsx | Self::Docx)
    }

    /// Why this format cannot hold a selection; `None` if it can.
    pub fn refusal(self, selection: &Selection<'_>) -> Option<String> {
        let word = self.word();
        match self {
            Self::AkomaNtoso if selection.agreements().is_empty() => {
                return Some(format!("{word} is for agreements, and none is selected"));
            }
            Self::Json | Self::AkomaNtoso => {}
            Self::Markdown | Self::Csv | Self::Xlsx | Self::Calendar | Self::Html | Self::Docx => {
                return None;
            }
        }
        match selection.dossiers().len() {
            1 => None,
            0 => Some(format!("{word} is for one dossier, and none is selected")),
            several => Some(format!(
                "{word} is for one dossier, and {several} are selected; name one of them, or choose another format"
            )),
        }
    }

    /// Writes a selection in this format; returns notes on what could not be written in it.
    ///
    /// # Errors
    /// What the writer returns.
    pub fn write(self, selection: &Selection<'_>, out: &mut dyn Write) -> io::Result<Vec<String>> {
        match self {
            Self::Markdown => markdown::write(selection, out)?,
            Self::Csv | Self::Xlsx => {
                let sheet = mixed(selection.collection, selection.items.clone());
                let form = if self == Self::Csv { Format::Csv } else { Format::Xlsx };
                form.write(&sheet, TextLook::default(), out)?;
            }
            Self::Json => {
                // One dossier: the whole as it is, a part with everything it refers to.
                for (place, dossier) in selection.dossiers() {
                    write_canonical(selection.of_dossier(place, dossier).as_ref(), out)?;
                }
            }
            Self::AkomaNtoso => akoma_ntoso::write(selection, out)?,
            Self::Calendar => return calendar::write(selection, out),
            Self::Html => html::write(selection, out)?,
            Self::Docx => docx::write(selection, usize::MAX, out)?,
        }
        Ok(Vec::new())
    }
}
