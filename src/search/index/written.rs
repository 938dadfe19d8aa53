//! The words that a segment has seen, as written.

use std::collections::HashMap;
use std::ops::Range;

/// The numbers of words. The hash is seeded anew in every run, so that no file can be crafted to be slow.
pub(super) type WordNumbers = HashMap<Box<str>, u32, foldhash::fast::RandomState>;

/// The number of each word as written, so that most words are folded only once. Words of up to 8 or 16 bytes, which
/// is nearly all, are stored as integers: these compare faster and take less memory.
#[derive(Default)]
pub(super) struct Written {
    frequent_in_8: Frequent<u64>,
    frequent_in_16: Frequent<u128>,
    in_8: HashMap<u64, u32, foldhash::fast::RandomState>,
    in_16: HashMap<u128, u32, foldhash::fast::RandomState>,
    longer: WordNumbers,
}

impl Written {
    /// The number of the word at a place of a text.
    #[inline]
    pub(super) fn get(&mut self, text: &str, place: &Range<usize>) -> Option<u32> {
        match place.len() {
            0..=8 => {
                let word = u64::from_le_bytes(packed_in(text, place));
                let in_8 = &self.in_8;
                self.frequent_in_8.get(word, || in_8.get(&word).copied())
            }
            9..=16 => {
                let word = u128::from_le_bytes(packed_in(text, place));
                let in_16 = &self.in_16;
                self.frequent_in_16.get(word, || in_16.get(&word).copied())
            }
            _ => self.longer.get(text.get(place.clone())?).copied(),
        }
    }

    pub(super) fn insert(&mut self, word: &str, number: u32) {
        match word.len() {
            0..=8 => self.in_8.insert(u64::from_le_bytes(packed(word.as_bytes())), number),
            9..=16 => self.in_16.insert(u128::from_le_bytes(packed(word.as_bytes())), number),
            _ => self.longer.insert(Box::from(word), number),
        };
    }
}

/// Words that were seen last: one for each remainder of their bytes, so that the frequent words of a language, most of any
/// text, are found without a hash.
struct Frequent<W>(Vec<(W, u32)>);

/// The bytes of a word as an integer, zero for no word: none is made of zero bytes.
trait Packed: Copy + Default + PartialEq {
    /// A part of them by which few words are alike.
    fn mixed(self) -> u64;
}

impl Packed for u64 {
    fn mixed(self) -> u64 {
        self
    }
}

impl Packed for u128 {
    fn mixed(self) -> u64 {
        (self as u64).rotate_left(23) ^ (self >> 64) as u64
    }
}

impl<W> Frequent<W> {
    /// As many as fit into the second cache of a processor.
    const BITS: u32 = 12;
}

impl<W: Packed> Default for Frequent<W> {
    fn default() -> Self {
        Self(vec![(W::default(), 0); 1 << Self::BITS])
    }
}

impl<W: Packed> Frequent<W> {
    #[inline]
    fn get(&mut self, word: W, look_up: impl FnOnce() -> Option<u32>) -> Option<u32> {
        /// Spreads the bits of a word: the golden ratio, as Knuth has it.
        const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
        let place = word.mixed().wrapping_mul(SPREAD) >> (u64::BITS - Self::BITS);
        let seen = self.0.get_mut(place as usize)?;
        if seen.0 != word {
            *seen = (word, look_up()?);
        }
        Some(seen.1)
    }
}

/// The bytes of a place of a text, at most `N`, padded with zeros; different words stay different because no word has a
/// zero byte.
#[inline]
fn packed_in<const N: usize>(text: &str, place: &Range<usize>) -> [u8; N] {
    let bytes = text.as_bytes();
    match bytes.get(place.start..).and_then(<[u8]>::first_chunk::<N>) {
        // All bytes at once, and then without those after the word.
        Some(chunk) => {
            let mut word = *chunk;
            word.iter_mut().enumerate().for_each(|(at, byte)| *byte *= u8::from(at < place.len()));
            word
        }
        None => packed(bytes.get(place.clone()).unwrap_or_default()),
    }
}

/// The same of a word by itself.
fn packed<const N: usize>(word: &[u8]) -> [u8; N] {
    let mut bytes = [0; N];
    bytes.iter_mut().zip(word).for_each(|(place, byte)| *place = *byte);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_any_length_are_found_again() {
        let text = "a treaty cooperation acknowledgement of the incomprehensibilities, é and Éire: treaty";
        let mut written = Written::default();
        let words: Vec<_> = crate::text::words(text).collect();
        for (number, word) in (0u32..).zip(&words) {
            if written.get(text, &word.range).is_none() {
                written.insert(word.text, number);
            }
        }
        let found: Vec<Option<u32>> = words.iter().map(|word| written.get(text, &word.range)).collect();
        let first = |word: &str| (0u32..).zip(&words).find(|(_, other)| other.text == word).map(|(at, _)| at);
        let expected: Vec<Option<u32>> = words.iter().map(|word| first(word.text)).collect();
        assert_eq!(found, expected);
    }
}
