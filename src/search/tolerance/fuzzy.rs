//! The only use of the crate `fuzzy-matcher`.
//!
//! It answers what an edit distance cannot: which word was meant if most of its letters were left out (`rnwbl`,
//! `intlctual`), and which of several equally near words is nearest to how people abbreviate. Its limits, and how we
//! deal with them:
//! - It folds the case of ASCII letters only. We fold both sides and let it compare them as they are.
//! - It counts positions in characters, not bytes. We use only its score.
//! - Its cost grows with the product of the lengths, and its buffers with the longest word ever seen. Words are at
//!   most [`WORD_BYTES`] long, and it stops at that square.
//! - It does not match letters in another order. Swapped letters are left to the edit distance.
//! - It matches most words if few letters are typed. So we ask only about words that have every letter typed, start
//!   with the first one, and are at most [`MAX_LEFT_OUT`] times as long.

use crate::search::words::WORD_BYTES;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// A word may be at most this many times as long as the letters typed for it.
pub(super) const MAX_LEFT_OUT: usize = 2;

/// Scores how well letters abbreviate a word.
pub(super) trait Fuzzy: Send + Sync {
    /// The score, higher for better; `None` if the letters are not in the word in this order. Both must be folded.
    fn score(&self, word: &str, letters: &str) -> Option<i64>;
}

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
