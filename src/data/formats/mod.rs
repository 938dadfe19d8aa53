//! The formats of files. Which one a text has is told by its content, never by the name of its file.
//!
//! A format is a folder or a file of this module, and a line in [`FORMATS`].

mod accords_json;
pub mod akoma_ntoso;
mod start;
mod tota;
mod xml;

pub use accords_json::{example, schema};

use crate::data::loaded::Loaded;
use start::Start;
use std::path::Path;

/// A format that can be read.
struct Format {
    /// What messages call a file of this format.
    name: &'static str,
    /// When a folder is opened, its files with this extension are read.
    extension: &'static str,
    /// Whether a text that begins like this has the format.
    matches: fn(&Start) -> bool,
    read: fn(&Path, &str) -> Loaded,
}

/// All formats.
#[rustfmt::skip]
const FORMATS: [Format; 3] = [
    Format { name: "a dossier in JSON", extension: "json", matches: accords_json::matches, read: accords_json::read },
    Format { name: "a treaty of ToTA", extension: "xml", matches: tota::matches, read: tota::read },
    Format { name: "Akoma Ntoso 3.0", extension: "xml", matches: akoma_ntoso::matches, read: akoma_ntoso::read },
];

/// The extensions of files that are read when their folder is opened.
pub(super) fn extensions() -> Vec<&'static str> {
    let mut all: Vec<&str> = FORMATS.iter().map(|format| format.extension).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Reads the text of a file in the format that it has.
pub fn parse(file: &Path, text: &str) -> Loaded {
    let start = Start::of(text);
    if let Some(format) = FORMATS.iter().find(|format| (format.matches)(&start)) {
        return (format.read)(file, text);
    }
    let known: Vec<&str> = FORMATS.iter().filter(|f| f.extension == "xml").map(|f| f.name).collect();
    xml::refuse(file, text, &known.join(" nor "))
}
