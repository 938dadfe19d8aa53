//! The index: a vocabulary and segments. Immutable; a growing collection gets a new one, which shares what is old.

use super::names::spellings;
use super::postings::SEGMENT_ITEMS;
use super::ranges::{ItemRun, runs};
use super::raw_segment::{RawSegment, WordNumbers};
use super::segment::{Segment, cut};
use super::texts::Weight;
use super::vocabulary::Vocabulary;
use crate::model::{Collection, Kind};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

/// What a search runs on. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Index {
    pub(crate) vocabulary: Arc<Vocabulary>,
    pub(crate) segments: Vec<Arc<Segment>>,
}

impl Index {
    /// The index of a collection.
    pub fn build(collection: &Collection) -> Self {
        let mut builder = Builder::default();
        builder.add(collection);
        builder.index()
    }

    /// How many items it holds.
    pub fn len(&self) -> usize {
        self.segments.iter().map(|segment| segment.len()).sum()
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.segments.is_empty()
    }

    /// How many items of a kind it holds.
    pub fn total(&self, kind: Kind) -> usize {
        let items = self.segments.iter().filter_map(|segment| segment.kind(kind));
        items.map(|items| usize::try_from(items.len()).unwrap_or(usize::MAX)).sum()
    }

    /// The memory it takes, in bytes, without the texts, which are the collection's.
    pub fn bytes(&self) -> usize {
        self.vocabulary.bytes() + self.segments.iter().map(|segment| segment.bytes()).sum::<usize>()
    }
}

/// Builds an index while a collection grows.
#[derive(Debug, Default)]
pub struct Builder {
    /// How many dossiers of the collection are in.
    dossiers: usize,
    numbers: WordNumbers,
    words: Vec<Box<str>>,
    names: BTreeMap<u32, BTreeSet<u32>>,
    segments: Vec<Arc<Segment>>,
}

impl Builder {
    /// Takes in the dossiers that have come to the collection since the last time. Dossiers come only at its end.
    pub fn add(&mut self, collection: &Collection) {
        let new = collection.dossiers().get(self.dossiers..).unwrap_or_default();
        let places = (self.dossiers..).filter_map(|place| u32::try_from(place).ok());
        let mut pending: Vec<ItemRun> =
            places.zip(new).flat_map(|(place, dossier)| runs(place, dossier)).collect();
        self.dossiers = collection.dossiers().len();
        let mut all = self.reopen(&pending);
        all.append(&mut pending);

        let drafts: Vec<RawSegment> =
            cut(all.into_iter()).par_iter().map(|runs| RawSegment::read(collection, runs)).collect();
        self.number_all(&drafts);
        let numbers = &self.numbers;
        let segments = drafts.into_par_iter().map(|draft| Arc::new(draft.finish(numbers)));
        self.segments.append(&mut segments.collect::<Vec<_>>());
        for (word, other) in new.iter().flat_map(|dossier| spellings(dossier)) {
            let (word, other) = (self.number(word.into()), self.number(other.into()));
            self.names.entry(word).or_default().insert(other);
        }
    }

    /// The index of what is in so far.
    pub fn index(&self) -> Index {
        let mut counts = vec![0u32; self.words.len()];
        for segment in &self.segments {
            for (word, count) in segment.lists(Weight::Text).counts() {
                if let Some(sum) = counts.get_mut(word as usize) {
                    *sum += count;
                }
            }
        }
        let names = self.names.iter().map(|(word, others)| (*word, others.iter().copied().collect()));
        let vocabulary = Vocabulary::new(&self.words, counts, names.collect());
        Index { vocabulary: Arc::new(vocabulary), segments: self.segments.clone() }
    }

    /// Takes back the last segments while they are smaller than what comes, so that many small files do not become
    /// many small segments: each item is read again a few times at most.
    fn reopen(&mut self, pending: &[ItemRun]) -> Vec<ItemRun> {
        let mut coming: usize = pending.iter().map(|run| run.len as usize).sum();
        let mut reopened: Vec<Vec<ItemRun>> = Vec::new();
        while let Some(last) = self.segments.last() {
            if last.len() == SEGMENT_ITEMS || last.len() > coming {
                break;
            }
            coming += last.len();
            reopened.push(last.runs().iter().map(|p| ItemRun { item: p.order.item(), len: p.len }).collect());
            self.segments.pop();
        }
        reopened.into_iter().rev().flatten().collect()
    }

    /// Numbers the new words of drafts in alphabetical order, so that the lists of words that begin alike lie side by
    /// side and are read in one go.
    fn number_all(&mut self, drafts: &[RawSegment]) {
        let words =
            drafts.iter().flat_map(RawSegment::words).filter(|word| !self.numbers.contains_key(*word));
        let new: HashSet<&str, foldhash::fast::RandomState> = words.collect();
        let mut new: Vec<&str> = new.into_iter().collect();
        new.sort_unstable();
        for word in new {
            self.number(word.into());
        }
    }

    fn number(&mut self, word: Box<str>) -> u32 {
        if let Some(number) = self.numbers.get(&word) {
            return *number;
        }
        let number = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.words.push(word.clone());
        self.numbers.insert(word, number);
        number
    }
}
