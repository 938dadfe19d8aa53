//! An index of all passages of a collection.

use crate::data::Meter;
use crate::insight::compare::passage;
use crate::insight::lists::{Order, clauses_of, items};
use crate::insight::wording::Joined;
use crate::model::{Collection, ItemId, Kind, Part};
use crate::text::fold::{is_unspaced, is_word_char};
use foldhash::fast::{FixedState, RandomState};
use rayon::prelude::*;
use std::collections::HashSet;
use std::hash::BuildHasher;
use std::ops::Range;

/// The number of words of a passage.
pub const PASSAGE: usize = 8;

/// The number of letters of a passage in scripts without blanks between words, where each letter counts as a word: most
/// words of Chinese have two.
pub const PASSAGE_LETTERS: usize = 2 * PASSAGE;

/// The number of words of the passages of a text, by the script that most of it is in.
fn passage_length(text: &str) -> usize {
    if text.is_ascii() {
        return PASSAGE;
    }
    let mut found = (0usize, 0usize);
    for c in text.chars().filter(|c| is_word_char(*c)) {
        if is_unspaced(c) { found.0 += 1 } else { found.1 += 1 }
    }
    if found.0 > found.1 { PASSAGE_LETTERS } else { PASSAGE }
}

/// The base of the rolling hash: an odd number without pattern (Knuth's golden ratio in 64 bits).
const BASE: u64 = 0x9E37_79B9_7F4A_7C15;

/// The number of leading bits by which hashes are looked up.
const TOP: u32 = 16;

/// Passages of the open agreements, by hash.
///
/// Words are numbered through the whole collection, agreements in the order of signing, so that the number of its
/// first word says where a passage is and which of two is earlier. Each agreement that has a passage is stored once,
/// with the first place.
pub struct Passages {
    pub(super) agreements: Vec<Held>,
    pub(super) clauses: Vec<Held>,
    /// The hashes of all passages, ascending.
    hashes: Vec<u64>,
    /// Where the hashes with the same [`TOP`] bits start, and one more at the end, to narrow the search.
    tops: Vec<u32>,
    /// The number of the first word of each agreement, densely packed for searching.
    bounds: Vec<u32>,
    /// Where the places of each hash start in `places`, and one more at the end.
    starts: Vec<u32>,
    places: Vec<u32>,
    words: u32,
    /// The hash of the whole wording of each clause, ascending, with the index of the clause.
    wholes: Vec<(u64, u32)>,
    /// The words that are one, however they are printed.
    pub(super) joined: Joined,
}

/// An agreement or a clause, and the number of its first word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Held {
    pub(super) item: ItemId,
    pub(super) start: u32,
}

/// The hashes of the passages of a text: number i covers `length` words from i on.
#[derive(Default)]
pub(super) struct Hashed {
    /// The number of words of each passage.
    pub(super) length: usize,
    pub(super) passages: Vec<u64>,
    pub(super) words: usize,
    whole: u64,
}

impl Hashed {
    pub(super) fn of(text: &str, joined: &Joined) -> Self {
        let hasher = FixedState::default();
        let length = passage_length(text);
        let top = BASE.wrapping_pow(u32::try_from(length).unwrap_or(0));
        let (mut last, mut rolling) = ([0u64; PASSAGE_LETTERS], 0u64);
        let mut found = Self { length, ..Self::default() };
        joined.each_word(text, |_, word| {
            let fresh = hasher.hash_one(word);
            // The new word takes the slot of the one a passage before, which leaves the hash.
            let slot = last.get_mut(found.words % length).map(|slot| std::mem::replace(slot, fresh));
            let gone = slot.unwrap_or_default().wrapping_mul(top);
            rolling = rolling.wrapping_mul(BASE).wrapping_add(fresh).wrapping_sub(gone);
            found.whole = found.whole.wrapping_mul(BASE).wrapping_add(fresh);
            found.words += 1;
            if found.words >= length {
                found.passages.push(rolling);
            }
        });
        found
    }
}

/// The part of one agreement: each clause with its number of words and the hash of all of it, and each different
/// passage with the number of its first word, counted from the start of the agreement.
struct Brought {
    clauses: Vec<(ItemId, u32, u64)>,
    passages: Vec<(u64, u32)>,
    words: u32,
}

/// Which passages are indexed.
enum Wanted<'a> {
    All,
    /// Those that one of these texts has too.
    Of(Vec<&'a str>),
}

/// The hashes of passages.
type Hashes = HashSet<u64, RandomState>;

impl Wanted<'_> {
    fn texts(&self) -> &[&str] {
        match self {
            Self::All => &[],
            Self::Of(texts) => texts,
        }
    }

    /// The hashes of the passages; `None` for all.
    fn hashes(&self, joined: &Joined) -> Option<Hashes> {
        match self {
            Self::All => None,
            Self::Of(texts) => {
                Some(texts.iter().flat_map(|text| Hashed::of(text, joined).passages).collect())
            }
        }
    }
}

