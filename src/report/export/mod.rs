//! Whole dossiers, or what a search selects of them, as a file. A form is one file here and one line in
//! [`FileForm::write`].

mod akoma_ntoso;
mod calendar;
mod html;
mod markdown;
mod selection;

pub use selection::Selection;

use super::forms::{Format, TextLook, json};
use super::reports::views::mixed;
use std::io::{self, Write};

/// The form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileForm {
    /// The pages of the reader, one after the other.
    Markdown,
    /// One line an item, what all kinds have, safe to open in a spreadsheet.
    Csv,
    /// A dossier, which can be opened again.
    Json,
    /// An agreement as a document of Akoma Ntoso 3.0, several of a dossier as a collection of documents.
    AkomaNtoso,
    /// What is known to the day, as all-day events of iCalendar.
    Calendar,
    /// One page that needs nothing else.
    Html,
}

impl FileForm {
    /// Every form, in the order of the help.
    pub const ALL: [Self; 6] =
        [Self::Markdown, Self::Csv, Self::Json, Self::AkomaNtoso, Self::Calendar, Self::Html];

    /// Its name on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::AkomaNtoso => "akoma-ntoso",
            Self::Calendar => "calendar",
            Self::Html => "html",
        }
    }

    /// Why this form cannot hold a selection; `None` if it can.
    pub fn refusal(self, selection: &Selection<'_>) -> Option<String> {
        let word = self.word();
        match self {
            Self::AkomaNtoso if selection.agreements().is_empty() => {
                return Some(format!("{word} holds agreements, and none is selected"));
            }
            Self::Json | Self::AkomaNtoso => {}
            Self::Markdown | Self::Csv | Self::Calendar | Self::Html => return None,
        }
        match selection.dossiers().len() {
            1 => None,
            0 => Some(format!("{word} holds one dossier, and 0 are selected")),
            several => Some(format!(
                "{word} holds one dossier, and {several} are selected; name one of them, or choose another form"
            )),
        }
    }

    /// Writes a selection in this form; returns notes on what could not be written in it.
    ///
    /// # Errors
    /// What the writer returns.
    pub fn write(self, selection: &Selection<'_>, out: &mut dyn Write) -> io::Result<Vec<String>> {
        match self {
            Self::Markdown => markdown::write(selection, out)?,
            Self::Csv => {
                let sheet = mixed(selection.collection, selection.items.clone());
                Format::Csv.write(&sheet, TextLook::default(), out)?;
            }
            Self::Json => {
                // One dossier: the whole as it is, a part with all that it names.
                for (place, dossier) in selection.dossiers() {
                    json::write_pretty(selection.of_dossier(place, dossier).as_ref(), out)?;
                }
            }
            Self::AkomaNtoso => akoma_ntoso::write(selection, out)?,
            Self::Calendar => return calendar::write(selection, out),
            Self::Html => html::write(selection, out)?,
        }
        Ok(Vec::new())
    }
}
