//! What an item must be or must not be, besides containing words.

use super::filters::Filter;
use super::span::Span;
use super::word::QueryWord;
use crate::model::Date;
use crate::text::fold::fold_into;
use std::ops::Range;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Condition {
    /// At least one of these is true.
    With(Vec<Test>),
    /// This is false.
    Without(Test),
}

/// Something that is true or false of an item.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Test {
    /// It is of this kind, or its agreement calls itself so: the folded value, and where it was typed.
    Kind(String, Range<usize>),
    /// It belongs to something that has this name for the filter: the folded value, and where it was typed.
    Named(Filter, String, Range<usize>),
    /// It is in what has this address, typed here.
    In(String, Range<usize>),
    Before(Date),
    After(Date),
    /// One of its dates overlaps a span.
    Dated(Dating, Span),
    /// One of its texts has these words in a row.
    Phrase(Within, Vec<QueryWord>),
    /// Its number is this one, folded; the words are those of the last part of the number.
    Number(String, Vec<QueryWord>),
}

/// The date of an item that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dating {
    /// Its own.
    Own,
    /// When its agreement was signed.
    Signed,
    /// When its agreement entered into force.
    InForce,
}

/// The texts of an item that are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Within {
    /// All of them.
    Item,
    /// Short and full title, heading, name or topic.
    Title,
    /// The text of a clause, or the summary.
    Text,
    /// The chapters and other parts that a clause is in.
    Chapter,
}

impl Test {
    /// The test for a filter, and its value as typed and as words.
    ///
    /// # Errors
    /// What is wrong with the value, for people.
    pub(super) fn of_filter(
        field: Filter,
        value: &str,
        words: Vec<QueryWord>,
        range: Range<usize>,
    ) -> Result<Self, String> {
        let date = || value.parse::<Date>().map_err(|error| format!("{value} {error}"));
        let folded = || {
            let mut folded = String::new();
            fold_into(value, &mut folded);
            folded
        };
        Ok(match field {
            Filter::Before => Self::Before(date()?),
            Filter::After => Self::After(date()?),
            Filter::On => Self::Dated(Dating::Own, Span::parse(value)?),
            Filter::Signed => Self::Dated(Dating::Signed, Span::parse(value)?),
            Filter::Force => Self::Dated(Dating::InForce, Span::parse(value)?),
            Filter::Title => Self::Phrase(Within::Title, some(value, words)?),
            Filter::Text => Self::Phrase(Within::Text, some(value, words)?),
            Filter::Chapter => Self::Phrase(Within::Chapter, some(value, words)?),
            Filter::Number => Self::Number(folded(), some(value, words)?),
            Filter::Kind => Self::Kind(folded(), range),
            Filter::In => Self::In(value.to_owned(), range),
            _ => Self::Named(field, folded(), range),
        })
    }
}

fn some(value: &str, words: Vec<QueryWord>) -> Result<Vec<QueryWord>, String> {
    if words.is_empty() { Err(format!("{value} has no word to search for")) } else { Ok(words) }
}