impl Passages {
    /// Indexes the passages of all open agreements.
    pub fn build(collection: &Collection) -> Self {
        Self::of(collection, Wanted::All, &Meter::default())
    }

    /// Indexes those that an item has too, which is enough to trace it, and takes much less memory and time.
    pub fn build_of(collection: &Collection, item: ItemId, meter: &Meter) -> Self {
        let of_item = match item.part {
            Part::Clause(..) => passage(collection, item).into_iter().collect(),
            _ => clauses_of(collection, item).filter_map(|clause| passage(collection, clause)).collect(),
        };
        Self::of(collection, Wanted::Of(of_item), meter)
    }

    /// Indexes those that a draft has too, to trace it or a part of it: words that it prints as one are one, also where an
    /// agreement prints a hyphen.
    pub fn build_for(collection: &Collection, draft: &str, meter: &Meter) -> Self {
        Self::of(collection, Wanted::Of(vec![draft]), meter)
    }

    fn of(collection: &Collection, wanted: Wanted<'_>, meter: &Meter) -> Self {
        let order = in_order(collection);
        let clauses = order.iter().flat_map(|agreement| clauses_of(collection, *agreement));
        let texts = clauses.filter_map(|clause| passage(collection, clause));
        let texts: Vec<&str> = texts.chain(wanted.texts().iter().copied()).collect();
        // Each text is looked through twice.
        meter.begin(texts.len() * 2);
        let joined = Joined::counted(&texts, meter);
        let wanted = wanted.hashes(&joined);
        let brought = order.par_iter().map(|item| bring(collection, *item, &joined, wanted.as_ref()));
        let brought: Vec<Brought> = brought.inspect(|brought| meter.steps(brought.clauses.len())).collect();
        let mut index = Self {
            agreements: Vec::with_capacity(order.len() + 1),
            clauses: Vec::new(),
            hashes: Vec::new(),
            tops: Vec::new(),
            bounds: Vec::new(),
            starts: Vec::new(),
            places: Vec::new(),
            words: 0,
            wholes: Vec::new(),
            joined,
        };
        let mut all: Vec<(u64, u32)> = Vec::with_capacity(brought.iter().map(|b| b.passages.len()).sum());
        let mut words = 0u32;
        for (item, brought) in order.into_iter().zip(brought) {
            // Beyond 2^32 words nothing more is indexed.
            let Some(after) = words.checked_add(brought.words) else { break };
            index.agreements.push(Held { item, start: words });
            index.bounds.push(words);
            all.extend(brought.passages.iter().map(|(hash, at)| (*hash, words + at)));
            for (item, len, whole) in brought.clauses {
                let place = u32::try_from(index.clauses.len()).unwrap_or(u32::MAX);
                index.clauses.push(Held { item, start: words });
                index.wholes.extend((len > 0).then_some((whole, place)));
                words += len;
            }
            words = after;
        }
        index.words = words;
        index.wholes.par_sort_unstable();
        all.par_sort_unstable();
        index.take(&all);
        index
    }

    fn take(&mut self, all: &[(u64, u32)]) {
        let distinct = all.chunk_by(|a, b| a.0 == b.0).count();
        self.hashes.reserve_exact(distinct);
        self.starts.reserve_exact(distinct + 1);
        self.places.reserve_exact(all.len());
        for same in all.chunk_by(|a, b| a.0 == b.0) {
            self.hashes.extend(same.first().map(|(hash, _)| *hash));
            self.starts.push(u32::try_from(self.places.len()).unwrap_or(u32::MAX));
            self.places.extend(same.iter().map(|(_, at)| *at));
        }
        self.starts.push(u32::try_from(self.places.len()).unwrap_or(u32::MAX));
        let mut at = 0;
        for top in 0..=1u64 << TOP {
            let rest = self.hashes.get(at..).unwrap_or_default();
            at += rest.iter().take_while(|hash| **hash >> (u64::BITS - TOP) < top).count();
            self.tops.push(u32::try_from(at).unwrap_or(u32::MAX));
        }
    }

    /// The places of a passage, one in each agreement that has it, earliest first.
    pub(super) fn places(&self, hash: u64) -> &[u32] {
        let top = usize::try_from(hash >> (u64::BITS - TOP)).unwrap_or_default();
        let bounds =
            self.tops.get(top).zip(self.tops.get(top + 1)).map(|(from, to)| (*from as usize, *to as usize));
        let Some((from, to)) = bounds else { return &[] };
        let near = self.hashes.get(from..to).unwrap_or_default();
        let Ok(at) = near.binary_search(&hash).map(|at| from + at) else { return &[] };
        let range = self.starts.get(at).zip(self.starts.get(at + 1));
        range.and_then(|(from, to)| self.places.get(*from as usize..*to as usize)).unwrap_or_default()
    }

    /// The number of different passages.
    pub fn len(&self) -> usize {
        self.hashes.len()
    }

