//! How near the words of a query are to each other in an item: the only part of ranking that reads texts.

use crate::model::{Collection, ItemId};
use crate::search::index::{Field, Index, NumberedText, NumberedTexts, each_text};
use crate::search::query::MAX_WORDS;
use crate::search::tolerance::Hits;
use crate::search::words::{counted, folded, folded_joined, words};
use crate::text::{Joins, may_have_hyphens};
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
    /// Texts that were cut into words before, and the marks of their words.
    texts: Option<&'v NumberedTexts>,
    numbered: Numbered,
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
    pub(super) fn new(index: &'v Index, hits: &[Hits], sequence: &[usize]) -> Self {
        let vocabulary = &index.vocabulary;
        let texts = index.texts.as_deref();
        let mut marks: HashMap<&str, Mark, _> = HashMap::default();
        let (mut prefilter, mut numbered) = (Prefilter::default(), Numbered::default());
        for (word, hits) in hits.iter().enumerate() {
            let places = sequence.iter().take(MAX_SEQUENCE).enumerate().filter(|(_, w)| **w == word);
            let places = places.fold(0u32, |bits, (place, _)| bits | 1 << place);
            for number in hits.all() {
                let spelt = vocabulary.numbered(number);
                prefilter.add(spelt);
                let mark = marks.entry(spelt).or_default();
                mark.places |= places;
                mark.words |= bit(word);
                if texts.is_some() {
                    numbered.add(number, *mark);
                }
            }
        }
        let words = hits.iter().enumerate().fold(0, |bits, (word, _)| bits | bit(word));
        let last = 1 << sequence.len().clamp(1, MAX_SEQUENCE).saturating_sub(1);
        Self { marks, prefilter, texts, numbered, words, last }
    }

    /// A spotter for these words in a row; a single word never is, even if it matches all of them.
    pub(super) fn of_row(index: &'v Index, hits: &[Hits]) -> Self {
        let sequence: Vec<usize> = (0..hits.len()).collect();
        Self { words: 0, ..Self::new(index, hits, &sequence) }
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
        if let Some(texts) = self.texts {
            return self.look_at_numbered(texts, (collection, item), wanted);
        }
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

    /// The same, in texts that were cut into words before.
    fn look_at_numbered(
        &self,
        texts: &NumberedTexts,
        (collection, item): (&Collection, ItemId),
        wanted: impl Fn(Field) -> bool,
    ) -> Closeness {
        let texts = texts.of(collection, item);
        let texts = texts.iter().filter(|text| wanted(text.field));
        texts.map(|text| self.look_in_numbered(text)).max().unwrap_or_default()
    }

    fn mark(&self, word: &str, buffer: &mut String) -> Option<&Mark> {
        if !self.prefilter.may_hold(word) {
            return None;
        }
        self.marks.get(folded(word, buffer))
    }

    fn look_in(&self, text: &str, buffer: &mut String) -> Closeness {
        let mut walk = Walk::default();
        // Most texts have no hyphen, and are read faster without looking for one after each word.
        let mut joins = may_have_hyphens(text).then(Joins::default);
        for word in words(text) {
            let mark = self.mark(word.text, buffer).copied().unwrap_or_default();
            let starts = joins.as_mut().map(|joins| joins.next(text, &word.range));
            let joined = starts.into_iter().flatten().map(|start| {
                let printed = text.get(*start..word.range.end).unwrap_or_default();
                self.marks.get(folded_joined(printed, buffer)).copied().unwrap_or_default()
            });
            if walk.step(self, mark, joined) {
                return Closeness { phrase: true, nearness: u8::MAX };
            }
        }
        walk.best
    }

    fn look_in_numbered(&self, text: &NumberedText) -> Closeness {
        let mut walk = Walk::default();
        let mut joined = text.joined.iter().peekable();
        for (at, number) in text.words.iter().enumerate() {
            let mark = self.numbered.get(*number);
            let joined = std::iter::from_fn(|| joined.next_if(|(place, _)| *place == at))
                .map(|(_, number)| self.numbered.get(*number));
            if walk.step(self, mark, joined) {
                return Closeness { phrase: true, nearness: u8::MAX };
            }
        }
        walk.best
    }
}

/// The marks of words by their numbers. Most words of a text have none, which one bit says of several.
#[derive(Default)]
struct Numbered {
    bits: Vec<u64>,
    marks: HashMap<u32, Mark, foldhash::fast::RandomState>,
}

impl Numbered {
    /// As many bits as fit into the first cache of a processor.
    const BITS: usize = 1 << 15;

    fn add(&mut self, number: u32, mark: Mark) {
        self.bits.resize(Self::BITS / 64, 0);
        let (place, bit) = Self::place(number);
        if let Some(bits) = self.bits.get_mut(place) {
            *bits |= bit;
        }
        self.marks.insert(number, mark);
    }

    #[inline]
    fn get(&self, number: u32) -> Mark {
        let (place, bit) = Self::place(number);
        match self.bits.get(place) {
            Some(bits) if bits & bit != 0 => self.marks.get(&number).copied().unwrap_or_default(),
            _ => Mark::default(),
        }
    }

    fn place(number: u32) -> (usize, u64) {
        let number = number as usize % Self::BITS;
        (number / 64, 1 << (number % 64))
    }
}

/// A walk through the words of a text.
#[derive(Default)]
struct Walk {
    best: Closeness,
    /// How many words it has passed.
    at: usize,
    /// The places of the phrase that the last words reached, one bit each, the nearest word first.
    reached: [u32; Joins::MOST],
    /// Where each word of the query was seen last.
    seen: [Option<usize>; MAX_WORDS],
}

impl Walk {
    /// Passes a word with this mark, up to which words with these marks are joined, the shortest first. Returns whether the
    /// whole phrase was seen.
    #[inline]
    fn step(&mut self, spotter: &Spotter<'_>, mark: Mark, joined: impl Iterator<Item = Mark>) -> bool {
        let at = self.at;
        self.at += 1;
        let mut marks = mark;
        let whole = marks.words != 0 && marks.words == spotter.words;
        let mut phrase = (self.reached[0] << 1 | 1) & marks.places;
        for (mark, before) in joined.zip(self.reached.iter().skip(1)) {
            phrase |= (before << 1 | 1) & mark.places;
            marks.words |= mark.words;
        }
        let [first, second, third, _] = self.reached;
        self.reached = [phrase, first, second, third];
        if marks.words == 0 {
            return false;
        }
        for (bit, place) in self.seen.iter_mut().enumerate() {
            if marks.words & 1 << bit != 0 {
                *place = Some(at);
            }
        }
        let wanted = self.seen.iter().take(spotter.words.count_ones() as usize);
        // The earliest of the last positions; `None`, the minimum, while a word is missing.
        if let Some(first) = wanted.copied().min().flatten() {
            let steps = u8::try_from(at - first).unwrap_or(u8::MAX);
            self.best.nearness = self.best.nearness.max(u8::MAX - steps);
        }
        phrase & spotter.last != 0 || whole
    }
}
