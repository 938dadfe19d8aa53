//! The words by which wordings are compared: folded letters and digits.
//!
//! Case, accents, dashes, punctuation, bullets and spaces do not count; every letter and digit does, including the
//! number of a paragraph. Words that a hyphen or the end of a line cuts are one word if one of the texts prints it as one.

use crate::data::Meter;
use crate::text::fold::fold_into;
use crate::text::{Joins, each_joined, fold_joined, is_hyphen, span, words};
use foldhash::fast::RandomState;
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};
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

/// Words that some texts print with a hyphen and others without it, folded: "cooperation".
#[derive(Clone, Debug, Default)]
pub(super) struct Joined(HashSet<String, RandomState>);

impl Joined {
    /// Those of these texts.
    pub(super) fn of(texts: &[&str]) -> Self {
        Self::counted(texts, &Meter::default())
    }

    /// The same; the meter counts the texts.
    pub(super) fn counted(texts: &[&str], meter: &Meter) -> Self {
        let hyphened = texts.par_iter().filter(|text| text.contains(is_hyphen));
        let joined: HashSet<String, RandomState> =
            hyphened.flat_map_iter(|text| joined_words(text)).collect();
        if joined.is_empty() {
            return Self::default();
        }
        let printed = texts.par_iter().flat_map_iter(|text| {
            let mut found = Vec::new();
            each_word(text, |_, word| found.extend(joined.contains(word).then(|| word.to_owned())));
            meter.step();
            found
        });
        Self(printed.collect())
    }

    fn contains(&self, printed: &str) -> bool {
        let mut folded = String::new();
        fold_joined(printed, &mut folded);
        self.0.contains(&folded)
    }

    /// The memory it takes, in bytes.
    pub(super) fn bytes(&self) -> usize {
        self.0.iter().map(|word| word.capacity() + size_of::<String>()).sum()
    }

    /// As [`each_word`], but words that hyphens join come as one if they are among these.
    pub(super) fn each_word(&self, text: &str, mut each: impl FnMut(Range<usize>, &str)) {
        let mut folded = String::new();
        let is_known = |range| self.contains(text.get(range).unwrap_or_default());
        each_joined(text, words(text), is_known, |parts| {
            let range = span(parts);
            let printed = text.get(range.clone()).unwrap_or_default();
            let fold = if parts.len() > 1 { fold_joined } else { fold_into };
            fold(printed, &mut folded);
            if !folded.is_empty() {
                each(range, &folded);
            }
        });
    }
}

/// The words that hyphens join in a text, folded.
fn joined_words(text: &str) -> Vec<String> {
    let mut joins = Joins::default();
    let mut found = Vec::new();
    for word in words(text) {
        for start in joins.next(text, &word.range) {
            let mut folded = String::new();
            fold_joined(text.get(*start..word.range.end).unwrap_or_default(), &mut folded);
            found.push(folded);
        }
    }
    found
}

/// Numbers different words, so that texts with the same numbering can be compared.
#[derive(Debug)]
pub(super) struct Numbering<'j> {
    numbers: HashMap<String, u32, RandomState>,
    joined: &'j Joined,
}

impl<'j> Numbering<'j> {
    /// A numbering that takes these words as one, however they are printed.
    pub(super) fn new(joined: &'j Joined) -> Self {
        Self { numbers: HashMap::default(), joined }
    }

    /// The words of a text: their numbers and their bytes.
    pub(super) fn words(&mut self, text: &str) -> Words {
        let mut words = Words::default();
        self.joined.each_word(text, |range, folded| {
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

    #[test]
    fn words_with_a_hyphen_are_one_if_they_are_printed_so() {
        let split = |texts: &[&str]| -> Vec<String> {
            let mut found = Vec::new();
            Joined::of(texts).each_word(texts[0], |_, word| found.push(word.to_owned()));
            found
        };
        assert_eq!(split(&["co-operation", "Cooperation"]), ["cooperation"]);
        assert_eq!(split(&["inter-\nnational law", "international"]), ["international", "law"]);
        assert_eq!(split(&["self-\ndetermination", "self-determination"]), ["self", "determination"]);
        assert_eq!(split(&["one-two", "one – two"]), ["one", "two"]);
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
