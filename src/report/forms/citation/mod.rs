//! References to an item: one [`Reference`], written in the styles that people and reference managers read.

mod bibtex;
mod csl;
mod reference;
mod ris;
mod text;

use super::json::escaped;
use crate::model::Item;
use reference::reference;
use serde_json::Value;

/// How a reference is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// One line for people.
    Text,
    /// A BibTeX entry, with the fields of biblatex too.
    Bibtex,
    /// The data of the Citation Style Language, a JSON array of one item.
    CslJson,
    /// The lines of RIS.
    Ris,
}

impl Style {
    /// Every style, in the order of the help.
    pub const ALL: [Self; 4] = [Self::Text, Self::Bibtex, Self::CslJson, Self::Ris];

    /// Its name on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Bibtex => "bibtex",
            Self::CslJson => "csl-json",
            Self::Ris => "ris",
        }
    }
}

/// A reference to an item in a style, without a line break at its end and without blank lines.
pub fn citation(item: Item<'_>, style: Style) -> String {
    let reference = reference(item);
    match style {
        Style::Text => text::write(&reference),
        Style::Bibtex => bibtex::write(&reference),
        Style::CslJson => escaped(&format!("{:#}", Value::from(vec![csl::item(&reference)]))).into_owned(),
        Style::Ris => ris::write(&reference),
    }
}
