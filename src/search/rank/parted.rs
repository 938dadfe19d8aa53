//! Items that print a hyphenated word of a query as several words: "renewable energy" for "renewable-energy".

use super::closeness::Spotter;
use super::ready::{Exactness, holding_all, those};
use crate::model::{Collection, ItemId};
use crate::search::index::Index;
use crate::search::query::QueryWord;
use crate::search::tolerance::Hits;
use rayon::prelude::*;
use roaring::RoaringBitmap;

/// A hyphenated word of a query as several words.
pub(super) struct Parted {
    /// The items of each segment that have these words in a row and not the word itself.
    pub(super) items: Vec<RoaringBitmap>,
    /// Whether all texts were read that may have them.
    pub(super) exactness: Exactness,
    /// What the words match.
    pub(super) hits: Vec<Hits>,
}

impl Parted {
    /// Looks for the parts of a word, which `hits` matches; at most this many texts are read.
    pub(super) fn find(
        index: &Index,
        collection: &Collection,
        word: &QueryWord,
        hits: &Hits,
        texts: usize,
    ) -> Self {
        let vocabulary = &index.vocabulary;
        let parts: Vec<Hits> = word.parts.iter().map(|part| Hits::find(vocabulary, part)).collect();
        let others = index
            .segments
            .par_iter()
            .map(|segment| holding_all(segment, &parts) - holding_all(segment, std::slice::from_ref(hits)));
        let mut items: Vec<RoaringBitmap> = others.collect();
        let unread: u64 = items.iter().map(RoaringBitmap::len).sum();
        let exactness = if unread > texts as u64 { Exactness::Loose } else { Exactness::Exact };
        if exactness == Exactness::Exact {
            let spotter = Spotter::of_row(vocabulary, &parts);
            let in_a_row = |item: ItemId| spotter.look(collection, item).phrase;
            let pairs = index.segments.par_iter().zip(items);
            items = pairs.map(|(segment, items)| those(segment, &items, in_a_row)).collect();
        } else {
            items.iter_mut().for_each(RoaringBitmap::clear);
        }
        Self { items, exactness, hits: parts }
    }
}
