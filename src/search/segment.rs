//! A part of the index: up to 65,536 items that follow each other in the collection. Built once, never changed.

use super::corpus::{Order, Run, Weight, ahead, each_text};
use super::fields::Tag;
use super::postings::{Postings, SEGMENT_ITEMS};
use super::tags::{each_shared_tag, each_tag};
use super::words::{counted, words};
use crate::model::{Collection, Dossier, ItemId, Kind};
use crate::text::fold::fold_into;
use roaring::RoaringBitmap;
use std::collections::{BTreeMap, HashMap};

type Table = HashMap<Box<str>, u32, foldhash::fast::RandomState>;

/// A run of items and its place among the items of its segment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    /// The number of its first item in the segment.
    pub first: u32,
    /// How many items it has.
    pub len: u32,
    /// The place of its first item among equals.
    pub order: Order,
}

/// See the module.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    runs: Vec<Placed>,
    /// Indices of `runs`, in the order of equals.
    in_order: Vec<u32>,
    title_words: Vec<u8>,
    lists: [Postings; Weight::ALL.len()],
    kinds: Vec<(Kind, RoaringBitmap)>,
    tags: Tags,
}

/// The items that belong to something, by the field, the dossier and the id of it.
type Tags = BTreeMap<(Tag, u32), BTreeMap<Box<str>, RoaringBitmap>>;

impl Segment {
    /// How many items it has.
    pub(super) fn len(&self) -> usize {
        self.title_words.len()
    }

    /// Its runs in the order of the collection.
    pub(super) fn runs(&self) -> &[Placed] {
        &self.runs
    }

    /// Its runs in the order of equals.
    pub(super) fn runs_in_order(&self) -> impl Iterator<Item = &Placed> {
        self.in_order.iter().filter_map(|at| self.runs.get(*at as usize))
    }

    /// The posting lists of a weight. Those of [`Weight::Text`] hold every item that has the word anywhere.
    pub(super) fn lists(&self, weight: Weight) -> &Postings {
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
    pub(super) fn title_words(&self) -> &[u8] {
        &self.title_words
    }

    /// The items of a kind.
    pub(super) fn kind(&self, kind: Kind) -> Option<&RoaringBitmap> {
        self.kinds.iter().find(|(k, _)| *k == kind).map(|(_, items)| items)
    }

    /// The items that belong to the thing with this id in this dossier.
    pub(super) fn tagged(&self, tag: Tag, dossier: u32, id: &str) -> Option<&RoaringBitmap> {
        self.tags.get(&(tag, dossier))?.get(id)
    }

    /// The place among equals of an item of the segment.
    pub(super) fn order(&self, item: u32) -> Option<Order> {
        let after = self.runs.partition_point(|run| run.first <= item);
        let run = self.runs.get(after.checked_sub(1)?)?;
        (item - run.first < run.len).then(|| run.order.ahead(item - run.first))
    }

    /// The number in the segment of an item of the collection.
    pub(super) fn number(&self, item: ItemId) -> Option<u32> {
        let after = self.runs.partition_point(|run| run.order.item() <= item);
        let run = self.runs.get(after.checked_sub(1)?)?;
        let ahead = ahead(run.order.item(), item).filter(|ahead| *ahead < run.len)?;
        Some(run.first + ahead)
    }

    /// The memory it takes, in bytes.
    pub(super) fn bytes(&self) -> usize {
        let kinds: usize = self.kinds.iter().map(|(_, items)| 64 + items.serialized_size()).sum();
        let lists: usize = self.lists.iter().map(Postings::bytes).sum();
        let tags = self.tags.values().flatten().map(|(id, items)| 96 + id.len() + items.serialized_size());
        let kinds = kinds + tags.sum::<usize>();
        self.runs.len() * size_of::<Placed>()
            + self.in_order.len() * 4
            + self.title_words.len()
            + lists
            + kinds
    }
}

/// The words of a future segment, numbered by themselves, while the numbers of the whole index are not known.
pub(super) struct Draft {
    runs: Vec<Placed>,
    title_words: Vec<u8>,
    /// The words in the order in which they were first seen.
    pub words: Vec<Box<str>>,
    lists: [Lists; Weight::ALL.len()],
    tags: Tags,
}

/// Items by word: the items of word `w` end at `ends[w]`.
struct Lists {
    ends: Vec<u32>,
    items: Vec<u16>,
}

impl Draft {
    /// Reads the items of these runs, [`SEGMENT_ITEMS`] at most.
    pub(super) fn read(collection: &Collection, runs: &[Run]) -> Self {
        let mut reader = Reader::default();
        let mut placed = Vec::with_capacity(runs.len());
        for run in runs {
            let Some(dossier) = collection.dossier(run.item) else { continue };
            let first = u32::try_from(reader.title_words.len()).unwrap_or(u32::MAX);
            let order = Order::of(collection, run.item);
            placed.push(Placed { first, len: run.len, order });
            each_shared_tag(dossier, run.item.part, |tag, id| {
                reader.tagged(tag, run.item.dossier, id).insert_range(first..first + run.len);
            });
            for ahead in 0..run.len {
                reader.read(dossier, order.ahead(ahead).item());
            }
        }
        let count = reader.words.len();
        let lists = std::mem::take(&mut reader.pairs).map(|pairs| Lists::sort(pairs, count));
        let Reader { title_words, words, mut tags, .. } = reader;
        for (_, items) in tags.values_mut().flatten() {
            items.optimize();
        }
        Self { runs: placed, title_words, words, lists, tags }
    }

