//! The words by which wordings are compared: folded letters and digits.
//!
//! Case, accents, dashes, punctuation, bullets and spaces do not count; every letter and digit does, including the
//! number of a paragraph.

use crate::text::fold::fold_into;
use crate::text::words;
use std::collections::HashMap;
use std::ops::Range;

/// Calls `each` for the words of a text in order, with the bytes of each and its folded form. Words that fold to nothing
/// are skipped.
pub(super) fn each_word(text: &str, mut each: impl FnMut(Range<usize>, &str)) {
    let mut folded = String::new();
    for word in words(text) {
        fold_into(word.text, &mut folded);
        if !folded.is_empty() {
            each(word.range, &folded);
        }
    }
}

/// Numbers different words, so that texts with the same numbering can be compared.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    numbers: HashMap<String, u32, foldhash::fast::RandomState>,
}

impl Numbering {
    /// The words of a text: their numbers and their bytes.
    pub(super) fn words(&mut self, text: &str) -> Words {
        let mut words = Words::default();
        each_word(text, |range, folded| {
            let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
            let number = match self.numbers.get(folded) {
                Some(number) => *number,
                None => *self.numbers.entry(folded.to_owned()).or_insert(next),
            };
            words.numbers.push(number);
            words.ranges.push(range);
        });
        words
    }
}

#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    /// The number of each word in a [`Numbering`].
    pub(super) numbers: Vec<u32>,
    /// The bytes of each word.
    pub(super) ranges: Vec<Range<usize>>,
}

impl Words {
    /// The bytes from the first to the last of these words; empty if there are none.
    pub(super) fn span(&self, words: Range<usize>) -> Range<usize> {
        let ranges = self.ranges.get(words).unwrap_or_default();
        match (ranges.first(), ranges.last()) {
            (Some(first), Some(last)) => first.start..last.end,
            _ => 0..0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn folded(text: &str) -> Vec<String> {
        let mut found = Vec::new();
        each_word(text, |_, word| found.push(word.to_owned()));
        found
    }

    #[test]
    fn a_wording_is_its_letters_and_digits() {
        assert_eq!(folded("• The “Parties” – ARTICLE 5:"), ["the", "parties", "article", "5"]);
        assert_eq!(folded("\u{ad} so\u{ad}ft Тhe"), ["soft", "the"]);
        assert_eq!(folded("— … —"), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn ranges_are_words_in_order(text in any::<String>()) {
            let mut end = 0;
            let mut sound = true;
            each_word(&text, |range, word| {
                sound &= range.start >= end && text.get(range.clone()).is_some() && !word.is_empty();
                end = range.end;
            });
            prop_assert!(sound);
        }
    }
}
