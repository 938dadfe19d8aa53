//! The one door to the crate `fuzzy-matcher`.
//!
//! It answers what an edit distance cannot: which word was meant when most of its letters were left out (`rnwbl`,
//! `intlctual`), and which of several equally near words is nearest to how people abbreviate. Its limits, and what
//! is done about them here:
//! - It folds the case of ASCII letters only. Both sides are folded by us and compared as they are.
//! - It tells places as numbers of characters, not bytes. Only its score is used; places come from our own fold.
//! - Its cost grows with the product of the lengths, and its buffers with the longest word ever seen. Words are at
//!   most [`WORD_BYTES`] long, and it is told to stop at that square.
//! - Letters in another order are no match for it. Swapped letters are the edit distance's.
//! - It lets most words through when few letters are typed. So a word is only asked about when it holds every letter
//!   typed, begins with the first one, and is at most [`MAX_LEFT_OUT`] times as long.

use crate::search::words::WORD_BYTES;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// A word may be this many times as long as the letters typed for it.
pub(super) const MAX_LEFT_OUT: usize = 2;

/// Scores how well letters stand for a word.
pub(super) trait Fuzzy: Send + Sync {
    /// The score, higher for better; none where the letters are not in the word in this order. Both are folded.
    fn score(&self, word: &str, letters: &str) -> Option<i64>;
}

/// The scores of `fuzzy-matcher`'s skim algorithm.
pub(super) struct Skim(SkimMatcherV2);

impl Default for Skim {
    fn default() -> Self {
        Self(SkimMatcherV2::default().respect_case().element_limit(WORD_BYTES * WORD_BYTES))
    }
}

impl Fuzzy for Skim {
    fn score(&self, word: &str, letters: &str) -> Option<i64> {
        if word.len() > WORD_BYTES || letters.len() > WORD_BYTES {
            return None;
        }
        self.0.fuzzy_match(word, letters)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn left_out_letters_are_seen_through() {
        let skim = Skim::default();
        assert!(skim.score("renewable", "rnwbl").is_some());
        assert!(skim.score("renewable", "elbawener").is_none());
        assert!(skim.score(&"a".repeat(1000), "a").is_none());
    }
}
