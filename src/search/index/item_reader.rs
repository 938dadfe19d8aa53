//! Reads the words and tags of items.

use super::segment::Tags;
use super::tags::each_tag;
use super::texts::{Weight, each_text};
use super::wanted::Wanted;
use super::written::{WordNumbers, Written};
use crate::model::{Collection, Item, Kind};
use crate::search::query::Filter;
use crate::search::stem::Languages;
use crate::search::words::{Print, each_word, words};
use crate::text::is_hyphen;
use roaring::RoaringBitmap;
use std::ops::Range;

/// The number of words that are not wanted.
const UNWANTED: u32 = u32::MAX;

/// Reads items, and collects what a segment is made of.
pub(super) struct ItemReader<'w> {
    wanted: &'w dyn Wanted,
    written: Written,
    folded: WordNumbers,
    pub(super) words: Vec<Box<str>>,
    /// The languages of the current item, and of all items read that hold each word.
    languages: Languages,
    pub(super) spoken: Vec<Languages>,
    /// The languages of all items read that have words.
    pub(super) all_languages: Languages,
    pub(super) forms: Vec<(u32, Box<str>)>,
    /// For each weight and word, the number of the last item it was seen in, plus one.
    seen: [Vec<u32>; Weight::ALL.len()],
    pub(super) pairs: [Vec<(u32, u16)>; Weight::ALL.len()],
    pub(super) title_words: Vec<u8>,
    pub(super) lengths: Vec<u8>,
    /// Words read so far of the current item.
    length: u32,
    pub(super) tags: Tags,
    buffer: String,
}

impl<'w> ItemReader<'w> {
    pub(super) fn new(wanted: &'w dyn Wanted) -> Self {
        Self {
            wanted,
            written: Written::default(),
            folded: WordNumbers::default(),
            words: Vec::new(),
            languages: Languages::default(),
            spoken: Vec::new(),
            all_languages: Languages::default(),
            forms: Vec::new(),
            seen: Default::default(),
            pairs: Default::default(),
            title_words: Vec::new(),
            lengths: Vec::new(),
            length: 0,
            tags: Tags::default(),
            buffer: String::new(),
        }
    }

    /// Reads the next item.
    pub(super) fn read(&mut self, item: Item<'_>) {
        let number = u32::try_from(self.title_words.len()).unwrap_or(u32::MAX);
        each_tag(item, |tag, id| {
            self.tag(tag, item.id().dossier, id, |items| {
                items.insert(number);
            });
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
        if words > 0 {
            self.all_languages = self.all_languages.and(self.languages);
        }
        // The length of other items says how much is noted about them, not how specific they are.
        self.lengths.push(length(if item.kind() == Kind::Clause { words } else { 0 }));
    }

    /// Adds items to those that belong to the thing with this id.
    pub(super) fn tag(&mut self, tag: Filter, dossier: u32, id: &str, add: impl FnOnce(&mut RoaringBitmap)) {
        if !self.wanted.filter(tag) {
            return;
        }
        let by_id = self.tags.entry((tag, dossier)).or_default();
        match by_id.get_mut(id) {
            Some(items) => add(items),
            None => add(by_id.entry(Box::from(id)).or_default()),
        }
    }

    /// Reads a text and returns the number of words if it is a title.
    fn read_text(&mut self, weight: Weight, text: &str) -> Option<u8> {
        let length = (weight == Weight::Title).then(|| words(text).take(usize::from(u8::MAX)).count());
        let weight = if length == Some(1) { Weight::Whole } else { weight };
        each_word(text, |place, print| {
            if let Some(number) = self.number(text, place, print) {
                self.length = self.length.saturating_add(u32::from(print == Print::Whole));
                self.hold(number, weight);
            }
        });
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

    /// The number of a word of a text, or [`UNWANTED`]; `None` if nothing is left of it when folded.
    fn number(&mut self, text: &str, place: &Range<usize>, print: Print) -> Option<u32> {
        match self.written.get(text, place) {
            Some(number) => Some(number),
            None => self.number_new(text.get(place.clone()).unwrap_or_default(), print),
        }
    }

    fn number_new(&mut self, written: &str, print: Print) -> Option<u32> {
        let number = self.number_folded(written, print)?;
        self.written.insert(written, number);
        if !written.is_ascii() && number != UNWANTED {
            let form: String = written.chars().filter(|c| !is_hyphen(*c) && !c.is_whitespace()).collect();
            self.forms.push((number, form.into()));
        }
        Some(number)
    }

    fn number_folded(&mut self, written: &str, print: Print) -> Option<u32> {
        let folded = print.folded(written, &mut self.buffer);
        if folded.is_empty() {
            return None;
        }
        if let Some(number) = self.folded.get(folded) {
            return Some(*number);
        }
        if !self.wanted.word(written, folded) {
            return Some(UNWANTED);
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

/// The languages of all texts of a collection.
pub(crate) fn languages_of(collection: &Collection) -> Languages {
    let agreements = collection.dossiers().iter().flat_map(|dossier| &dossier.agreements);
    let spoken = agreements.filter_map(|agreement| agreement.language.as_deref()).map(Languages::of);
    spoken.fold(Languages::UNKNOWN, Languages::and)
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
