//! The texts of items as numbers of words: texts that many queries look at are cut into words only once.

use super::texts::{Field, each_text};
use super::vocabulary::Vocabulary;
use super::written::WordNumbers;
use crate::model::{Collection, ItemId};
use crate::search::words::{Print, each_word};
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

/// The texts that were looked at so far.
pub(crate) struct NumberedTexts {
    numbers: WordNumbers,
    items: RwLock<HashMap<ItemId, Arc<[NumberedText]>, foldhash::fast::RandomState>>,
}

/// A text of an item.
pub(crate) struct NumberedText {
    pub(crate) field: Field,
    /// The number of each word; [`u32::MAX`] if nothing is left of it when folded.
    pub(crate) words: Vec<u32>,
    /// The words that hyphens may join up to a word: its place, and their numbers, the shortest first.
    pub(crate) joined: Vec<(usize, u32)>,
}

impl NumberedTexts {
    pub(super) fn new(vocabulary: &Vocabulary) -> Self {
        let words = 0..vocabulary.len();
        let numbers = words.map(|rank| (Box::from(vocabulary.word(rank)), vocabulary.number(rank)));
        Self { numbers: numbers.collect(), items: RwLock::default() }
    }

    /// The texts of an item; none if it is not in the collection.
    pub(crate) fn of(&self, collection: &Collection, item: ItemId) -> Arc<[NumberedText]> {
        if let Some(known) = self.items.read().unwrap_or_else(PoisonError::into_inner).get(&item) {
            return Arc::clone(known);
        }
        let read: Arc<[NumberedText]> = self.read(collection, item).into();
        let mut items = self.items.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(items.entry(item).or_insert(read))
    }

    fn read(&self, collection: &Collection, item: ItemId) -> Vec<NumberedText> {
        let mut texts = Vec::new();
        let mut buffer = String::new();
        let Some(item) = collection.item(item) else { return texts };
        each_text(item, |field, text| {
            let (mut words, mut joined) = (Vec::new(), Vec::new());
            each_word(text, |place, print| {
                let folded = print.folded(text.get(place.clone()).unwrap_or_default(), &mut buffer);
                let number = self.numbers.get(folded).copied().unwrap_or(u32::MAX);
                match print {
                    Print::Whole => words.push(number),
                    Print::Joined => joined.push((words.len().saturating_sub(1), number)),
                }
            });
            texts.push(NumberedText { field, words, joined });
        });
        texts
    }
}

impl fmt::Debug for NumberedTexts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NumberedTexts").finish_non_exhaustive()
    }
}
