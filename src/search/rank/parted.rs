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
    /// The items of each segment that have these words in a row and not the word itself; empty if they were not read.
    pub(super) items: Vec<RoaringBitmap>,
    /// Whether all texts were read that may have them.
    pub(super) exactness: Exactness,
    /// What the words match.
    pub(super) hits: Vec<Hits>,
}

impl Parted {
    /// Looks for the parts of a word, which `hits` matches, and reads at most this many texts; `None` if they are no longer
    /// wanted.
    pub(super) fn find(
        (index, collection): (&Index, &Collection),
        (word, hits): (&QueryWord, &Hits),
        texts: usize,
        wanted: &(impl Fn() -> bool + Sync),
    ) -> Option<Self> {
        let parts: Vec<Hits> = word.parts.iter().map(|part| Hits::find(&index.vocabulary, part)).collect();
        let others = index
            .segments
            .par_iter()
            .map(|segment| holding_all(segment, &parts) - holding_all(segment, std::slice::from_ref(hits)));
        let others: Vec<RoaringBitmap> = others.collect();
        let unread: u64 = others.iter().map(RoaringBitmap::len).sum();
        if unread > texts as u64 {
            return Some(Self { items: Vec::new(), exactness: Exactness::Loose, hits: parts });
        }
        let spotter = Spotter::of_row(index, &parts);
        let in_a_row = |item: ItemId| spotter.look(collection, item).phrase;
        let segments = index.segments.par_iter().zip(others);
        let items = segments.map(|(segment, others)| wanted().then(|| those(segment, &others, in_a_row)));
        let items = items.collect::<Option<Vec<_>>>()?;
        Some(Self { items, exactness: Exactness::Exact, hits: parts })
    }
}
