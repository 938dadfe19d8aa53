//! The words of a text, as they stand in it.

use crate::text::fold::is_word_char;
use std::ops::Range;

/// A word counts by its first bytes: so a hostile word of a megabyte costs what a long word costs.
pub(crate) const WORD_BYTES: usize = 64;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word<'a> {
    /// The word as written.
    pub text: &'a str,
    /// Where it stands, in bytes.
    pub range: Range<usize>,
}

/// The words of a text in order. Everything that is not a letter or a digit separates, a hyphen too; the `'s` of a
/// possessive is no word.
pub(crate) fn words(text: &str) -> Words<'_> {
    Words { text, at: 0, block: usize::MAX, classes: Classes::default() }
}

/// See [`words`].
#[derive(Clone, Debug)]
pub(crate) struct Words<'a> {
    text: &'a str,
    at: usize,
    /// Which block of the text the classes are of.
    block: usize,
    classes: Classes,
}

impl<'a> Iterator for Words<'a> {
    type Item = Word<'a>;

    fn next(&mut self) -> Option<Word<'a>> {
        loop {
            let start = self.end(self.at, Run::Between);
            if start == self.text.len() {
                return None;
            }
            self.at = self.end(start, Run::Word);
            if !is_possessive(self.text, start, self.at) {
                return Some(Word { text: self.text.get(start..self.at)?, range: start..self.at });
            }
        }
    }
}

/// A part of a text that is one word, or what stands between two.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Run {
    Word,
    Between,
}

impl Words<'_> {
    /// Where a run that begins here ends.
    fn end(&mut self, from: usize, run: Run) -> usize {
        let at = self.end_in_ascii(from, run);
        match self.text.as_bytes().get(at) {
            // Most text ends its words in ASCII; the rest is decoded.
            Some(byte) if !byte.is_ascii() => {
                let rest = self.text.get(at..).unwrap_or_default().chars();
                let is_word = run == Run::Word;
                at + rest.take_while(|c| is_word_char(*c) == is_word).map(char::len_utf8).sum::<usize>()
            }
            _ => at,
        }
    }

    /// The first byte from here on that is of another class.
    fn end_in_ascii(&mut self, from: usize, run: Run) -> usize {
        let mut at = from;
        while at < self.text.len() {
            let others = match run {
                Run::Word => !self.classes(at / BLOCK).word,
                Run::Between => self.classes(at / BLOCK).word | self.classes.other,
            };
            let ahead = others >> (at % BLOCK);
            if ahead != 0 {
                return self.text.len().min(at + ahead.trailing_zeros() as usize);
            }
            at = (at / BLOCK + 1) * BLOCK;
        }
        self.text.len()
    }

    fn classes(&mut self, block: usize) -> Classes {
        if block != self.block {
            let bytes = self.text.as_bytes().get(block * BLOCK..).unwrap_or_default();
            (self.block, self.classes) = (block, Classes::of(bytes));
        }
        self.classes
    }
}

/// Bytes that are classed at once: every text is read through this, and a bit a byte is what a register holds.
const BLOCK: usize = 64;

/// What the bytes of a block are, the first byte in the lowest bit.
#[derive(Clone, Copy, Debug, Default)]
struct Classes {
    /// Letters and digits of ASCII.
    word: u64,
    /// Parts of signs outside of ASCII.
    other: u64,
}

impl Classes {
    /// Of the first bytes of these; beyond their end there is nothing.
    fn of(bytes: &[u8]) -> Self {
        let block = bytes.first_chunk::<BLOCK>().copied().unwrap_or_else(|| {
            let mut block = [0; BLOCK];
            block.iter_mut().zip(bytes).for_each(|(place, byte)| *place = *byte);
            block
        });
        let is_word = |byte: u8| (byte | 32).wrapping_sub(b'a') < 26 || byte.wrapping_sub(b'0') < 10;
        Self { word: bits(block.map(|byte| is_word(byte).into())), other: bits(block.map(|byte| byte >> 7)) }
    }
}

/// The lowest bit of each byte, the others being 0.
fn bits(bytes: [u8; BLOCK]) -> u64 {
    // The product has the bits of eight bytes side by side in its highest byte.
    let gathered = |eight: &[u8; 8]| u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
    bytes.as_chunks().0.iter().rev().fold(0, |bits, eight| bits << 8 | gathered(eight))
}

fn is_possessive(text: &str, start: usize, end: usize) -> bool {
    let is_s = || matches!(text.get(start..end), Some("s" | "S"));
    end - start == 1
        && is_s()
        && text.get(..start).is_some_and(|before| {
            let owner = before.strip_suffix('\'').or_else(|| before.strip_suffix('’'));
            owner.and_then(|owner| owner.chars().next_back()).is_some_and(is_word_char)
        })
}

/// The part of a folded word that counts; see [`WORD_BYTES`].
pub(crate) fn counted(folded: &str) -> &str {
    if folded.len() <= WORD_BYTES {
        return folded;
    }
    let end = (0..=WORD_BYTES).rev().find(|at| folded.is_char_boundary(*at)).unwrap_or(0);
    folded.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(text: &str) -> Vec<&str> {
        words(text).map(|w| w.text).collect()
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        assert_eq!(
            split("one-to-one meeting, 20 April 2022."),
            ["one", "to", "one", "meeting", "20", "April", "2022"]
        );
        assert_eq!(split("Côte d'Ivoire"), ["Côte", "d", "Ivoire"]);
        assert_eq!(split("the other's and the Party’s"), ["the", "other", "and", "the", "Party"]);
        assert_eq!(split("'s s"), ["s", "s"]);
        assert_eq!(split("a\u{301}b Əliyev—Жапаров"), ["a\u{301}b", "Əliyev", "Жапаров"]);
        assert_eq!(split(" … "), Vec::<&str>::new());
    }

    #[test]
    fn a_long_word_is_cut_at_a_letter() {
        assert_eq!(counted(&"é".repeat(40)).len(), 64);
        assert_eq!(counted(&"日".repeat(40)).len(), 63);
    }

    /// The words by the definition, a letter at a time.
    fn plainly_split(text: &str) -> Vec<&str> {
        let words = text.split(|c: char| !is_word_char(c)).filter(|word| !word.is_empty());
        let place = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
        words.filter(|word| !is_possessive(text, place(word), place(word) + word.len())).collect()
    }

    proptest! {
        #[test]
        fn words_are_those_of_the_definition(text in "([a-zA-Z0-9 ,'’@\\[`{/:éЖ日\u{301}]{0,90}|[ab ]{120,140}|\\PC{0,40}){0,3}") {
            prop_assert_eq!(split(&text), plainly_split(&text));
        }

        #[test]
        fn ranges_are_where_the_words_are(text in any::<String>()) {
            for word in words(&text) {
                prop_assert_eq!(text.get(word.range.clone()), Some(word.text));
                prop_assert!(word.text.chars().all(is_word_char));
            }
        }
    }
}
