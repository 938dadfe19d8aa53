//! A search: from a query's words to ranked matches.

use super::closeness::{Closeness, Spotter};
use super::corpus::Order;
use super::hits::{Hits, Tier};
use super::index::Index;
use super::matches::{Found, Match, Matches, Provisional};
use super::query::{Query, Shape};
use super::rank::{Key, Level, Sum, levels, rarity};
use super::segment::Segment;
use crate::model::Collection;
use rayon::prelude::*;
use roaring::RoaringBitmap;
use std::cmp::Reverse;
use std::sync::Arc;

/// How much of a search is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Depth {
    /// How many matches are ranked.
    pub ranked: usize,
    /// In how many items the texts are looked at for phrases before the order is called provisional.
    pub texts: usize,
}

impl Depth {
    /// Everything in its right order.
    pub const FULL: Self = Self { ranked: 1000, texts: usize::MAX };
    /// What can be had within a frame.
    pub const FRAME: Self = Self { ranked: 120, texts: 1536 };
}

/// Items of a batch whose texts are looked at before it is asked whether that is enough.
const BATCH: usize = 512;

impl Index {
    /// Searches the collection the index was built of.
    pub fn search(&self, collection: &Collection, query: &Query) -> Matches {
        self.search_to(collection, query, Depth::FULL)
    }

    /// Searches to a depth.
    pub fn search_to(&self, collection: &Collection, query: &Query, depth: Depth) -> Matches {
        if query.is_empty() {
            return Matches::none(query);
        }
        let hits = self.hits(query);
        let plans: Vec<Vec<Level>> = hits.iter().map(|hits| levels(hits, self.rarity(hits))).collect();
        let scored: Vec<Scored> =
            self.segments.par_iter().map(|segment| Scored::of(segment, &plans)).collect();

        let mut ranking = Ranking {
            collection,
            scored: &scored,
            words: hits.len(),
            spotter: Spotter::new(&self.vocabulary, &hits, query.sequence()),
            depth,
            provisional: Provisional::No,
        };
        let ranked = ranking.ranked();
        let provisional = ranking.provisional;
        let holding = holding(&scored, hits.len());
        let found = scored.iter().map(|scored| scored.found(hits.len())).collect();
        let words = query.words().to_vec();
        Matches { words, hits, vocabulary: Arc::clone(&self.vocabulary), found, holding, ranked, provisional }
    }

    /// What each word of the query stands for, words written as one included.
    fn hits(&self, query: &Query) -> Vec<Hits> {
        let vocabulary = &self.vocabulary;
        let mut hits: Vec<Hits> = query.words().iter().map(|word| Hits::find(vocabulary, word)).collect();
        let pairs = query.sequence().iter().zip(query.sequence().iter().skip(1));
        for (first, second) in pairs {
            let (Some(a), Some(b)) = (query.words().get(*first), query.words().get(*second)) else {
                continue;
            };
            let glued = format!("{}{}", a.folded, b.folded);
            let ranks = match b.shape {
                Shape::Growing => vocabulary.beginning_with(&glued),
                _ => vocabulary.find(&glued).map_or(0..0, |rank| rank..rank + 1),
            };
            for rank in ranks {
                for word in [first, second] {
                    if let Some(hits) = hits.get_mut(*word) {
                        hits.add(vocabulary, vocabulary.number(rank), Tier::Name);
                    }
                }
            }
        }
        hits
    }

    fn rarity(&self, hits: &Hits) -> u32 {
        let counts = hits.all().map(|number| self.vocabulary.count(number) as usize);
        rarity(self.len(), counts.sum::<usize>().min(self.len()))
    }
}

/// A segment with a key for each of its items.
struct Scored<'i> {
    segment: &'i Arc<Segment>,
    keys: Vec<Key>,
    /// How many items have each key; but not how many hold no word.
    counts: Vec<u32>,
}

/// Items that are passed over together where none holds a word.
const CHUNK: usize = 32;

impl<'i> Scored<'i> {
    fn of(segment: &'i Arc<Segment>, plans: &[Vec<Level>]) -> Self {
        let mut sums = vec![Sum::default(); segment.len()];
        let mut codes = vec![0u8; segment.len()];
        for levels in plans {
            codes.fill(0);
            let mut worth = vec![Sum::default()];
            for (level, code) in levels.iter().zip(1u8..) {
                worth.push(level.sum);
                segment.lists(level.weight).each(level.numbers, |item| {
                    if let Some(place) = codes.get_mut(usize::from(item)) {
                        *place = code;
                    }
                });
            }
            for (sums, codes) in sums.chunks_mut(CHUNK).zip(codes.chunks(CHUNK)) {
                // Most words stand in few items.
                if codes.iter().fold(0, |any, code| any | code) != 0 {
                    for (sum, code) in sums.iter_mut().zip(codes) {
                        *sum = sum.plus(worth.get(usize::from(*code)).copied().unwrap_or_default());
                    }
                }
            }
        }
        let mut counts = vec![0u32; Key::bound(plans.len())];
        let words = u32::try_from(plans.len()).unwrap_or(u32::MAX);
        let key = |(sum, title): (&Sum, &u8)| {
            if sum.is_nothing() { Key::default() } else { sum.key(words, *title) }
        };
        let keys: Vec<Key> = sums.iter().zip(segment.title_words()).map(key).collect();
        for key in keys.iter().filter(|key| **key > Key::default()) {
            if let Some(count) = counts.get_mut(key.index()) {
                *count += 1;
            }
        }
        Self { segment, keys, counts }
    }