    /// Whether there are no passages.
    pub fn is_empty(&self) -> bool {
        self.hashes.is_empty()
    }

    /// The memory it takes, in bytes.
    pub fn bytes(&self) -> usize {
        let held = (self.agreements.capacity() + self.clauses.capacity()) * size_of::<Held>();
        let numbers = [&self.starts, &self.places, &self.tops, &self.bounds].map(Vec::capacity);
        held + numbers.iter().sum::<usize>() * size_of::<u32>()
            + self.hashes.capacity() * size_of::<u64>()
            + self.wholes.capacity() * size_of::<(u64, u32)>()
            + self.joined.bytes()
    }

    /// How many clauses of at least `least_words` words have a twin: a clause of another agreement with the same words in
    /// the same order.
    pub fn twins(&self, least_words: u32) -> usize {
        let place = |clause: &u32| self.clauses.get(*clause as usize).map(|held| held.start);
        let long = |(_, clause): &&(u64, u32)| {
            let next = place(&(clause + 1)).unwrap_or(self.words);
            place(clause).is_some_and(|start| next - start >= least_words)
        };
        let several = |same: &&[(u64, u32)]| {
            let mut holders = same.iter().filter_map(|(_, clause)| Some(self.agreement_at(place(clause)?)));
            let first = holders.next();
            holders.any(|holder| Some(holder) != first)
        };
        let groups = self.wholes.chunk_by(|a, b| a.0 == b.0).filter(several);
        groups.map(|same| same.iter().filter(long).count()).sum()
    }

    /// The clauses with exactly these words, earliest first.
    pub(super) fn same_words(&self, text: &Hashed) -> impl Iterator<Item = ItemId> + '_ {
        let whole = text.whole;
        let from = self.wholes.partition_point(|(hash, _)| *hash < whole);
        let to = self.wholes.partition_point(|(hash, _)| *hash <= whole);
        let found = self.wholes.get(from..to).unwrap_or_default();
        found.iter().filter_map(|(_, place)| self.clauses.get(*place as usize)).map(|held| held.item)
    }

    /// The agreement at a place, as an index in the order of signing.
    pub(super) fn agreement_at(&self, place: u32) -> usize {
        self.bounds.partition_point(|start| *start <= place).saturating_sub(1)
    }

    /// The clause at a place, and the number of the word in it.
    pub(super) fn clause_at(&self, place: u32) -> Option<(ItemId, usize)> {
        let at = self.clauses.partition_point(|held| held.start <= place).checked_sub(1)?;
        self.clauses.get(at).map(|held| (held.item, (place - held.start) as usize))
    }

    /// The index of an agreement in the order of signing, and the numbers of its words.
    pub(super) fn agreement(&self, item: ItemId) -> Option<(usize, Range<u32>)> {
        let at = self.agreements.iter().position(|held| held.item == item)?;
        let start = self.agreements.get(at)?.start;
        Some((at, start..self.agreements.get(at + 1).map_or(u32::MAX, |next| next.start)))
    }
}

/// The agreements in the order of signing: by date (an interval or a year by its start, then its end), then by address;
/// undated ones last.
fn in_order(collection: &Collection) -> Vec<ItemId> {
    let mut agreements = items(collection, Kind::Agreement, Order::Usual);
    agreements.sort_by_cached_key(|item| {
        let date = collection.date(*item);
        (date.is_none(), date, collection.address(*item))
    });
    agreements
}

fn bring(collection: &Collection, agreement: ItemId, joined: &Joined, wanted: Option<&Hashes>) -> Brought {
    let mut brought = Brought { clauses: Vec::new(), passages: Vec::new(), words: 0 };
    for item in clauses_of(collection, agreement) {
        let hashed = Hashed::of(passage(collection, item).unwrap_or_default(), joined);
        let len = u32::try_from(hashed.words).unwrap_or(u32::MAX);
        let passages = hashed.passages.into_iter().zip(brought.words..);
        brought
            .passages
            .extend(passages.filter(|(hash, _)| wanted.is_none_or(|wanted| wanted.contains(hash))));
        brought.clauses.push((item, len, hashed.whole));
        brought.words = brought.words.saturating_add(len);
    }
    brought.passages.sort_unstable();
    brought.passages.dedup_by_key(|(hash, _)| *hash);
    brought.passages.shrink_to_fit();
    brought
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rolling_hash_is_that_of_the_eight_words() {
        let words: Vec<String> = (0..40).map(|i| format!("w{}", i * i % 7)).collect();
        let hashed = |text: &str| Hashed::of(text, &Joined::default());
        let rolled = hashed(&words.join(" "));
        assert_eq!(rolled.words, 40);
        let each: Vec<u64> = words.windows(PASSAGE).map(|w| hashed(&w.join("  – ")).passages[0]).collect();
        assert_eq!(rolled.passages, each);
        assert!(hashed("seven words are not enough for one").passages.is_empty());
    }
}
