//! The words of a text that can be searched for.

use crate::text::fold::{fold_into, is_word_char};
use crate::text::{self, Joins, Word};
use std::ops::Range;

/// Only the first bytes of a word count, so that a hostile word of a megabyte costs no more than a long one.
pub(super) const WORD_BYTES: usize = 64;

/// The words of a text in order, without the `'s` of a possessive.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    text::words(text).filter(|word| !is_possessive(text, &word.range))
}

fn is_possessive(text: &str, word: &Range<usize>) -> bool {
    word.len() == 1
        && matches!(text.get(word.clone()), Some("s" | "S"))
        && text.get(..word.start).is_some_and(|before| {
            let owner = before.strip_suffix('\'').or_else(|| before.strip_suffix('’'));
            owner.and_then(|owner| owner.chars().next_back()).is_some_and(is_word_char)
        })
}

/// How a word is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Print {
    /// As one.
    Whole,
    /// In parts that hyphens may join.
    Joined,
}

impl Print {
    /// The word, printed so, as it is searched for; `buffer` is scratch space.
    pub(super) fn folded<'b>(self, printed: &str, buffer: &'b mut String) -> &'b str {
        match self {
            Self::Whole => folded(printed, buffer),
            Self::Joined => folded_joined(printed, buffer),
        }
    }
}

/// Calls `each` with the place of every word of a text, and of what its hyphens may join.
#[inline]
pub(super) fn each_word(text: &str, mut each: impl FnMut(&Range<usize>, Print)) {
    // Most texts have no hyphen, and are read faster without looking for one after each word.
    let mut joins = text::may_have_hyphens(text).then(Joins::default);
    for word in words(text) {
        each(&word.range, Print::Whole);
        let starts = joins.as_mut().map(|joins| joins.next(text, &word.range));
        for start in starts.into_iter().flatten() {
            each(&(*start..word.range.end), Print::Joined);
        }
    }
}

/// The word folded and cut to [`WORD_BYTES`]; `buffer` is scratch space.
pub(super) fn folded<'b>(word: &str, buffer: &'b mut String) -> &'b str {
    fold_into(word, buffer);
    counted(buffer)
}

/// A word that hyphens join, given as printed, folded without them and cut likewise.
pub(super) fn folded_joined<'b>(printed: &str, buffer: &'b mut String) -> &'b str {
    text::fold_joined(printed, buffer);
    counted(buffer)
}

/// The part of a folded word that counts; see [`WORD_BYTES`].
pub(super) fn counted(folded: &str) -> &str {
    if folded.len() <= WORD_BYTES {
        return folded;
    }
    let end = (0..=WORD_BYTES).rev().find(|at| folded.is_char_boundary(*at)).unwrap_or(0);
    folded.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_possessive_is_not_a_word() {
        let split = |text| words(text).map(|w| w.text).collect::<Vec<_>>();
        assert_eq!(split("the other's and the Party’s"), ["the", "other", "and", "the", "Party"]);
        assert_eq!(split("'s s"), ["s", "s"]);
    }

    #[test]
    fn a_long_word_is_cut_at_a_letter() {
        assert_eq!(counted(&"é".repeat(40)).len(), 64);
        assert_eq!(counted(&"日".repeat(40)).len(), 63);
    }
}
