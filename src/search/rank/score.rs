//! Computes the keys of all items of a segment from posting lists alone.

use super::closeness::Closeness;
use super::key::{Key, KeyMaker, Level, Sum};
use crate::search::index::{Segment, TieBreak};
use crate::search::results::{Match, MetBy, SegmentMatches};
use roaring::RoaringBitmap;
use std::cmp::Reverse;
use std::ops::Range;
use std::sync::Arc;

/// Items that are skipped together if none holds a word.
const CHUNK: usize = 32;

/// What a query word is looked up by.
pub(super) struct Plan<'h> {
    /// From worst to best.
    pub(super) levels: Vec<Level<'h>>,
    /// The items of each segment that print it as several words, and what these get, which is less than for any level.
    pub(super) parted: Option<(&'h [RoaringBitmap], Sum)>,
}

/// A segment with a key for each of its items.
pub(super) struct Scored<'i> {
    segment: &'i Arc<Segment>,
    keys: Vec<Key>,
    /// The length of each item; empty if lengths do not count.
    lengths: &'i [u8],
    /// The number of items by key, without those that hold no word.
    counts: Vec<u32>,
    /// For each run, a bit for each word that one of its items holds, whether the item passed or not.
    run_words: Vec<u8>,
}

impl<'i> Scored<'i> {
    /// Scores the segment at a place of the index by the plan of each word. If `passed` is given, all other items count as
    /// holding no word.
    pub(crate) fn of(
        (place, segment): (usize, &'i Arc<Segment>),
        words: &[Plan<'_>],
        passed: Option<&RoaringBitmap>,
    ) -> Self {
        // Conditions alone count as one word that every item holds.
        let every = if words.is_empty() { Sum::every() } else { Sum::default() };
        let mut sums = vec![every; segment.len()];
        let run_words = add_words((place, segment), words, &mut sums);
        if let Some(passed) = passed {
            for item in segment.all() - passed {
                if let Some(sum) = sums.get_mut(item as usize) {
                    *sum = Sum::default();
                }
            }
        }
        // A single word says nothing about what else an item is about.
        let lengths = if words.len() > 1 { segment.lengths.as_slice() } else { &[] };
        let words = words.len().max(1);
        let mut counts = vec![0u32; Key::bound(words)];
        let maker = KeyMaker::new(words);
        let titles = &segment.title_words;
        let keys: Vec<Key> = sums.iter().zip(titles).map(|(sum, title)| maker.key(*sum, *title)).collect();
        for key in keys.iter().filter(|key| **key > Key::default()) {
            if let Some(count) = counts.get_mut(key.index()) {
                *count += 1;
            }
        }
        Self { segment, keys, lengths, counts, run_words }
    }

    /// How many items that hold a word have a key in this range.
    pub(crate) fn count(&self, keys: Range<usize>) -> usize {
        self.counts.get(keys).unwrap_or_default().iter().map(|count| *count as usize).sum()
    }

    /// The items that hold at least this many words; `conditions` is kept with them.
    pub(crate) fn found(&self, words: usize, conditions: Vec<MetBy>) -> SegmentMatches {
        let lowest = Key::lowest(words);
        let bits = self.keys.chunks(8).map(|keys| {
            keys.iter().enumerate().fold(0u8, |bits, (bit, key)| bits | u8::from(*key >= lowest) << bit)
        });
        let full = RoaringBitmap::from_lsb0_bytes(0, &bits.collect::<Vec<u8>>());
        let run_words = self.run_words.clone();
        SegmentMatches { segment: Arc::clone(self.segment), full, run_words, conditions }
    }

    /// The items with keys in a range, but at most `lowest` with the lowest key: the shortest of them, and of one length
    /// the first by [`TieBreak`].
    pub(super) fn candidates(&self, keys: Range<usize>, lowest: usize) -> Vec<Candidate> {
        let mut found = Vec::new();
        let (longest, mut room) = self.longest(keys.start, lowest);
        for run in self.segment.runs_in_order() {
            let start = run.first as usize;
            let items = self.keys.get(run.places()).unwrap_or_default();
            if Key::best(items).index() < keys.start {
                continue;
            }
            for (key, ahead) in items.iter().zip(0u32..) {
                if !keys.contains(&key.index()) {
                    continue;
                }
                let length = self.length(start + ahead as usize);
                if key.index() == keys.start && length >= longest {
                    if length > longest || room == 0 {
                        continue;
                    }
                    room -= 1;
                }
                let order = run.order.ahead(ahead);
                found.push(Candidate { key: *key, length, order, closeness: Closeness::default() });
            }
        }
        found
    }

    /// The length of the longest of the `wanted` shortest items with this key, and how many of that length are wanted.
    fn longest(&self, key: usize, wanted: usize) -> (u8, usize) {
        if self.counts.get(key).is_none_or(|count| *count as usize <= wanted) {
            return (u8::MAX, usize::MAX);
        }
        let mut by_length = [0usize; 1 << u8::BITS];
        for (item, _) in self.keys.iter().enumerate().filter(|(_, other)| other.index() == key) {
            if let Some(count) = by_length.get_mut(usize::from(self.length(item))) {
                *count += 1;
            }
        }
        let mut wanted = wanted;
        for (length, count) in (0u8..).zip(by_length) {
            if count >= wanted {
                return (length, wanted);
            }
            wanted -= count;
        }
        (u8::MAX, wanted)
    }

    fn length(&self, item: usize) -> u8 {
        self.lengths.get(item).copied().unwrap_or(0)
    }
}

/// Adds to each item the worth of its best word for each query word. Returns for each run a bit for each word that one of
/// its items holds.
fn add_words((place, segment): (usize, &Segment), words: &[Plan<'_>], sums: &mut [Sum]) -> Vec<u8> {
    let mut codes = vec![0u8; sums.len()];
    let mut run_words = vec![0u8; segment.runs.len()];
    for (Plan { levels, parted }, bit) in words.iter().zip(0..u8::BITS) {
        codes.fill(0);
        let mut worth = vec![Sum::default(), Sum::default()];
        if let Some((items, sum)) = parted {
            worth = vec![Sum::default(), *sum];
            for item in items.get(place).into_iter().flatten() {
                if let Some(code) = codes.get_mut(item as usize) {
                    *code = 1;
                }
            }
        }
        for (level, code) in levels.iter().zip(2u8..) {
            worth.push(level.sum);
            segment.lists(level.weight).each(level.numbers, |item| {
                if let Some(place) = codes.get_mut(usize::from(item)) {
                    *place = code;
                }
            });
        }
        for (sums, codes) in sums.chunks_mut(CHUNK).zip(codes.chunks(CHUNK)) {
            // Most words are in few items.
            if any(codes) {
                for (sum, code) in sums.iter_mut().zip(codes) {
                    *sum = sum.plus(worth.get(usize::from(*code)).copied().unwrap_or_default());
                }
            }
        }
        for (run, words) in segment.runs.iter().zip(&mut run_words) {
            let codes = codes.get(run.places()).unwrap_or_default();
            *words |= u8::from(any(codes)) << bit;
        }
    }
    run_words
}

fn any(codes: &[u8]) -> bool {
    // Without a branch, so that many are compared in one instruction.
    codes.iter().fold(0, |any, code| any | code) != 0
}

#[derive(Clone, Copy)]
pub(super) struct Candidate {
    pub(super) key: Key,
    pub(super) length: u8,
    pub(super) order: TieBreak,
    pub(super) closeness: Closeness,
}

impl Candidate {
    pub(crate) fn found(&self) -> Match {
        let (key, phrase) = (self.key, self.closeness.phrase);
        let score = u32::from(key.class()) << 11 | u32::from(phrase) << 10 | key.points();
        Match { item: self.order.item(), score, words: key.held(), typo: key.has_typo() }
    }

    /// Best first.
    pub(super) fn place(&self) -> (Reverse<u16>, Reverse<bool>, Reverse<u32>, u8, Reverse<u8>, TieBreak) {
        let Closeness { phrase, nearness } = self.closeness;
        (
            Reverse(self.key.class()),
            Reverse(phrase),
            Reverse(self.key.points()),
            self.length,
            Reverse(nearness),
            self.order,
        )
    }
}
