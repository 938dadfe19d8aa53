//! References to an item: one `CitedWork`, written in the styles that people, journals and
//! reference managers read.

mod aglc;
mod bibtex;
mod bluebook;
mod chicago;
mod csl;
mod journal;
mod oscola;
mod parties;
mod pinpoint;
mod reference;
mod ris;
mod text;
mod wording;

use crate::model::Item;
use crate::text::escaped_json;
use reference::reference;
use serde_json::Value;

/// How a reference is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// One line for people.
    Text,
    /// One line as OSCOLA has it, of the University of Oxford.
    Oscola,
    /// One line as the Bluebook has it, of law reviews in the United States.
    Bluebook,
    /// One line as a note of the Chicago Manual of Style.
    Chicago,
    /// One line as AGLC has it, the Australian Guide to Legal Citation.
    Aglc,
    /// A BibTeX entry, with the fields of biblatex too.
    Bibtex,
    /// The data of the Citation Style Language, a JSON array of one item.
    CslJson,
    /// The lines of RIS.
    Ris,
}

impl Style {
    /// Every style, in the order of the help.
    pub const ALL: [Self; 8] = [
        Self::Text,
        Self::Oscola,
        Self::Bluebook,
        Self::Chicago,
        Self::Aglc,
        Self::Bibtex,
        Self::CslJson,
        Self::Ris,
    ];

    /// Its name at the start of a sentence.
    pub fn title(self) -> &'static str {
        match self {
            Self::Text => "Citation",
            Self::Oscola => "OSCOLA citation",
            Self::Bluebook => "Bluebook citation",
            Self::Chicago => "Chicago citation",
            Self::Aglc => "AGLC citation",
            Self::Bibtex => "BibTeX entry",
            Self::CslJson => "CSL-JSON item",
            Self::Ris => "RIS entry",
        }
    }

    /// Its name on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Oscola => "oscola",
            Self::Bluebook => "bluebook",
            Self::Chicago => "chicago",
            Self::Aglc => "aglc",
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
        Style::Oscola => journal::write(&oscola::OSCOLA, &reference),
        Style::Bluebook => journal::write(&bluebook::BLUEBOOK, &reference),
        Style::Chicago => journal::write(&chicago::CHICAGO, &reference),
        Style::Aglc => journal::write(&aglc::AGLC, &reference),
        Style::Bibtex => bibtex::write(&reference),
        Style::CslJson => {
            escaped_json(&format!("{:#}", Value::from(vec![csl::item(&reference)]))).into_owned()
        }
        Style::Ris => ris::write(&reference),
    }
}
