//! A search of a collection that is asked only once: its index has only what the query needs.

use super::ranking::Depth;
use crate::model::Collection;
use crate::search::index::Index;
use crate::search::query::Query;
use crate::search::results::Matches;
use crate::search::tolerance::{Sought, nearest_words};

/// Finds what [`Index::search_to`] finds in an index of the whole collection.
pub fn search_once(collection: &Collection, query: &Query, depth: Depth) -> Matches {
    index_for(collection, Sought::new(collection, query)).search_to(collection, query, depth)
}

/// The words of a collection nearest to those of a query, for a query without matches: at most so many.
pub fn nearest_to(collection: &Collection, query: &Query, most: usize) -> Vec<String> {
    let index = index_for(collection, Sought::near(collection, query));
    let query = query.knowing(&|word| index.is_known(word));
    let folded: Vec<&str> = query.words().iter().map(|word| word.folded.as_str()).collect();
    nearest_words(&index.vocabulary, &folded, most)
}

fn index_for(collection: &Collection, mut sought: Sought) -> Index {
    loop {
        let index = Index::holding(collection, &sought);
        if !sought.widen(&index.vocabulary) {
            return index;
        }
    }
}
