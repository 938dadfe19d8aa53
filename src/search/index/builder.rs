//! The index: a vocabulary and segments. It is immutable; a growing collection gets a new one, which shares the old
//! segments.

use super::families::Stemmed;
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

/// The words of a collection and the items that hold them. Cheap to clone.
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

    /// The number of items.
    pub fn len(&self) -> usize {
        self.segments.iter().map(|segment| segment.len()).sum()
    }

    /// Whether it has no items.
    pub fn is_empty(&self) -> bool {
        self.segments.is_empty()
    }

    /// The number of items of a kind.
    pub fn total(&self, kind: Kind) -> usize {
        let items = self.segments.iter().filter_map(|segment| segment.kind(kind));
        items.map(|items| usize::try_from(items.len()).unwrap_or(usize::MAX)).sum()
    }

    /// The memory it takes, in bytes, not counting the texts of the collection.
    pub fn bytes(&self) -> usize {
        self.vocabulary.bytes() + self.segments.iter().map(|segment| segment.bytes()).sum::<usize>()
    }
}

/// Builds an index while a collection grows.
#[derive(Debug, Default)]
pub struct Builder {
    /// How many dossiers of the collection have been added.
    dossiers: usize,
    numbers: WordNumbers,
    words: Vec<Box<str>>,
    names: BTreeMap<u32, BTreeSet<u32>>,
    stemmed: Stemmed,
    segments: Vec<Arc<Segment>>,
}

impl Builder {
    /// Adds the dossiers that were appended to the collection since the last call.
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
        self.stem_all(&drafts);
        let numbers = &self.numbers;
        let segments = drafts.into_par_iter().map(|draft| Arc::new(draft.finish(numbers)));
        self.segments.append(&mut segments.collect::<Vec<_>>());
        for (word, other) in new.iter().flat_map(|dossier| spellings(dossier)) {
            let (word, other) = (self.number(word.into()), self.number(other.into()));
            self.names.entry(word).or_default().insert(other);
        }
    }

    /// The index of what has been added so far.
    pub fn index(&mut self) -> Index {
        let mut counts = vec![0u32; self.words.len()];
        for segment in &self.segments {
            for (word, count) in segment.lists(Weight::Text).counts() {
                if let Some(sum) = counts.get_mut(word as usize) {
                    *sum += count;
                }
            }
        }
        let names = self.names.iter().map(|(word, others)| (*word, others.iter().copied().collect()));
        let vocabulary = Vocabulary::new(&self.words, counts, names.collect(), self.stemmed.families());
        Index { vocabulary: Arc::new(vocabulary), segments: self.segments.clone() }
    }

    /// Removes the last segments while they are smaller than what is added, and returns their items, so that many small
    /// files do not become many small segments. Each item is read again a few times at most.
    fn reopen(&mut self, pending: &[ItemRun]) -> Vec<ItemRun> {
        let mut coming: usize = pending.iter().map(|run| run.len as usize).sum();
        let mut reopened: Vec<Vec<ItemRun>> = Vec::new();
        while let Some(last) = self.segments.last() {
            if last.len() == SEGMENT_ITEMS || last.len() > coming {
                break;
            }
            coming += last.len();
            reopened.push(last.runs.iter().map(|p| ItemRun { item: p.order.item(), len: p.len }).collect());
            self.segments.pop();
        }
        reopened.into_iter().rev().flatten().collect()
    }

    /// Numbers the new words in alphabetical order, so that the lists of words with the same prefix are adjacent.
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

    fn stem_all(&mut self, drafts: &[RawSegment]) {
        for draft in drafts {
            for (word, languages) in draft.spoken() {
                if let Some(number) = self.numbers.get(word) {
                    self.stemmed.add(*number, word, languages);
                }
            }
            for (word, written, languages) in draft.forms() {
                if let Some(number) = self.numbers.get(word) {
                    self.stemmed.add_form(*number, written, languages);
                }
            }
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
