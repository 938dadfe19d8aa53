//! A segment before the numbers of its words are known.

use super::families::Spoken;
use super::item_reader::ItemReader;
use super::postings::Postings;
use super::ranges::{ItemRun, TieBreak};
use super::segment::{Placed, Segment, Tags};
use super::tags::each_shared_tag;
use super::texts::Weight;
use super::wanted::Wanted;
use super::written::WordNumbers;
use crate::data::Meter;
use crate::model::{Collection, Kind};
use crate::search::stem::Languages;
use roaring::RoaringBitmap;

/// A segment whose words have numbers of their own, because those of the whole index are not known yet.
pub(super) struct RawSegment {
    runs: Vec<Placed>,
    title_words: Vec<u8>,
    lengths: Vec<u8>,
    /// The words, in the order in which they were first seen.
    words: Vec<Box<str>>,
    /// The languages of the texts that each word is in.
    spoken: Vec<Languages>,
    /// The languages of all its texts, also of words that are not wanted.
    pub(super) languages: Languages,
    /// Words as written, if folding changes more than their case.
    forms: Vec<(u32, Box<str>)>,
    lists: [Lists; Weight::ALL.len()],
    tags: Tags,
}

/// Items by word: the items of word `w` end at `ends[w]`.
struct Lists {
    ends: Vec<u32>,
    items: Vec<u16>,
}

impl RawSegment {
    /// Reads the items of these runs, at most as many as fit into a segment.
    pub(super) fn read(
        collection: &Collection,
        runs: &[ItemRun],
        wanted: &dyn Wanted,
        meter: &Meter,
    ) -> Self {
        let mut reader = ItemReader::new(wanted);
        let mut placed = Vec::with_capacity(runs.len());
        for run in runs {
            let Some(head) = collection.item(run.item) else { continue };
            let first = u32::try_from(reader.title_words.len()).unwrap_or(u32::MAX);
            let order = TieBreak::of(collection, run.item);
            placed.push(Placed { first, len: run.len, order });
            each_shared_tag(head, |tag, id| {
                reader.tag(tag, run.item.dossier, id, |items| {
                    items.insert_range(first..first + run.len);
                });
            });
            let items = (0..run.len).filter_map(|ahead| collection.item(order.ahead(ahead).item()));
            items.for_each(|item| reader.read(item));
            meter.step();
        }
        let count = reader.words.len();
        let lists = std::mem::take(&mut reader.pairs).map(|pairs| Lists::sort(pairs, count));
        let ItemReader { title_words, lengths, words, spoken, all_languages, forms, mut tags, .. } = reader;
        let languages = all_languages;
        for (_, items) in tags.values_mut().flatten() {
            items.optimize();
        }
        Self { runs: placed, title_words, lengths, words, spoken, languages, forms, lists, tags }
    }

    /// The number of each of its words in the index.
    pub(super) fn numbers(&self, numbers: &WordNumbers) -> Vec<u32> {
        self.words().map(|word| numbers.get(word).copied().unwrap_or(u32::MAX)).collect()
    }

    /// Its different words, folded, each with its number in the index and the languages of the texts it is in.
    pub(super) fn spoken(&self, numbers: &[u32]) -> impl Iterator<Item = Spoken<'_>> {
        let words = numbers.iter().zip(self.words()).zip(&self.spoken);
        words.map(|((number, word), languages)| (*number, word, *languages))
    }

    /// Its words as written, if folding changes more than their case, likewise.
    pub(super) fn forms(&self, numbers: &[u32]) -> impl Iterator<Item = Spoken<'_>> {
        self.forms.iter().filter_map(|(place, written)| {
            let place = *place as usize;
            Some((*numbers.get(place)?, &**written, *self.spoken.get(place)?))
        })
    }

    /// Its different words, folded.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| &**word)
    }

    /// The segment, given the number of each word in the index.
    pub(super) fn finish(self, numbers: &[u32]) -> Segment {
        let mut by_number: Vec<(u32, usize)> = numbers.iter().copied().zip(0..).collect();
        by_number.sort_unstable();
        let kinds = Kind::ALL.iter().map(|kind| (*kind, self.of_kind(*kind))).collect();
        let lists = self.lists.map(|lists| {
            let lists = &lists;
            let in_order = by_number.iter().map(|(number, word)| (*number, lists.of(*word)));
            Postings::from_lists(in_order.filter(|(_, list)| !list.is_empty()))
        });
        let mut in_order: Vec<u32> = (0u32..).take(self.runs.len()).collect();
        in_order.sort_by_key(|at| self.runs.get(*at as usize).map(|run| run.order));
        let Self { runs, title_words, lengths, tags, .. } = self;
        Segment { runs, in_order, title_words, lengths, lists, kinds, tags }
    }

    fn of_kind(&self, kind: Kind) -> RoaringBitmap {
        let mut items = RoaringBitmap::new();
        for run in self.runs.iter().filter(|run| run.order.item().kind() == kind) {
            items.insert_range(run.first..run.first + run.len);
        }
        items
    }
}

impl Lists {
    /// Groups pairs of word and item by word; the items of a word keep their order.
    fn sort(pairs: Vec<(u32, u16)>, words: usize) -> Self {
        let mut ends = vec![0u32; words];
        for (word, _) in &pairs {
            if let Some(end) = ends.get_mut(*word as usize) {
                *end += 1;
            }
        }
        let mut sum = 0;
        for end in &mut ends {
            let count = *end;
            *end = sum;
            sum += count;
        }
        // Each end is now the start of its list, and moves on with every item added.
        let mut items = vec![0u16; pairs.len()];
        for (word, item) in pairs {
            if let Some(end) = ends.get_mut(word as usize) {
                if let Some(place) = items.get_mut(*end as usize) {
                    *place = item;
                }
                *end += 1;
            }
        }
        Self { ends, items }
    }

    fn of(&self, word: usize) -> &[u16] {
        let start = word.checked_sub(1).and_then(|w| self.ends.get(w)).map_or(0, |end| *end as usize);
        let end = self.ends.get(word).map_or(0, |end| *end as usize);
        self.items.get(start..end).unwrap_or_default()
    }
}
