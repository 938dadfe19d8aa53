//! The passages of one text that other agreements have: since when, and who used them afterwards.

use super::index::{Hashed, Passages};
use super::share::{Share, shares};
use crate::insight::compare::{Difference, passage};
use crate::insight::wording::{Numbering, Words};
use crate::model::{Collection, ItemId, Part};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// How many of the nearest clauses are reported.
const NEAREST: usize = 5;

/// Where the wording of a clause or of a draft comes from.
#[derive(Clone, Debug)]
pub struct TextTrace {
    /// How many passages it has; a repeated passage counts twice.
    pub passages: usize,
    /// How many words each has: [`super::PASSAGE`] or [`super::PASSAGE_LETTERS`].
    pub length: usize,
    /// How many of them an earlier agreement has.
    pub borrowed: usize,
    /// What earlier agreements have, by earliest use, then in the order of the text; two of these may overlap by all words of a passage but one.
    pub runs: Vec<Reuse>,
    /// How many of the passages each earlier agreement has, largest first.
    pub from: Vec<Share>,
    /// The clauses of other agreements with the most of the passages, largest first.
    pub nearest: Vec<Near>,
    /// The clauses of other agreements with exactly these words, earliest first.
    pub twins: Vec<ItemId>,
    /// The words in stretches, in bytes of the text, with the number of earlier agreements that have them in a passage.
    pub spread: Vec<(Range<usize>, usize)>,
}

impl TextTrace {
    /// Keeps at most the first `most` entries of each list; the totals stay.
    #[must_use]
    pub fn limited(mut self, most: usize) -> Self {
        self.runs.truncate(most);
        self.from.truncate(most);
        self.nearest.truncate(most);
        self.twins.truncate(most);
        self
    }
}

/// A part of a text that an earlier agreement has.
#[derive(Clone, Debug)]
pub struct Reuse {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// The number of its words.
    pub words: usize,
    /// The clause that used it first.
    pub earliest: ItemId,
    /// The agreements that used all of it afterwards, by date, without the text's own.
    pub after: Vec<ItemId>,
}

/// A clause that shares passages with a text.
#[derive(Clone, Debug)]
pub struct Near {
    /// The clause.
    pub item: ItemId,
    /// How many of the text's passages it has.
    pub passages: usize,
    /// The difference from the text (left) to the clause (right).
    pub difference: Difference,
}

/// Traces a clause; `None` if it is not in the index.
pub fn trace_clause(index: &Passages, collection: &Collection, item: ItemId) -> Option<TextTrace> {
    let (own, _) = index.agreement(item.agreement().filter(|own| *own != item)?)?;
    let text = passage(collection, item)?;
    Some(Tracer::new(index, collection, text, own).trace())
}

/// Traces a text that is not in the collection, as if it were signed last.
pub fn trace_draft(index: &Passages, collection: &Collection, text: &str) -> TextTrace {
    Tracer::new(index, collection, text, index.agreements.len()).trace()
}

struct Tracer<'a> {
    index: &'a Passages,
    collection: &'a Collection,
    text: &'a str,
    hashed: Hashed,
    /// The index of the text's own agreement in the order of signing.
    own: usize,
    numbering: Numbering<'a>,
    words: Words,
    /// The words of other clauses, filled when needed.
    others: HashMap<ItemId, Words>,
}

impl<'a> Tracer<'a> {
    fn new(index: &'a Passages, collection: &'a Collection, text: &'a str, own: usize) -> Self {
        let mut numbering = Numbering::new(&index.joined);
        let words = numbering.words(text);
        let hashed = Hashed::of(text, &index.joined);
        Self { index, collection, text, hashed, own, numbering, words, others: HashMap::new() }
    }

    fn trace(mut self) -> TextTrace {
        let hashes = std::mem::take(&mut self.hashed.passages);
        // The places of each passage outside the text's own agreement, compared by words, not only by hash.
        let places: Vec<Vec<u32>> =
            hashes.iter().enumerate().map(|(at, hash)| self.verified(at, *hash)).collect();
        let earlier = |place: &&u32| self.index.agreement_at(**place) < self.own;
        let mut counts = vec![0usize; self.index.agreements.len()];
        for place in places.iter().flatten().filter(earlier) {
            if let Some(count) = counts.get_mut(self.index.agreement_at(*place)) {
                *count += 1;
            }
        }
        let borrowed = places.iter().filter(|own| own.first().filter(earlier).is_some()).count();
        TextTrace {
            passages: hashes.len(),
            length: self.hashed.length,
            borrowed,
            runs: self.runs(&places),
            from: shares(self.index, &counts),
            nearest: self.nearest(&places),
            twins: self.twins(),
            spread: self.spread(&places),
        }
    }

    /// The places outside the text's own agreement that have the words of a passage.
    fn verified(&mut self, at: usize, hash: u64) -> Vec<u32> {
        let index = self.index;
        let length = self.hashed.length;
        let (own, wanted) = (self.own, at..at + length);
        let others = index.places(hash).iter().filter(|place| index.agreement_at(**place) != own);
        let others: Vec<u32> = others.copied().collect();
        let kept = others.into_iter().filter(|place| {
            let Some((clause, word)) = index.clause_at(*place) else { return false };
            self.look_at(clause);
            let there = self.others.get(&clause).and_then(|w| w.numbers.get(word..word + length));
            there.is_some() && there == self.words.numbers.get(wanted.clone())
        });
        kept.collect()
    }

