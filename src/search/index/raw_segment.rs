//! Reads items and collects what a segment is made of.

use super::postings::Postings;
use super::ranges::{ItemRun, TieBreak};
use super::segment::{Placed, Segment, Tags};
use super::tags::{each_shared_tag, each_tag};
use super::texts::{Weight, each_text};
use crate::model::{Collection, Item, Kind};
use crate::search::query::Filter;
use crate::search::stem::Languages;
use crate::search::words::{Fold, folded, folded_joined, words};
use crate::text::{Joins, is_hyphen};
use roaring::RoaringBitmap;
use std::collections::HashMap;

/// The numbers of words. The hash is seeded anew in every run, so that no file can be crafted to be slow.
pub(super) type WordNumbers = HashMap<Box<str>, u32, foldhash::fast::RandomState>;

/// A segment whose words have numbers of their own, because those of the whole index are not known yet.
pub(super) struct RawSegment {
    runs: Vec<Placed>,
    title_words: Vec<u8>,
    lengths: Vec<u8>,
    /// The words, in the order in which they were first seen.
    words: Vec<Box<str>>,
    /// The languages of the texts that each word is in.
    spoken: Vec<Languages>,
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
    pub(super) fn read(collection: &Collection, runs: &[ItemRun]) -> Self {
        let mut reader = ItemReader::default();
        let mut placed = Vec::with_capacity(runs.len());
        for run in runs {
            let Some(head) = collection.item(run.item) else { continue };
            let first = u32::try_from(reader.title_words.len()).unwrap_or(u32::MAX);
            let order = TieBreak::of(collection, run.item);
            placed.push(Placed { first, len: run.len, order });
            each_shared_tag(head, |tag, id| {
                reader.tagged(tag, run.item.dossier, id).insert_range(first..first + run.len);
            });
            let items = (0..run.len).filter_map(|ahead| collection.item(order.ahead(ahead).item()));
            items.for_each(|item| reader.read(item));
        }
        let count = reader.words.len();
        let lists = std::mem::take(&mut reader.pairs).map(|pairs| Lists::sort(pairs, count));
        let ItemReader { title_words, lengths, words, spoken, forms, mut tags, .. } = reader;
        for (_, items) in tags.values_mut().flatten() {
            items.optimize();
        }
        Self { runs: placed, title_words, lengths, words, spoken, forms, lists, tags }
    }

    /// Its different words, folded, with the languages of the texts they are in.
    pub(super) fn spoken(&self) -> impl Iterator<Item = (&str, Languages)> {
        self.words().zip(self.spoken.iter().copied())
    }

    /// Its words as written, if folding changes more than their case: the folded word, the written one and its languages.
    pub(super) fn forms(&self) -> impl Iterator<Item = (&str, &str, Languages)> {
        self.forms.iter().filter_map(|(number, written)| {
            let place = *number as usize;
            Some((&**self.words.get(place)?, &**written, *self.spoken.get(place)?))
        })
    }

