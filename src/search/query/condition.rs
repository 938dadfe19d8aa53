//! What an item must be or must not be, besides containing words.

use super::filters::{AnyKind, Filter, kind, kind_words};
use super::word::QueryWord;
use crate::model::{Date, Kind};
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
    Kind(Kind),
    /// It belongs to something that has this name for the filter: the folded value, and where it was typed.
    Named(Filter, String, Range<usize>),
    Before(Date),
    After(Date),
    On(Date),
    /// One of its texts has these words in a row.
    Phrase(Vec<QueryWord>),
}

impl Test {
    fn named(field: Filter, value: &str, range: Range<usize>) -> Self {
        let mut folded = String::new();
        fold_into(value, &mut folded);
        Self::Named(field, folded, range)
    }

    /// The test for a filter and its value as typed.
    ///
    /// # Errors
    /// What is wrong with the value, for people.
    pub(super) fn of_filter(field: Filter, value: &str, range: Range<usize>) -> Result<Self, String> {
        let date = || value.parse::<Date>().map_err(|error| format!("{value} {error}"));
        Ok(match field {
            Filter::Before => Self::Before(date()?),
            Filter::After => Self::After(date()?),
            Filter::On => Self::On(date()?),
            Filter::Kind => match kind(value) {
                Some(AnyKind::Item(kind)) => Self::Kind(kind),
                Some(AnyKind::Agreement(kind)) => Self::named(Filter::Form, kind.word(), range),
                None => {
                    let words: Vec<&str> = kind_words().collect();
                    return Err(format!("there is no kind {value}; kinds are {}", words.join(", ")));
                }
            },
            _ => Self::named(field, value, range),
        })
    }
}
