//! Footnotes and endnotes.

use super::runs::{is_removed, words};
use crate::data::formats::xml::{Node, Reader};
use std::borrow::Cow;
use std::collections::HashMap;

/// The notes of a document by their ids.
#[derive(Default)]
pub(super) struct Notes(HashMap<String, String>);

impl Notes {
    /// Reads the notes of a part, each in an element of this name.
    pub(super) fn read(part: &str, name: &str) -> Self {
        let mut notes = HashMap::new();
        let mut reader = Reader::unchecked(part);
        let mut id = None;
        while let Ok(Some(node)) = reader.next() {
            let Node::Open(element) = node else { continue };
            if element.name() == name {
                // The lines that part notes from the text have a type.
                let is_note = element.local("type").is_none_or(|kind| kind == "normal");
                id = element.local("id").filter(|_| is_note).map(Cow::into_owned);
            } else if is_removed(element.name()) {
                let _ = reader.skip(&element);
            } else if let Some(id) = &id {
                let note: &mut String = notes.entry(id.clone()).or_default();
                match element.name() {
                    "t" => note.push_str(&reader.text_inside().unwrap_or_default()),
                    "p" => note.push(' '),
                    other => note.push_str(words(other).unwrap_or_default()),
                }
            }
        }
        Self(notes)
    }

    /// The words of a note.
    pub(super) fn words(&self, id: &str) -> Option<&str> {
        self.0.get(id).map(|note| note.trim()).filter(|note| !note.is_empty())
    }
}
