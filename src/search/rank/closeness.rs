//! How near the words of a query are to each other in an item: the only part of ranking that reads texts.

use crate::model::{Collection, ItemId};
use crate::search::index::{Field, Vocabulary, each_text};
use crate::search::query::MAX_WORDS;
use crate::search::tolerance::Hits;
use crate::search::words::{counted, folded, folded_joined, words};
use crate::text::Joins;
use std::collections::HashMap;

/// The most words of a phrase, one bit each.
const MAX_SEQUENCE: usize = 32;

/// How near the words of a query are in an item. Nearer is greater.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Closeness {
    /// Whether they are in a row as in the query, or written as one word.
    pub phrase: bool,
    /// [`u8::MAX`] minus the fewest words from the first to the last of them in one text; 0 if they are further apart
    /// or no text has all of them. A phrase has the maximum.
    pub nearness: u8,
}

/// Finds the words of a query in texts.
pub(super) struct Spotter<'v> {
    /// The positions in the query's sequence, and the query words, that each folded word matches.
    marks: HashMap<&'v str, Mark, foldhash::fast::RandomState>,
    /// Skips most words of a text.
    prefilter: Prefilter,
    words: u32,
    last: u32,
}

/// The first letters and lengths of ASCII words that may match: one bit for each of 32 letters and 32 lengths, which
/// different ones may share.
#[derive(Default)]
struct Prefilter([u32; 32]);

impl Prefilter {
    fn add(&mut self, folded: &str) {
        let (letter, length) = Self::place(folded);
        if let Some(letters) = self.0.get_mut(length) {
            *letters |= letter;
        }
    }

    /// Whether the word may be one of those added once it is folded. Folding may change the length of other than ASCII words.
    #[inline]
    fn may_hold(&self, word: &str) -> bool {
        let (letter, length) = Self::place(word);
        self.0.get(length).is_some_and(|letters| letters & letter != 0) || !word.is_ascii()
    }

    fn place(word: &str) -> (u32, usize) {
        let first = word.as_bytes().first().map_or(0, u8::to_ascii_lowercase);
        (1 << (first & 31), counted(word).len() & 31)
    }
}

/// The bit of a word of the query. Words after the first 32 do not count for closeness.
fn bit(word: usize) -> u32 {
    u32::try_from(word).ok().and_then(|word| 1u32.checked_shl(word)).unwrap_or(0)
}

#[derive(Clone, Copy, Default)]
struct Mark {
    places: u32,
    words: u32,
}

impl<'v> Spotter<'v> {
    /// A spotter for the words of a query and their sequence.
    pub(super) fn new(vocabulary: &'v Vocabulary, hits: &[Hits], sequence: &[usize]) -> Self {
        let mut marks: HashMap<&str, Mark, _> = HashMap::default();
        let mut prefilter = Prefilter::default();
        for (word, hits) in hits.iter().enumerate() {
            let places = sequence.iter().take(MAX_SEQUENCE).enumerate().filter(|(_, w)| **w == word);
            let places = places.fold(0u32, |bits, (place, _)| bits | 1 << place);
            for number in hits.all() {
                let spelt = vocabulary.numbered(number);
                prefilter.add(spelt);
                let mark = marks.entry(spelt).or_default();
                mark.places |= places;
                mark.words |= bit(word);
            }
        }
        let words = hits.iter().enumerate().fold(0, |bits, (word, _)| bits | bit(word));
        let last = 1 << sequence.len().clamp(1, MAX_SEQUENCE).saturating_sub(1);
        Self { marks, prefilter, words, last }
    }

    /// A spotter for these words in a row; a single word never is, even if it matches all of them.
    pub(super) fn of_row(vocabulary: &'v Vocabulary, hits: &[Hits]) -> Self {
        let sequence: Vec<usize> = (0..hits.len()).collect();
        Self { words: 0, ..Self::new(vocabulary, hits, &sequence) }
    }

    /// How near the words of the query are in an item.
    pub(super) fn look(&self, collection: &Collection, item: ItemId) -> Closeness {
        self.look_at(collection, item, |_| true)
    }

    /// How near they are in those fields of an item that are `wanted`.
    pub(super) fn look_at(
        &self,
        collection: &Collection,
        item: ItemId,
        wanted: impl Fn(Field) -> bool,
    ) -> Closeness {
        let mut best = Closeness::default();
        let Some(item) = collection.item(item) else { return best };
        let mut buffer = String::new();
        each_text(item, |field, text| {
            if wanted(field) {
                best = best.max(self.look_in(text, &mut buffer));
            }
        });
        best
    }

    fn mark(&self, word: &str, buffer: &mut String) -> Option<&Mark> {
        if !self.prefilter.may_hold(word) {
            return None;
        }
        self.marks.get(folded(word, buffer))
    }

    fn look_in(&self, text: &str, buffer: &mut String) -> Closeness {
        let mut best = Closeness::default();
        let mut joins = Joins::default();
        // The places of the phrase that the last words reached, one bit each, the nearest word first.
        let mut reached = [0u32; Joins::MOST];
        let mut seen: [Option<usize>; MAX_WORDS] = Default::default();
        for (at, word) in words(text).enumerate() {
            let mut marks = self.mark(word.text, buffer).copied().unwrap_or_default();
            let whole = marks.words != 0 && marks.words == self.words;
            let mut phrase = (reached[0] << 1 | 1) & marks.places;
            for (start, before) in joins.next(text, &word.range).iter().zip(reached.iter().skip(1)) {
                let printed = text.get(*start..word.range.end).unwrap_or_default();
                let mark = self.marks.get(folded_joined(printed, buffer)).copied().unwrap_or_default();
                phrase |= (before << 1 | 1) & mark.places;
                marks.words |= mark.words;
            }
            reached.rotate_right(1);
            reached[0] = phrase;
            if marks.words == 0 {
                continue;
            }
            for (bit, place) in seen.iter_mut().enumerate() {
                if marks.words & 1 << bit != 0 {
                    *place = Some(at);
                }
            }
            let wanted = seen.iter().take(self.words.count_ones() as usize);
            // The earliest of the last positions; `None`, the minimum, while a word is missing.
            if let Some(first) = wanted.copied().min().flatten() {
                let steps = u8::try_from(at - first).unwrap_or(u8::MAX);
                best.nearness = best.nearness.max(u8::MAX - steps);
            }
            if phrase & self.last != 0 || whole {
                return Closeness { phrase: true, nearness: u8::MAX };
            }
        }
        best
    }
}
