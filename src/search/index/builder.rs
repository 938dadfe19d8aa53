//! The index: a vocabulary and segments. It is immutable; a growing collection gets a new one, which shares the old
//! segments.

use super::families::Stemmed;
use super::names::{Names, spellings};
use super::numbered_texts::NumberedTexts;
use super::postings::SEGMENT_ITEMS;
use super::ranges::{ItemRun, runs};
use super::raw_segment::RawSegment;
use super::segment::{Segment, cut};
use super::texts::Weight;
use super::vocabulary::Vocabulary;
use super::wanted::{Everything, Wanted};
use super::written::WordNumbers;
use crate::data::Meter;
use crate::model::{Collection, Kind};
use crate::search::stem::Languages;
use rayon::prelude::*;
use std::collections::HashSet;
use std::sync::Arc;

/// The words of a collection and the items that hold them. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Index {
    pub(crate) vocabulary: Arc<Vocabulary>,
    pub(crate) segments: Vec<Arc<Segment>>,
    /// How many items there are besides, which hold none of its words.
    others: usize,
    /// The texts that were looked at, if they are kept for more queries.
    pub(crate) texts: Option<Arc<NumberedTexts>>,
}

impl Index {
    /// The index of a collection.
    pub fn build(collection: &Collection) -> Self {
        Self::holding(collection, &Everything, &Meter::default())
    }

    /// The same, where each text is cut into words only once, for many queries or phrases: what was looked at takes memory.
    pub fn keeping_texts(self) -> Self {
        Self { texts: Some(Arc::new(NumberedTexts::new(&self.vocabulary))), ..self }
    }

    /// The index of what is wanted of a collection.
    pub(crate) fn holding(collection: &Collection, wanted: &dyn Wanted, meter: &Meter) -> Self {
        let mut builder = Builder::default();
        builder.add_wanted(collection, wanted, meter);
        builder.index()
    }

    /// The same, where this many items were left out of the collection because they hold nothing of it.
    pub(crate) fn beside(self, others: usize) -> Self {
        Self { others, ..self }
    }

    /// The number of items.
    pub fn len(&self) -> usize {
        self.segments.iter().map(|segment| segment.len()).sum::<usize>() + self.others
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

/// Different words.
type Words<'a> = HashSet<&'a str, foldhash::fast::RandomState>;

fn joined<'a>(one: Words<'a>, other: Words<'a>) -> Words<'a> {
    let (mut all, more) = if one.len() < other.len() { (other, one) } else { (one, other) };
    all.extend(more);
    all
}

/// Builds an index while a collection grows.
#[derive(Debug, Default)]
pub struct Builder {
    /// How many dossiers of the collection have been added.
    dossiers: usize,
    numbers: WordNumbers,
    words: Vec<Box<str>>,
    names: Names,
    stemmed: Stemmed,
    segments: Vec<Arc<Segment>>,
}

impl Builder {
    /// Adds the dossiers that were appended to the collection since the last call.
    pub fn add(&mut self, collection: &Collection) {
        self.add_wanted(collection, &Everything, &Meter::default());
    }

    fn add_wanted(&mut self, collection: &Collection, wanted: &dyn Wanted, meter: &Meter) {
        let new = collection.dossiers().get(self.dossiers..).unwrap_or_default();
        let places = (self.dossiers..).filter_map(|place| u32::try_from(place).ok());
        let mut pending: Vec<ItemRun> =
            places.zip(new).flat_map(|(place, dossier)| runs(place, dossier)).collect();
        self.dossiers = collection.dossiers().len();
        let mut all = self.reopen(&pending);
        all.append(&mut pending);

        let cut = cut(all.into_iter());
        meter.begin(cut.iter().map(Vec::len).sum());
        let drafts = cut.par_iter().map(|runs| RawSegment::read(collection, runs, wanted, meter));
        let drafts: Vec<RawSegment> = drafts.collect();
        self.number_all(&drafts);
        let numbers: Vec<Vec<u32>> = drafts.par_iter().map(|draft| draft.numbers(&self.numbers)).collect();
        let spoken = drafts.iter().zip(&numbers).flat_map(|(draft, numbers)| draft.spoken(numbers));
        let forms = drafts.iter().zip(&numbers).flat_map(|(draft, numbers)| draft.forms(numbers));
        let languages = drafts.iter().map(|draft| draft.languages).fold(Languages::default(), Languages::and);
        self.stemmed.add(languages, spoken, forms);
        let drafts = drafts.into_par_iter().zip(numbers);
        let segments = drafts.map(|(draft, numbers)| Arc::new(draft.finish(&numbers)));
        self.segments.append(&mut segments.collect::<Vec<_>>());
        for group in new.iter().flat_map(|dossier| spellings(dossier)) {
            let group = group.into_iter().map(|word| self.number(word.into())).collect();
            self.names.add(group);
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
        let vocabulary = Vocabulary::new(&self.words, counts, self.names.clone(), self.stemmed.families());
        Index { vocabulary: Arc::new(vocabulary), segments: self.segments.clone(), ..Index::default() }
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
        let numbers = &self.numbers;
        let new = drafts.par_iter().fold(Words::default, |mut new, draft| {
            new.extend(draft.words().filter(|word| !numbers.contains_key(*word)));
            new
        });
        let new = new.reduce(Words::default, joined);
        let mut new: Vec<Box<str>> = new.into_iter().map(Box::from).collect();
        new.par_sort_unstable();
        new.into_iter().for_each(|word| _ = self.number(word));
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