    /// Its different words, folded.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| &**word)
    }

    /// The segment, given the number of each word in the index; words without one are dropped.
    pub(super) fn finish(self, numbers: &WordNumbers) -> Segment {
        let words = self.words.iter().zip(0..);
        let mut by_number: Vec<(u32, usize)> =
            words.filter_map(|(word, at)| Some((*numbers.get(word)?, at))).collect();
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

#[derive(Default)]
struct ItemReader {
    written: Written,
    folded: WordNumbers,
    words: Vec<Box<str>>,
    /// The languages of the current item, and of all items read that hold each word.
    languages: Languages,
    spoken: Vec<Languages>,
    forms: Vec<(u32, Box<str>)>,
    /// For each weight and word, the number of the last item it was seen in, plus one.
    seen: [Vec<u32>; Weight::ALL.len()],
    pairs: [Vec<(u32, u16)>; Weight::ALL.len()],
    title_words: Vec<u8>,
    lengths: Vec<u8>,
    /// Words read so far of the current item.
    length: u32,
    tags: Tags,
    buffer: String,
}

impl ItemReader {
    fn read(&mut self, item: Item<'_>) {
        let number = u32::try_from(self.title_words.len()).unwrap_or(u32::MAX);
        each_tag(item, |tag, id| {
            self.tagged(tag, item.id().dossier, id).insert(number);
        });
        self.languages = languages(item);
        let mut title_words = u8::MAX;
        each_text(item, |field, text| {
            if let Some(count) = self.read_text(field.weight(item.id().part), text) {
                title_words = count;
            }
        });
        self.title_words.push(title_words);
        let words = std::mem::take(&mut self.length);
        // The length of other items says how much is noted about them, not how specific they are.
        self.lengths.push(length(if item.kind() == Kind::Clause { words } else { 0 }));
    }

    fn tagged(&mut self, tag: Filter, dossier: u32, id: &str) -> &mut RoaringBitmap {
        self.tags.entry((tag, dossier)).or_default().entry(Box::from(id)).or_default()
    }

    /// Reads a text and returns the number of words if it is a title.
    fn read_text(&mut self, weight: Weight, text: &str) -> Option<u8> {
        let length = (weight == Weight::Title).then(|| words(text).take(usize::from(u8::MAX)).count());
        let weight = if length == Some(1) { Weight::Whole } else { weight };
        let mut joins = Joins::default();
        for word in words(text) {
            if let Some(number) = self.number(word.text, folded) {
                self.length = self.length.saturating_add(1);
                self.hold(number, weight);
            }
            for start in joins.next(text, &word.range) {
                let printed = text.get(*start..word.range.end).unwrap_or_default();
                if let Some(number) = self.number(printed, folded_joined) {
                    self.hold(number, weight);
                }
            }
        }
        length.and_then(|length| u8::try_from(length).ok())
    }

    /// Notes a word of the current item.
    fn hold(&mut self, number: u32, weight: Weight) {
        if self.note(number, Weight::Text) {
            self.speak(number);
        }
        if weight != Weight::Text {
            self.note(number, weight);
        }
    }

    fn number(&mut self, written: &str, fold: Fold) -> Option<u32> {
        if let Some(number) = self.written.get(written) {
            return Some(number);
        }
        let number = self.number_folded(written, fold)?;
        self.written.insert(written, number);
        if !written.is_ascii() {
            let form: String = written.chars().filter(|c| !is_hyphen(*c) && !c.is_whitespace()).collect();
            self.forms.push((number, form.into()));
        }
        Some(number)
    }

    fn number_folded(&mut self, written: &str, fold: Fold) -> Option<u32> {
        let folded = fold(written, &mut self.buffer);
        if folded.is_empty() {
            return None;
        }
        if let Some(number) = self.folded.get(folded) {
            return Some(*number);
        }
        let number = u32::try_from(self.words.len()).ok()?;
        self.folded.insert(Box::from(folded), number);
        self.words.push(Box::from(folded));
        self.spoken.push(Languages::default());
        self.seen.iter_mut().for_each(|seen| seen.push(0));
        Some(number)
    }

    /// Notes that a word is in the languages of the current item.
    fn speak(&mut self, number: u32) {
        if let Some(spoken) = self.spoken.get_mut(number as usize) {
            *spoken = spoken.and(self.languages);
        }
    }

    /// Notes a word of the current item, once; returns whether it is new.
    fn note(&mut self, number: u32, weight: Weight) -> bool {
        let item = self.title_words.len();
        let stamp = u32::try_from(item).unwrap_or(u32::MAX).saturating_add(1);
        let place = weight as usize;
        let seen = self.seen.get_mut(place).and_then(|seen| seen.get_mut(number as usize));
        let (Some(seen), Some(pairs)) = (seen, self.pairs.get_mut(place)) else { return false };
        let is_new = *seen != stamp;
        if is_new {
            *seen = stamp;
            // A segment has no more items than two bytes can number.
            pairs.extend(u16::try_from(item).ok().map(|item| (number, item)));
        }
        is_new
    }
}

/// The languages of an item. Only clauses are sure to be in the language of their agreement.
fn languages(item: Item<'_>) -> Languages {
    match item.agreement().and_then(|agreement| agreement.language.as_deref()) {
        Some(language) if item.kind() == Kind::Clause => Languages::of(language),
        Some(language) => Languages::of(language).and(Languages::UNKNOWN),
        None => Languages::UNKNOWN,
    }
}

/// Clauses with fewer words count as having this many.
const SHORT: u32 = 32;

/// The length of a clause in steps of half a doubling; finer steps would be noise.
fn length(words: u32) -> u8 {
    let words = u64::from(words.max(SHORT));
    u8::try_from((words * words).ilog2()).unwrap_or(u8::MAX)
}

/// The number of each word as written, so that most words are folded only once. Words of up to 8 or 16 bytes, which
/// is nearly all, are stored as integers: these compare faster and take less memory.
#[derive(Default)]
struct Written {
    in_8: HashMap<u64, u32, foldhash::fast::RandomState>,
    in_16: HashMap<u128, u32, foldhash::fast::RandomState>,
    longer: WordNumbers,
}

impl Written {
    fn get(&self, word: &str) -> Option<u32> {
        let number = match (packed(word), packed(word)) {
            (Some(bytes), _) => self.in_8.get(&u64::from_le_bytes(bytes)),
            (None, Some(bytes)) => self.in_16.get(&u128::from_le_bytes(bytes)),
            (None, None) => self.longer.get(word),
        };
        number.copied()
    }

    fn insert(&mut self, word: &str, number: u32) {
        match (packed(word), packed(word)) {
            (Some(bytes), _) => self.in_8.insert(u64::from_le_bytes(bytes), number),
            (None, Some(bytes)) => self.in_16.insert(u128::from_le_bytes(bytes), number),
            (None, None) => self.longer.insert(Box::from(word), number),
        };
    }
}

/// A short word padded with zeros; different words stay different because no word has a zero byte.
fn packed<const N: usize>(word: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let room = bytes.get_mut(..word.len())?;
    // Byte by byte: a call to copy so few would take longer.
    room.iter_mut().zip(word.bytes()).for_each(|(place, byte)| *place = byte);
    Some(bytes)
}
