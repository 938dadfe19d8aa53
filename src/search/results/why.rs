//! Explains why an item was found.

use crate::model::{Collection, ItemId};
use crate::search::index::{Field, each_text};
use crate::search::query::QueryWord;
use crate::search::tolerance::{Hits, Tier};
use crate::search::words::{folded, words};

/// A reason why an item was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// The word of the query as typed.
    pub query_word: String,
    /// The word of the item as written.
    pub matched_word: String,
    /// How the two match.
    pub tier: Tier,
    /// The field of the item that has the word.
    pub field: Field,
}

/// The words of an item that match words of the query, the best for each first.
pub(super) fn why(query: &[QueryWord], hits: &[Hits], collection: &Collection, item: ItemId) -> Vec<Why> {
    let mut whys: Vec<(usize, Why)> = Vec::new();
    let Some(item) = collection.item(item) else { return Vec::new() };
    let mut buffer = String::new();
    each_text(item, |field, text| {
        for word in words(text) {
            let folded = folded(word.text, &mut buffer);
            for (at, (query_word, hits)) in query.iter().zip(hits).enumerate() {
                let Some((tier, _)) = hits.matching(folded) else { continue };
                let why = Why {
                    query_word: query_word.typed.clone(),
                    matched_word: word.text.to_owned(),
                    tier,
                    field,
                };
                if !whys.iter().any(|(_, other)| *other == why) {
                    whys.push((at, why));
                }
            }
        }
    });
    whys.sort_by_key(|(at, why)| (*at, std::cmp::Reverse((why.tier, why.field.weight(item.id().part)))));
    whys.into_iter().map(|(_, why)| why).collect()
}