    fn look_at(&mut self, clause: ItemId) {
        if !self.others.contains_key(&clause) {
            let text = passage(self.collection, clause).unwrap_or_default();
            let words = self.numbering.words(text);
            self.others.insert(clause, words);
        }
    }

    /// Runs of passages that the same earlier agreement was the first to have, the earliest first.
    fn runs(&self, places: &[Vec<u32>]) -> Vec<Reuse> {
        let first = |at: usize| {
            let place = places.get(at)?.first()?;
            Some(self.index.agreement_at(*place)).filter(|holder| *holder < self.own)
        };
        let mut runs = Vec::new();
        let mut at = 0;
        while at < places.len() {
            let Some(holder) = first(at) else {
                at += 1;
                continue;
            };
            let end = (at..places.len()).find(|next| first(*next) != Some(holder)).unwrap_or(places.len());
            let run = self.run(at..end, places.get(at..end).unwrap_or_default());
            runs.extend(run.map(|run| (holder, run)));
            at = end;
        }
        runs.sort_by_key(|(holder, run)| (*holder, run.range.start));
        runs.into_iter().map(|(_, run)| run).collect()
    }

    fn run(&self, passages: Range<usize>, places: &[Vec<u32>]) -> Option<Reuse> {
        let (earliest, _) = self.index.clause_at(*places.first()?.first()?)?;
        let mut held: BTreeMap<usize, usize> = BTreeMap::new();
        for place in places.iter().flat_map(|own| own.iter().skip(1)) {
            *held.entry(self.index.agreement_at(*place)).or_default() += 1;
        }
        let all = held.into_iter().filter(|(_, count)| *count == places.len());
        let after = all.filter_map(|(holder, _)| self.index.agreements.get(holder)).map(|held| held.item);
        let words = passages.start..passages.end + self.hashed.length - 1;
        Some(Reuse {
            range: self.words.span(words.clone()),
            words: words.len(),
            earliest,
            after: after.collect(),
        })
    }

    /// In how many earlier agreements each word is, by the most of a passage that covers it.
    fn spread(&self, places: &[Vec<u32>]) -> Vec<(Range<usize>, usize)> {
        let counts: Vec<usize> = places.iter().map(|places| self.earlier_holders(places)).collect();
        let words = self.words.numbers.len();
        let of_word = |word: usize| {
            let first = (word + 1).saturating_sub(self.hashed.length);
            let covering = counts.get(first..counts.len().min(word + 1)).unwrap_or_default();
            covering.iter().copied().max().unwrap_or(0)
        };
        let mut spread: Vec<(Range<usize>, usize)> = Vec::new();
        for word in 0..words {
            let (range, count) = (self.words.span(word..word + 1), of_word(word));
            match spread.last_mut().filter(|(_, last)| *last == count) {
                Some((last, _)) => last.end = range.end,
                None => spread.push((range, count)),
            }
        }
        spread
    }

    /// How many agreements before the text's own are among the places, which are in the order of signing.
    fn earlier_holders(&self, places: &[u32]) -> usize {
        let mut holders: Vec<usize> = places.iter().map(|place| self.index.agreement_at(*place)).collect();
        holders.retain(|holder| *holder < self.own);
        holders.dedup();
        holders.len()
    }

    fn nearest(&self, places: &[Vec<u32>]) -> Vec<Near> {
        let mut shared: BTreeMap<ItemId, usize> = BTreeMap::new();
        for (clause, _) in places.iter().flatten().filter_map(|place| self.index.clause_at(*place)) {
            *shared.entry(clause).or_default() += 1;
        }
        let words = |item: &ItemId| self.others.get(item).map_or(0, |w| w.numbers.len());
        let mut order: Vec<(ItemId, usize)> = shared.into_iter().collect();
        // Of those with equally many passages, the one nearest in length, then the earlier one.
        order.sort_by_cached_key(|(item, count)| {
            let longer = words(item).abs_diff(self.words.numbers.len());
            (std::cmp::Reverse(*count), longer, self.collection.date(*item))
        });
        let near = order.into_iter().take(NEAREST).map(|(item, passages)| Near {
            item,
            passages,
            difference: Difference::of(self.text, passage(self.collection, item).unwrap_or_default()),
        });
        near.collect()
    }

    /// Clauses of other agreements with the same words, compared by words, not only by hash.
    fn twins(&self) -> Vec<ItemId> {
        let own = self.index.agreements.get(self.own).map(|held| held.item);
        let of_own = |item: &ItemId| match item.part {
            Part::Clause(a, _) => Some(ItemId { part: Part::Agreement(a), ..*item }) == own,
            _ => false,
        };
        let same = |item: &ItemId| {
            let mut numbering = Numbering::new(&self.index.joined);
            let text = numbering.words(self.text);
            text.numbers == numbering.words(passage(self.collection, *item).unwrap_or_default()).numbers
        };
        let found = self.index.same_words(&self.hashed);
        found.filter(|item| !of_own(item) && self.hashed.words > 0 && same(item)).collect()
    }
}
