//! The words of a text that can be searched for.

use crate::text::fold::{fold_into, is_word_char};
use crate::text::{self, Word};
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

/// How a word as written is folded; the second argument is scratch space.
pub(super) type Fold = for<'b> fn(&str, &'b mut String) -> &'b str;

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
