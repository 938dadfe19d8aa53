//! The formats of files. Which one a text has is told by its content, never by the name of its file.
//!
//! A format is a folder or a file of this module, and a line in [`FORMATS`].

mod accords_json;
pub mod akoma_ntoso;
mod tota;
mod xml;

pub use accords_json::{example, schema};

use crate::data::loaded::Loaded;
use std::path::Path;

/// A format that can be read.
struct Format {
    /// What messages call a file of this format.
    name: &'static str,
    /// When a folder is opened, its files with these extensions are read.
    extensions: &'static [&'static str],
    /// Whether a text that begins like this has the format.
    matches: fn(&Start) -> bool,
    read: fn(&Path, &str) -> Loaded,
}

/// All formats. Of Akoma Ntoso, other versions match too, so that reading them can say which one is read.
#[rustfmt::skip]
const FORMATS: [Format; 3] = [
    Format { name: "a dossier in JSON", extensions: &["json"], matches: |start| !start.is_xml, read: accords_json::read },
    Format { name: "a treaty of ToTA", extensions: &["xml"], matches: |start| start.root() == ("", "treaty"), read: tota::read },
    Format { name: "Akoma Ntoso 3.0", extensions: &["xml", "akn"], matches: |start| start.root().1 == "akomaNtoso", read: akoma_ntoso::read },
];

/// How a text begins.
struct Start {
    is_xml: bool,
    root: Option<xml::Root>,
}

impl Start {
    fn of(text: &str) -> Self {
        let is_xml = text.trim_start().starts_with('<');
        Self { is_xml, root: if is_xml { xml::root(text) } else { None } }
    }

    /// The namespace and the name of the root element; both are empty if there is none.
    fn root(&self) -> (&str, &str) {
        self.root.as_ref().map_or(("", ""), |root| (root.namespace.as_str(), root.name.as_str()))
    }
}

/// The extensions of files that are read when their folder is opened.
pub(super) fn extensions() -> Vec<&'static str> {
    let mut all: Vec<&str> = FORMATS.iter().flat_map(|format| format.extensions).copied().collect();
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
    let known: Vec<&str> = FORMATS.iter().filter(|f| f.extensions.contains(&"xml")).map(|f| f.name).collect();
    xml::refuse(file, text, &known.join(" nor "))
}
