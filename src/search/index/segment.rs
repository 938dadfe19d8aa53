//! A part of the index: up to 65,536 items that follow each other in the collection. Built once, never changed.

use super::postings::{Postings, SEGMENT_ITEMS};
use super::ranges::{ItemRun, Order, ahead};
use super::texts::Weight;
use crate::model::{ItemId, Kind};
use crate::search::query::Filter;
use roaring::RoaringBitmap;
use std::collections::BTreeMap;

/// A run of items and its place among the items of its segment.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Placed {
    /// The number of its first item in the segment.
    pub first: u32,
    /// How many items it has.
    pub len: u32,
    /// The place of its first item among equals.
    pub order: Order,
}

/// See the module.
#[derive(Clone, Debug)]
pub(crate) struct Segment {
    pub(crate) runs: Vec<Placed>,
    /// Indices of `runs`, in the order of equals.
    pub(crate) in_order: Vec<u32>,
    pub(crate) title_words: Vec<u8>,
    pub(crate) lengths: Vec<u8>,
    pub(crate) lists: [Postings; Weight::ALL.len()],
    pub(crate) kinds: Vec<(Kind, RoaringBitmap)>,
    pub(crate) tags: Tags,
}

/// The items that belong to something, by the field, the dossier and the id of it.
pub(crate) type Tags = BTreeMap<(Filter, u32), BTreeMap<Box<str>, RoaringBitmap>>;

impl Segment {
    /// How many items it has.
    pub(crate) fn len(&self) -> usize {
        self.title_words.len()
    }

    /// All its items.
    pub(crate) fn all(&self) -> RoaringBitmap {
        let mut all = RoaringBitmap::new();
        all.insert_range(0..u32::try_from(self.len()).unwrap_or(u32::MAX));
        all
    }

    /// Its runs in the order of the collection.
    pub(crate) fn runs(&self) -> &[Placed] {
        &self.runs
    }

    /// Its runs in the order of equals.
    pub(crate) fn runs_in_order(&self) -> impl Iterator<Item = &Placed> {
        self.in_order.iter().filter_map(|at| self.runs.get(*at as usize))
    }

    /// The posting lists of a weight. Those of [`Weight::Text`] hold every item that has the word anywhere.
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

    /// How many words the title of each item has, 255 at most, and where a title does not count.
    pub(crate) fn title_words(&self) -> &[u8] {
        &self.title_words
    }

    /// How long each clause is, in steps; everything else is as short as can be.
    pub(crate) fn lengths(&self) -> &[u8] {
        &self.lengths
    }

    /// The items of a kind.
    pub(crate) fn kind(&self, kind: Kind) -> Option<&RoaringBitmap> {
        self.kinds.iter().find(|(k, _)| *k == kind).map(|(_, items)| items)
    }

    /// The items that belong to the thing with this id in this dossier.
    pub(crate) fn tagged(&self, tag: Filter, dossier: u32, id: &str) -> Option<&RoaringBitmap> {
        self.tags.get(&(tag, dossier))?.get(id)
    }

    /// The items of the collection that have these numbers in the segment, which ascend.
    pub(crate) fn items(&self, numbers: impl Iterator<Item = u32>) -> impl Iterator<Item = (u32, ItemId)> {
        let mut runs = self.runs.iter().peekable();
        numbers.filter_map(move |number| {
            while runs.next_if(|run| run.first + run.len <= number).is_some() {}
            let run = runs.peek()?;
            Some((number, run.order.ahead(number.checked_sub(run.first)?).item()))
        })
    }

    /// The number in the segment of an item of the collection.
    pub(crate) fn number(&self, item: ItemId) -> Option<u32> {
        let after = self.runs.partition_point(|run| run.order.item() <= item);
        let run = self.runs.get(after.checked_sub(1)?)?;
        let ahead = ahead(run.order.item(), item).filter(|ahead| *ahead < run.len)?;
        Some(run.first + ahead)
    }

    /// The memory it takes, in bytes.
    pub(crate) fn bytes(&self) -> usize {
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

/// Cuts runs into segments' worth.
pub(crate) fn cut(runs: impl Iterator<Item = ItemRun>) -> Vec<Vec<ItemRun>> {
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
