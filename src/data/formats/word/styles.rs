//! The styles of paragraphs: which are headings, and which are numbered.

use crate::data::formats::own_exports::WORD_ASIDE;
use crate::data::formats::xml::{Node, Reader};
use std::borrow::Cow;
use std::collections::HashMap;

/// A style is based on another, which is based on another; no further.
const MAX_DEPTH: usize = 12;

#[derive(Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    number: Option<String>,
    level: Option<usize>,
}

/// The styles of a document by their ids.
#[derive(Default)]
pub(super) struct Styles {
    all: HashMap<String, Style>,
    language: Option<String>,
}

impl Styles {
    pub(super) fn read(part: &str) -> Self {
        let mut styles = Self::default();
        let mut reader = Reader::unchecked(part);
        let mut open: Option<(String, Style)> = None;
        while let Ok(Some(node)) = reader.next() {
            let Node::Open(element) = node else { continue };
            let value = || element.local("val").map(Cow::into_owned);
            match (element.name(), &mut open) {
                ("style", open) => {
                    let id = element.local("styleId").unwrap_or_default().into_owned();
                    styles.all.extend(open.replace((id, Style::default())));
                }
                // Styles that the program has and the document does not use, and how a style looks.
                ("latentStyles", _) | ("rPr" | "tblPr" | "trPr" | "tcPr" | "tblStylePr", Some(_)) => {
                    let _ = reader.skip(&element);
                }
                ("lang", None) => styles.language = value(),
                (_, None) => {}
                (name, Some((_, style))) => match name {
                    "name" => style.name = value().unwrap_or_default().to_lowercase(),
                    "basedOn" => style.based_on = value(),
                    "outlineLvl" => style.outline = value().and_then(|value| value.parse().ok()),
                    "numId" => style.number = value(),
                    "ilvl" => style.level = value().and_then(|value| value.parse().ok()),
                    _ => {}
                },
            }
        }
        styles.all.extend(open);
        styles
    }

    /// The language of the document, unless a paragraph says otherwise.
    pub(super) fn language(&self) -> Option<&str> {
        self.language.as_deref()
    }

    /// The style and those it is based on, the nearest first.
    fn chain<'s>(&'s self, id: &str) -> impl Iterator<Item = &'s Style> {
        let first = self.all.get(id);
        std::iter::successors(first, |style| self.all.get(style.based_on.as_deref()?)).take(MAX_DEPTH)
    }

    /// The level of headings in this style, from 1; `None` for other paragraphs.
    pub(super) fn heading(&self, id: &str) -> Option<u8> {
        self.chain(id).find_map(|style| match style.outline {
            Some(outline) if outline < 9 => Some(outline + 1),
            Some(_) => None,
            None if style.name == "title" => Some(1),
            None => style.name.strip_prefix("heading ").and_then(|level| level.parse().ok()),
        })
    }

    /// Whether paragraphs in this style are about the text, and no part of it.
    pub(super) fn is_aside(&self, id: &str) -> bool {
        self.chain(id).any(|style| style.name.eq_ignore_ascii_case(WORD_ASIDE))
    }

    /// The id of the numbering of this style, and the level in it if the style says so.
    pub(super) fn number(&self, id: &str) -> Option<(&str, Option<usize>)> {
        let level = self.chain(id).find_map(|style| style.level);
        self.chain(id).find_map(|style| style.number.as_deref()).map(|number| (number, level))
    }
}
