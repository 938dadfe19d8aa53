//! Styles of paragraphs and of lists, as far as they say what is printed.

use crate::data::formats::print::Numerals;
use crate::data::formats::xml::{Element, Node, Reader};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// A level of a list.
#[derive(Clone, Default)]
pub(super) struct Level {
    numerals: Numerals,
    prefix: String,
    suffix: String,
    /// How many levels its number shows.
    shown: usize,
    pub(super) start: u32,
}

/// The levels of a list by their number from 1.
pub(super) type Levels = HashMap<usize, Level>;

/// The styles of a document.
#[derive(Default)]
pub(super) struct Styles {
    pub(super) lists: HashMap<String, Levels>,
    /// The numbers of headings.
    pub(super) outline: Levels,
    /// Styles of paragraphs that begin a page.
    pages: HashSet<String>,
}

impl Styles {
    /// Reads the styles in these parts.
    pub(super) fn read(parts: &[&str]) -> Self {
        let mut styles = Self::default();
        parts.iter().for_each(|part| styles.add(part));
        styles
    }

    fn add(&mut self, part: &str) {
        let mut reader = Reader::unchecked(part);
        let (mut list, mut style) = (None::<String>, String::new());
        while let Ok(Some(node)) = reader.next() {
            let Node::Open(element) = node else { continue };
            match element.name() {
                "list-style" => list = element.local("name").map(Cow::into_owned),
                "outline-style" => list = None,
                "list-level-style-number" | "list-level-style-bullet" | "outline-level-style" => {
                    let at = number(&element, "level").unwrap_or(1);
                    let levels = match &list {
                        Some(list) => self.lists.entry(list.clone()).or_default(),
                        None => &mut self.outline,
                    };
                    levels.insert(at, Level::of(&element));
                }
                "style" => style = element.local("name").unwrap_or_default().into_owned(),
                "paragraph-properties" if element.local("break-before").as_deref() == Some("page") => {
                    self.pages.insert(style.clone());
                }
                "body" => break,
                _ => {}
            }
        }
    }

    /// Whether a paragraph of this style begins a page.
    pub(super) fn begins_page(&self, style: &str) -> bool {
        self.pages.contains(style)
    }
}

fn number(element: &Element<'_>, name: &str) -> Option<usize> {
    element.local(name)?.parse().ok()
}

impl Level {
    fn of(element: &Element<'_>) -> Self {
        let numerals = match element.local("num-format").as_deref() {
            _ if element.name() == "list-level-style-bullet" => Numerals::Bullet,
            Some("1") => Numerals::Decimal,
            Some("i") => Numerals::LowerRoman,
            Some("I") => Numerals::UpperRoman,
            Some("a") => Numerals::LowerLetter,
            Some("A") => Numerals::UpperLetter,
            Some("а, б, .., аа, аб, ..." | "а, б, .., аа, бб, ...") => Numerals::RussianLower,
            Some("А, Б, .., Аа, Аб, ..." | "А, Б, .., Аа, Бб, ...") => Numerals::RussianUpper,
            Some("١, ٢, ٣, ٤, ...") => Numerals::ArabicIndic,
            Some("一, 二, 三, ...") => Numerals::Chinese,
            None | Some("") => Numerals::Nothing,
            Some(_) => Numerals::Decimal,
        };
        Self {
            numerals,
            prefix: element.local("num-prefix").unwrap_or_default().into_owned(),
            suffix: element.local("num-suffix").unwrap_or_default().into_owned(),
            shown: number(element, "display-levels").unwrap_or(1),
            start: number(element, "start-value").and_then(|start| u32::try_from(start).ok()).unwrap_or(1),
        }
    }

    pub(super) fn is_bullet(&self) -> bool {
        self.numerals == Numerals::Bullet
    }

    /// The number at this level, of the counts of all levels; empty if nothing is printed.
    pub(super) fn write(&self, levels: &Levels, counts: &[u32]) -> String {
        if matches!(self.numerals, Numerals::Bullet | Numerals::Nothing) {
            let words =
                if self.is_bullet() { "•".to_owned() } else { format!("{}{}", self.prefix, self.suffix) };
            return words.trim().to_owned();
        }
        let from = counts.len().saturating_sub(self.shown.max(1));
        let numbers = counts.iter().enumerate().skip(from).map(|(at, count)| {
            let numerals = levels.get(&(at + 1)).map_or(self.numerals, |level| level.numerals);
            numerals.write(*count)
        });
        let numbers: Vec<String> = numbers.filter(|number| !number.is_empty()).collect();
        format!("{}{}{}", self.prefix, numbers.join("."), self.suffix).trim().to_owned()
    }
}
