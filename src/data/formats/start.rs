//! How a text begins, by which its format is known.

use super::xml;

/// The beginning of a text.
pub(super) enum Start {
    /// The beginning of an XML document, with its root element if one is found.
    Xml(Option<xml::Root>),
    /// Any other text.
    Text,
}

impl Start {
    pub(super) fn of(text: &str) -> Self {
        if text.trim_start().starts_with('<') { Self::Xml(xml::root(text)) } else { Self::Text }
    }
}
