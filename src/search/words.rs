//! The words of a text, as they stand in it.

use crate::text::fold::is_word_char;
use std::ops::Range;

/// A word counts by its first bytes: so a hostile word of a megabyte costs what a long word costs.
pub(super) const WORD_BYTES: usize = 64;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word<'a> {
    /// The word as written.
    pub text: &'a str,
    /// Where it stands, in bytes.
    pub range: Range<usize>,
}

/// The words of a text in order. Everything that is not a letter or a digit separates, a hyphen too; the `'s` of a
/// possessive is no word.
pub(super) fn words(text: &str) -> Words<'_> {
    Words { text, at: 0 }
}

/// See [`words`].
#[derive(Clone, Debug)]
pub(super) struct Words<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Words<'a> {
    type Item = Word<'a>;

    fn next(&mut self) -> Option<Word<'a>> {
        loop {
            let start = self.at + run(self.text.get(self.at..)?, false);
            let rest = self.text.get(start..).filter(|rest| !rest.is_empty())?;
            let end = start + run(rest, true);
            self.at = end;
            if !is_possessive(self.text, start, end) {
                return Some(Word { text: self.text.get(start..end)?, range: start..end });
            }
        }
    }
}

/// What a byte of a text is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// A letter or a digit of ASCII.
    Word,
    /// Another sign of ASCII.
    Between,
    /// A part of any other sign.
    Other,
}

/// The class of each byte; every text is read through it, so a look-up it is.
#[expect(clippy::indexing_slicing, reason = "worked out by the compiler, which checks it")]
const CLASSES: [Class; 256] = {
    let mut classes = [Class::Between; 256];
    let mut byte = 0;
    while byte < 256 {
        if byte > 127 {
            classes[byte] = Class::Other;
        } else if (byte as u8).is_ascii_alphanumeric() {
            classes[byte] = Class::Word;
        }
        byte += 1;
    }
    classes
};

/// How many bytes at the beginning of the text are word (`inside`) or not word.
fn run(text: &str, inside: bool) -> usize {
    let wanted = if inside { Class::Word } else { Class::Between };
    let ascii = text.bytes().take_while(|b| CLASSES.get(usize::from(*b)) == Some(&wanted)).count();
    match text.as_bytes().get(ascii) {
        // Most text ends its words in ASCII; the rest is decoded.
        Some(byte) if !byte.is_ascii() => {
            let rest = text.get(ascii..).unwrap_or_default();
            ascii + rest.chars().take_while(|c| is_word_char(*c) == inside).map(char::len_utf8).sum::<usize>()
        }
        _ => ascii,
    }
}

fn is_possessive(text: &str, start: usize, end: usize) -> bool {
    let is_s = matches!(text.get(start..end), Some("s" | "S"));
    is_s && text.get(..start).is_some_and(|before| {
        let owner = before.strip_suffix('\'').or_else(|| before.strip_suffix('’'));
        owner.and_then(|owner| owner.chars().next_back()).is_some_and(is_word_char)
    })
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

    proptest! {
        #[test]
        fn ranges_are_where_the_words_are(text in any::<String>()) {
            for word in words(&text) {
                prop_assert_eq!(text.get(word.range.clone()), Some(word.text));
                prop_assert!(word.text.chars().all(is_word_char));
            }
        }
    }
}
