//! A part of the index: up to 65,536 consecutive items of the collection. Built once, never changed.

use super::postings::{Postings, SEGMENT_ITEMS};
use super::ranges::{ItemRun, TieBreak, ahead};
use super::texts::Weight;
use crate::model::{ItemId, Kind};
use crate::search::query::Filter;
use roaring::RoaringBitmap;
use std::collections::BTreeMap;
use std::ops::Range;

/// A run of items in a segment.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Placed {
    /// The number of its first item in the segment.
    pub first: u32,
    /// How many items it has.
    pub len: u32,
    /// The order of its first item.
    pub order: TieBreak,
}

impl Placed {
    /// The numbers of its items in the segment.
    pub(crate) fn numbers(&self) -> Range<u32> {
        self.first..self.first + self.len
    }

    /// The same as places in a list of the segment's items.
    pub(crate) fn places(&self) -> Range<usize> {
        self.first as usize..(self.first + self.len) as usize
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Segment {
    /// Its runs in the order of the collection.
    pub(crate) runs: Vec<Placed>,
    /// Indices of `runs`, sorted by [`TieBreak`].
    pub(super) in_order: Vec<u32>,
    /// The number of words in the title of each item; 255 if there are more or if the title does not count.
    pub(crate) title_words: Vec<u8>,
    /// The length of each item in steps of half a doubling; the shortest for everything but clauses.
    pub(crate) lengths: Vec<u8>,
    pub(super) lists: [Postings; Weight::ALL.len()],
    pub(super) kinds: Vec<(Kind, RoaringBitmap)>,
    pub(super) tags: Tags,
}

/// The items that belong to something, by filter and dossier, then by the id of what they belong to.
pub(super) type Tags = BTreeMap<(Filter, u32), BTreeMap<Box<str>, RoaringBitmap>>;

impl Segment {
    pub(crate) fn len(&self) -> usize {
        self.title_words.len()
    }

    pub(crate) fn all(&self) -> RoaringBitmap {
        let mut all = RoaringBitmap::new();
        all.insert_range(0..u32::try_from(self.len()).unwrap_or(u32::MAX));
        all
    }

    /// Its runs sorted by [`TieBreak`].
    pub(crate) fn runs_in_order(&self) -> impl Iterator<Item = &Placed> {
        self.in_order.iter().filter_map(|at| self.runs.get(*at as usize))
    }

    /// The places of the runs with an item of this set.
    pub(crate) fn runs_with(&self, items: &RoaringBitmap) -> RoaringBitmap {
        let runs = (0u32..).zip(&self.runs);
        runs.filter(|(_, run)| items.range_cardinality(run.numbers()) > 0).map(|(place, _)| place).collect()
    }

    /// The posting lists of a weight. Those of [`Weight::Text`] have every item that holds the word anywhere.
    pub(crate) fn lists(&self, weight: Weight) -> &Postings {
        let [text, date, full_title, title, whole] = &self.lists;
        match weight {
            Weight::Text => text,
            Weight::Date => date,
            Weight::FullTitle => full_title,
            Weight::Title => title,
            Weight::Whole => whole,
        }
    }

    pub(crate) fn kind(&self, kind: Kind) -> Option<&RoaringBitmap> {
        self.kinds.iter().find(|(k, _)| *k == kind).map(|(_, items)| items)
    }

    /// The items that belong to the thing with this id in this dossier.
    pub(crate) fn tagged(&self, tag: Filter, dossier: u32, id: &str) -> Option<&RoaringBitmap> {
        self.tags.get(&(tag, dossier))?.get(id)
    }

    /// The items of the collection with these numbers in the segment, which must ascend.
    pub(crate) fn items(&self, numbers: impl Iterator<Item = u32>) -> impl Iterator<Item = (u32, ItemId)> {
        let mut runs = self.runs.iter().peekable();
        numbers.filter_map(move |number| {
            while runs.next_if(|run| run.first + run.len <= number).is_some() {}
            let run = runs.peek()?;
            Some((number, run.order.ahead(number.checked_sub(run.first)?).item()))
        })
    }

    /// The number of an item of the collection in the segment.
    pub(crate) fn number(&self, item: ItemId) -> Option<u32> {
        let after = self.runs.partition_point(|run| run.order.item() <= item);
        let run = self.runs.get(after.checked_sub(1)?)?;
        let ahead = ahead(run.order.item(), item).filter(|ahead| *ahead < run.len)?;
        Some(run.first + ahead)
    }

    pub(super) fn bytes(&self) -> usize {
        let kinds: usize = self.kinds.iter().map(|(_, items)| 64 + items.serialized_size()).sum();
        let lists: usize = self.lists.iter().map(Postings::bytes).sum();
        let tags = self.tags.values().flatten().map(|(id, items)| 96 + id.len() + items.serialized_size());
        let kinds = kinds + tags.sum::<usize>();
        self.runs.len() * size_of::<Placed>()
            + self.in_order.len() * 4
            + self.title_words.len()
            + self.lengths.len()
            + lists
            + kinds
    }
}

/// Cuts runs into groups that each fit into a segment.
pub(super) fn cut(runs: impl Iterator<Item = ItemRun>) -> Vec<Vec<ItemRun>> {
    let mut segments = Vec::new();
    let mut segment = Vec::new();
    let mut room = SEGMENT_ITEMS as u32;
    for mut run in runs {
        while run.len > room {
            let (head, tail) = run.split(room);
            segment.push(head);
            segments.push(std::mem::take(&mut segment));
            room = SEGMENT_ITEMS as u32;
            run = tail;
        }
        room -= run.len;
        segment.push(run);
    }
    segments.push(segment);
    segments.retain(|segment| !segment.is_empty());
    segments
}