    /// The segment, once `numbers` says which number each word of the draft has in the index.
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
        Segment { runs: self.runs, in_order, title_words: self.title_words, lists, kinds, tags: self.tags }
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
    /// Sorts pairs of word and item by word; the items of a word keep their order.
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
        // Each end is now where its list begins, and moves on with each item put there.
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

/// Reads items one after the other.
#[derive(Default)]
struct Reader {
    /// The number of each word as written; so most words are folded once, not each time they are read.
    written: Table,
    folded: Table,
    words: Vec<Box<str>>,
    /// For each word and weight, the number of the last item it was seen in, plus one.
    seen: Vec<[u32; Weight::ALL.len()]>,
    pairs: [Vec<(u32, u16)>; Weight::ALL.len()],
    title_words: Vec<u8>,
    tags: Tags,
    buffer: String,
}

impl Reader {
    fn read(&mut self, dossier: &Dossier, item: ItemId) {
        let number = u32::try_from(self.title_words.len()).unwrap_or(u32::MAX);
        each_tag(dossier, item.part, |tag, id| {
            self.tagged(tag, item.dossier, id).insert(number);
        });
        let mut title_words = u8::MAX;
        each_text(dossier, item.part, |field, text| {
            if let Some(count) = self.read_text(field.weight(item.part), text) {
                title_words = count;
            }
        });
        self.title_words.push(title_words);
    }

    fn tagged(&mut self, tag: Tag, dossier: u32, id: &str) -> &mut RoaringBitmap {
        self.tags.entry((tag, dossier)).or_default().entry(Box::from(id)).or_default()
    }

    /// Reads a text; tells how many words a title has.
    fn read_text(&mut self, weight: Weight, text: &str) -> Option<u8> {
        let length = (weight == Weight::Title).then(|| words(text).take(usize::from(u8::MAX)).count());
        let weight = if length == Some(1) { Weight::Whole } else { weight };
        for word in words(text) {
            let Some(number) = self.number(word.text) else { continue };
            self.note(number, Weight::Text);
            if weight != Weight::Text {
                self.note(number, weight);
            }
        }
        length.and_then(|length| u8::try_from(length).ok())
    }

    fn number(&mut self, written: &str) -> Option<u32> {
        if let Some(number) = self.written.get(written) {
            return Some(*number);
        }
        fold_into(written, &mut self.buffer);
        let folded = counted(&self.buffer);
        if folded.is_empty() {
            return None;
        }
        let number = match self.folded.get(folded) {
            Some(number) => *number,
            None => {
                let number = u32::try_from(self.words.len()).ok()?;
                self.folded.insert(Box::from(folded), number);
                self.words.push(Box::from(folded));
                self.seen.push([0; Weight::ALL.len()]);
                number
            }
        };
        self.written.insert(Box::from(written), number);
        Some(number)
    }

    /// Notes the word for the item that is being read, once.
    fn note(&mut self, number: u32, weight: Weight) {
        let item = self.title_words.len();
        let stamp = u32::try_from(item).unwrap_or(u32::MAX).saturating_add(1);
        let place = weight as usize;
        let seen = self.seen.get_mut(number as usize).and_then(|seen| seen.get_mut(place));
        let (Some(seen), Some(pairs)) = (seen, self.pairs.get_mut(place)) else { return };
        if *seen != stamp {
            *seen = stamp;
            // A segment has no more items than two bytes can name.
            pairs.extend(u16::try_from(item).ok().map(|item| (number, item)));
        }
    }
}

/// Cuts runs into segments' worth.
pub(super) fn cut(runs: impl Iterator<Item = Run>) -> Vec<Vec<Run>> {
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
