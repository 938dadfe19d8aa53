//! How loosely a word matches by its letters.

use crate::search::index::Vocabulary;
use crate::search::query::{QueryWord, Shape};
use std::ops::Range;

/// How a word of a text matches a query word, from worst to best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// The query word may be a typo of it.
    Fuzzy,
    /// It contains the query word.
    Inside,
    /// It starts with the query word.
    Prefix,
    /// It is another form of the query word: both have the same stem in the language of the text, or it is the same numeral
    /// in words or in digits.
    Form,
    /// It is another spelling of the same name, or the query's words written as one.
    Name,
    /// It is the query word.
    Exact,
}

impl Tier {
    /// Every tier, from worst to best.
    pub const ALL: [Self; 6] = [Self::Fuzzy, Self::Inside, Self::Prefix, Self::Form, Self::Name, Self::Exact];

    /// The word shown to people.
    pub fn word(self) -> &'static str {
        match self {
            Self::Fuzzy => "corrected spelling",
            Self::Inside => "inside a word",
            Self::Prefix => "start of a word",
            Self::Form => "another form",
            Self::Name => "another spelling",
            Self::Exact => "exact",
        }
    }
}

/// How loosely a query word may match by its letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reach {
    Whole,
    Beginning,
    Inside,
}

/// The letters that a finished word needs to match as a prefix, and any word to match inside another, if the collection
/// has the word itself: "the" should not find "therefore", nor "port" "support".
pub(super) const LONG_ENOUGH: usize = 5;

/// How loosely a word may match, by how it was typed and what the collection has.
pub(super) fn reach(vocabulary: &Vocabulary, word: &QueryWord) -> Reach {
    let letters = word.folded.chars().count();
    let is_there = |rank: usize| vocabulary.is_known(vocabulary.number(rank));
    let whole = vocabulary.find(&word.folded).is_some_and(is_there);
    let has_digit = word.folded.bytes().any(|b| b.is_ascii_digit());
    let beginning = || vocabulary.beginning_with(&word.folded).any(is_there);
    match word.shape {
        Shape::Quoted => Reach::Whole,
        Shape::Starred => Reach::Beginning,
        Shape::Capitals if whole => Reach::Whole,
        Shape::Finished if whole && (letters < LONG_ENOUGH || has_digit) => Reach::Whole,
        _ if letters < 3 || has_digit => Reach::Beginning,
        _ if letters < LONG_ENOUGH && beginning() => Reach::Beginning,
        _ => Reach::Inside,
    }
}

/// The bit of a word's first letter in either case; different characters may share one.
pub(crate) fn first_letter(word: &str) -> u32 {
    word.as_bytes().first().map_or(0, |first| 1 << (first & 31))
}

/// How a word matches by its letters within this reach, and which part of it.
pub(super) fn tier(query: &str, word: &str, reach: Reach) -> Option<(Tier, Range<usize>)> {
    if word == query {
        return Some((Tier::Exact, 0..query.len()));
    }
    if word.starts_with(query) {
        return (reach > Reach::Whole).then_some((Tier::Prefix, 0..query.len()));
    }
    if reach < Reach::Inside {
        return None;
    }
    memchr::memmem::find(word.as_bytes(), query.as_bytes()).map(|at| (Tier::Inside, at..at + query.len()))
}
