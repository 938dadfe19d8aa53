//! What matches in a part of the index, and the agreements that answer a query as a whole.

use crate::model::{ItemId, ItemMap, ItemSet};
use crate::search::index::{Placed, Segment};
use roaring::RoaringBitmap;
use std::sync::Arc;

/// What a condition does with the items that pass one of its tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keep {
    These,
    Others,
}

/// The runs of a segment that have an item that passes a test of a condition, by their places.
#[derive(Clone, Debug)]
pub(crate) struct MetBy {
    pub keep: Keep,
    pub runs: RoaringBitmap,
}

/// The matches in one segment.
#[derive(Clone, Debug)]
pub(crate) struct SegmentMatches {
    pub segment: Arc<Segment>,
    /// The items that hold all words and meet all conditions.
    pub full: RoaringBitmap,
    /// For each run, a bit for each word of the query that one of its items holds.
    pub run_words: Vec<u8>,
    /// The conditions in the order of the query.
    pub conditions: Vec<MetBy>,
}

impl SegmentMatches {
    /// The agreement that the items of a run are or belong to, with the words of the query that they hold.
    fn agreement_words(&self) -> impl Iterator<Item = (ItemId, u8)> {
        let runs = self.segment.runs.iter().zip(&self.run_words);
        runs.filter_map(|(run, words)| Some((agreement(run)?, *words)))
    }

    /// The agreements with an item that passes the condition at this place.
    fn meeting(&self, condition: usize) -> impl Iterator<Item = ItemId> {
        let runs = self.conditions.get(condition).into_iter().flat_map(|met| &met.runs);
        runs.filter_map(|place| agreement(self.segment.runs.get(place as usize)?))
    }
}

fn agreement(run: &Placed) -> Option<ItemId> {
    run.order.item().agreement()
}

/// The agreements that answer a query of this many words as a whole: agreement and clauses together hold all words and
/// meet all conditions, and nothing of them has what is left out. Only runs are read, not items, so that it costs what
/// there are agreements.
pub(super) fn whole_agreements(found: &[SegmentMatches], words: usize) -> ItemSet {
    let mut held: ItemMap<u8> = ItemMap::default();
    for (agreement, words) in found.iter().flat_map(SegmentMatches::agreement_words) {
        *held.entry(agreement).or_default() |= words;
    }
    let all_words = (0..words).fold(0u8, |all, word| all | 1 << word);
    held.retain(|_, words| *words == all_words);
    let mut whole: ItemSet = held.into_keys().collect();
    let keeps = found.first().map(|found| found.conditions.iter().map(|met| met.keep));
    for (condition, keep) in keeps.into_iter().flatten().enumerate() {
        let meeting: ItemSet = found.iter().flat_map(|found| found.meeting(condition)).collect();
        whole.retain(|agreement| meeting.contains(agreement) == (keep == Keep::These));
    }
    whole
}
