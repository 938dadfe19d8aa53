//! Explains why an item was found.

use super::highlight::{Wishes, ranges};
use crate::model::{Collection, ItemId};
use crate::search::index::{Field, each_text};
use crate::search::query::QueryWord;
use crate::search::tolerance::{Hits, Tier};
use crate::search::words::{folded, folded_joined, words};
use crate::text::Joins;

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
pub(super) fn why(
    query: &[QueryWord],
    hits: &[Hits],
    parted: &[(usize, Vec<Hits>)],
    collection: &Collection,
    item: ItemId,
) -> Vec<Why> {
    let mut whys: Vec<(usize, Why)> = Vec::new();
    let Some(item) = collection.item(item) else { return Vec::new() };
    let mut buffer = String::new();
    let mut explain = |field: Field, printed: &str, folded: &str| {
        for (at, (query_word, hits)) in query.iter().zip(hits).enumerate() {
            let Some((tier, _)) = hits.matching(folded) else { continue };
            let query_word = query_word.typed.clone();
            let why = Why { query_word, matched_word: printed.to_owned(), tier, field };
            if !whys.iter().any(|(_, other)| *other == why) {
                whys.push((at, why));
            }
        }
    };
    each_text(item, |field, text| {
        let mut joins = Joins::default();
        for word in words(text) {
            explain(field, word.text, folded(word.text, &mut buffer));
            for start in joins.next(text, &word.range) {
                let printed = text.get(*start..word.range.end).unwrap_or_default();
                explain(field, printed, folded_joined(printed, &mut buffer));
            }
        }
    });
    for (at, row) in parted {
        let Some(word) = query.get(*at).filter(|_| !whys.iter().any(|(other, _)| other == at)) else {
            continue;
        };
        let row = Wishes::new(std::iter::empty(), std::iter::once(row));
        each_text(item, |field, text| {
            whys.extend(ranges(&row, text).into_iter().map(|range| {
                let (query_word, matched_word) =
                    (word.typed.clone(), text.get(range).unwrap_or_default().to_owned());
                (*at, Why { query_word, matched_word, tier: Tier::Name, field })
            }));
        });
    }
    whys.sort_by_key(|(at, why)| (*at, std::cmp::Reverse((why.tier, why.field.weight(item.id().part)))));
    whys.into_iter().map(|(_, why)| why).collect()
}
