//! Cutting a text into words.

use super::fold::{is_unspaced, is_word_char};
use std::ops::Range;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// The word as written.
    pub text: &'a str,
    /// Its bytes in the text.
    pub range: Range<usize>,
}

/// The words of a text in order: runs of letters and digits. Everything else separates words, hyphens too. In scripts that
/// write words without blanks between them, each letter is a word; see [`is_unspaced`].
pub fn words(text: &str) -> Words<'_> {
    Words { text, at: 0, block: usize::MAX, classes: Classes::default() }
}

/// See [`words`].
#[derive(Clone, Debug)]
pub struct Words<'a> {
    text: &'a str,
    at: usize,
    /// The block of the text that `classes` describes.
    block: usize,
    classes: Classes,
}

impl<'a> Iterator for Words<'a> {
    type Item = Word<'a>;

    fn next(&mut self) -> Option<Word<'a>> {
        let start = self.end(self.at, Piece::Gap);
        self.at = self.end(start, Piece::Word);
        let text = self.text.get(start..self.at).filter(|text| !text.is_empty())?;
        Some(Word { text, range: start..self.at })
    }
}

/// A part of a text: a word, or what lies between two words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Piece {
    Word,
    Gap,
}

impl Words<'_> {
    /// Where a piece that begins here ends.
    fn end(&mut self, from: usize, piece: Piece) -> usize {
        let at = self.end_in_ascii(from, piece);
        match self.text.as_bytes().get(at) {
            // Most text ends its words in ASCII; the rest is decoded.
            Some(byte) if !byte.is_ascii() => {
                let rest = self.text.get(at..).unwrap_or_default();
                at + match piece {
                    Piece::Gap => length_while(rest, |c| !is_word_char(c)),
                    Piece::Word if at == from => length_of_word(rest),
                    Piece::Word => length_while(rest, is_in_spaced_word),
                }
            }
            _ => at,
        }
    }

    /// The first byte from here on that belongs to another piece or is not ASCII.
    fn end_in_ascii(&mut self, from: usize, piece: Piece) -> usize {
        let mut at = from;
        while at < self.text.len() {
            let others = match piece {
                Piece::Word => !self.classes(at / BLOCK).word,
                Piece::Gap => self.classes(at / BLOCK).word | self.classes.other,
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

/// The bytes of the word that a text starts with: one letter with its marks, or a run of letters and digits.
fn length_of_word(text: &str) -> usize {
    match text.chars().next().filter(|c| is_unspaced(*c)) {
        Some(letter) => {
            let after = text.get(letter.len_utf8()..).unwrap_or_default();
            letter.len_utf8()
                + length_while(after, |c| !c.is_alphanumeric() && is_in_spaced_word(c) || is_voicing(c))
        }
        None => length_while(text, is_in_spaced_word),
    }
}

fn is_in_spaced_word(c: char) -> bool {
    is_word_char(c) && !is_unspaced(c)
}

/// The voicing marks of kana of half width, which are letters in Unicode.
fn is_voicing(c: char) -> bool {
    matches!(c, '\u{ff9e}' | '\u{ff9f}')
}

/// The bytes of the first characters for which `holds` is true.
fn length_while(text: &str, holds: impl Fn(char) -> bool) -> usize {
    text.chars().take_while(|c| holds(*c)).map(char::len_utf8).sum()
}

/// How many bytes are classified at once: as many as a register has bits, since every text is read this way.
const BLOCK: usize = 64;

/// The classes of the bytes of a block, the first byte in the lowest bit.
#[derive(Clone, Copy, Debug, Default)]
struct Classes {
    /// Letters and digits of ASCII.
    word: u64,
    /// Bytes of characters outside ASCII.
    other: u64,
}

impl Classes {
    /// The classes of the first block of these bytes; bits past their end are zero.
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

/// Gathers the lowest bit of each byte; all other bits must be 0.
fn bits(bytes: [u8; BLOCK]) -> u64 {
    // The product has the bits of eight bytes side by side in its highest byte.
    let gathered = |eight: &[u8; 8]| u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
    bytes.as_chunks().0.iter().rev().fold(0, |bits, eight| bits << 8 | gathered(eight))
}

/// Where a word of the text begins with this, as a range of bytes. Both are compared as they are, so fold them before.
pub fn start_of_word(text: &str, typed: &str) -> Option<Range<usize>> {
    let is_start = |at: usize| !text.get(..at).unwrap_or_default().ends_with(char::is_alphanumeric);
    text.match_indices(typed).map(|(at, _)| at).find(|at| is_start(*at)).map(|at| at..at + typed.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_start_of_a_word_counts() {
        assert_eq!(start_of_word("the export report", "port"), None);
        assert_eq!(start_of_word("the export report", "re"), Some(11..13));
        assert_eq!(start_of_word("co-operation", "op"), Some(3..5));
        assert_eq!(start_of_word("", "a"), None);
    }
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
        assert_eq!(split("a\u{301}b Əliyev—Жапаров"), ["a\u{301}b", "Əliyev", "Жапаров"]);
        assert_eq!(split(" … "), Vec::<&str>::new());
    }

    #[test]
    fn a_letter_is_a_word_where_words_have_no_blanks() {
        assert_eq!(split("尊重主权。WTO规则"), ["尊", "重", "主", "权", "WTO", "规", "则"]);
        assert_eq!(split("2022年４月"), ["2022", "年", "４", "月"]);
        // A voicing mark belongs to its letter.
        assert_eq!(split("か\u{3099}ｶﾞ葛\u{e0100}"), ["か\u{3099}", "ｶﾞ", "葛\u{e0100}"]);
        assert_eq!(split("อธิป ๒๕"), ["อ", "ธ", "ิ", "ป", "๒๕"]);
        assert_eq!(split("한국 éa日"), ["한국", "éa", "日"]);
    }

    proptest! {
        #[test]
        fn words_are_those_of_the_definition(text in "([a-zA-Z0-9 ,'’@\\[`{/:éЖ日\u{301}]{0,90}|[ab ]{120,140}|\\PC{0,40}){0,3}") {
            let mut plainly: Vec<String> = Vec::new();
            // What is before the next letter: a letter that is a word, a letter that is not, or no letter.
            let mut before = None;
            for c in text.chars() {
                let starts = match before {
                    None => true,
                    Some(alone) => is_unspaced(c) || alone && c.is_alphanumeric() && !is_voicing(c),
                };
                match plainly.last_mut() {
                    _ if !is_word_char(c) => before = None,
                    Some(word) if !starts => word.push(c),
                    _ => {
                        plainly.push(c.to_string());
                        before = Some(is_unspaced(c));
                    }
                }
            }
            prop_assert_eq!(split(&text), plainly);
        }

        #[test]
        fn ranges_are_where_the_words_are(text in any::<String>()) {
            for word in words(&text) {
                prop_assert_eq!(text.get(word.range.clone()), Some(word.text));
            }
        }
    }
}