    fn found(&self, words: usize) -> Found {
        let lowest = Key::lowest(words);
        let bits = self.keys.chunks(8).map(|keys| {
            keys.iter().enumerate().fold(0u8, |bits, (bit, key)| bits | u8::from(*key >= lowest) << bit)
        });
        let full = RoaringBitmap::from_lsb0_bytes(0, &bits.collect::<Vec<u8>>());
        Found { segment: Arc::clone(self.segment), full }
    }

    /// The items with keys in a range, those with the lowest key only as far as `lowest` of them go, in the order
    /// of equals.
    fn candidates(&self, keys: std::ops::Range<usize>, lowest: usize) -> Vec<Candidate> {
        let mut found = Vec::new();
        let mut room = lowest;
        for run in self.segment.runs_in_order() {
            let start = run.first as usize;
            let items = self.keys.get(start..start + run.len as usize).unwrap_or_default();
            if items.iter().max().is_none_or(|best| best.index() < keys.start) {
                continue;
            }
            for (key, ahead) in items.iter().zip(0u32..) {
                if !keys.contains(&key.index()) {
                    continue;
                }
                if key.index() == keys.start {
                    if room == 0 {
                        continue;
                    }
                    room -= 1;
                }
                found.push(Candidate {
                    key: *key,
                    order: run.order.ahead(ahead),
                    closeness: Closeness::default(),
                });
            }
        }
        found
    }
}

/// How many items hold so many words and no more, from one word on.
fn holding(scored: &[Scored], words: usize) -> Vec<usize> {
    let count = |held: usize| {
        let keys = Key::lowest(held).index()..Key::lowest(held + 1).index();
        let counts = scored.iter().filter_map(|scored| scored.counts.get(keys.clone()));
        counts.flatten().map(|count| *count as usize).sum()
    };
    (1..=words).map(count).collect()
}

/// An item that may be ranked.
#[derive(Clone, Copy)]
struct Candidate {
    key: Key,
    order: Order,
    closeness: Closeness,
}

impl Candidate {
    /// Best first.
    fn place(&self) -> (Reverse<u16>, Reverse<bool>, Reverse<u32>, Reverse<u8>, Order) {
        let Closeness { phrase, nearness } = self.closeness;
        (
            Reverse(self.key.class()),
            Reverse(phrase),
            Reverse(self.key.points()),
            Reverse(nearness),
            self.order,
        )
    }
}

/// Puts items in order.
struct Ranking<'a> {
    collection: &'a Collection,
    scored: &'a [Scored<'a>],
    words: usize,
    spotter: Spotter<'a>,
    depth: Depth,
    provisional: Provisional,
}

impl Ranking<'_> {
    /// The best matches, class by class.
    fn ranked(&mut self) -> Vec<Match> {
        let mut ranked: Vec<Match> = Vec::new();
        let mut texts = self.depth.texts;
        for keys in Key::classes(self.words) {
            let wanted = self.depth.ranked.saturating_sub(ranked.len());
            if wanted == 0 {
                break;
            }
            let close = self.words > 1 && keys.start >= Key::lowest(self.words).index();
            let mut candidates =
                if close { self.close(keys, wanted, &mut texts) } else { self.best(keys, wanted) };
            candidates.truncate(wanted);
            ranked.extend(candidates.iter().map(|c| Match::new(c.order.item(), c.key, c.closeness.phrase)));
        }
        ranked
    }

    /// The best of a class by key and order alone.
    fn best(&self, keys: std::ops::Range<usize>, wanted: usize) -> Vec<Candidate> {
        let (keys, lowest) = self.enough(keys, wanted);
        let found = self.scored.par_iter().map(|scored| scored.candidates(keys.clone(), lowest));
        let mut candidates: Vec<Candidate> = found.flatten_iter().collect();
        candidates.sort_unstable_by_key(Candidate::place);
        candidates
    }

    /// The best of a class whose items hold all words: their texts are looked at, best keys first, until enough of
    /// them hold the phrase that no other item can come before them, or until the depth is reached.
    fn close(&mut self, keys: std::ops::Range<usize>, wanted: usize, texts: &mut usize) -> Vec<Candidate> {
        let mut candidates = self.best(keys, (*texts).max(wanted));
        let mut phrases = 0;
        let mut looked = 0;
        for batch in candidates.chunks_mut(BATCH) {
            if phrases >= wanted || *texts == 0 {
                break;
            }
            batch
                .par_iter_mut()
                .for_each(|c| c.closeness = self.spotter.look(self.collection, c.order.item()));
            phrases += batch.iter().filter(|c| c.closeness.phrase).count();
            looked += batch.len();
            *texts = texts.saturating_sub(batch.len());
        }
        if phrases < wanted && looked < candidates.len() {
            self.provisional = Provisional::Order;
        }
        candidates.sort_unstable_by_key(Candidate::place);
        candidates
    }

    /// The highest part of a range of keys that has enough items, and how many of its lowest key make it enough.
    fn enough(&self, keys: std::ops::Range<usize>, wanted: usize) -> (std::ops::Range<usize>, usize) {
        let mut room = wanted;
        for key in keys.clone().rev() {
            let counts = self.scored.iter().filter_map(|scored| scored.counts.get(key));
            let count: usize = counts.map(|count| *count as usize).sum();
            if count >= room {
                return (key..keys.end, room);
            }
            room -= count;
        }
        (keys, usize::MAX)
    }
}
