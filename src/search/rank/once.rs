//! A search of a collection that is asked only once: its index has only what the query needs.

use super::ranking::Depth;
use crate::data::Meter;
use crate::model::{Collection, Dossier};
use crate::search::index::{Index, Sifter};
use crate::search::query::Query;
use crate::search::results::Matches;
use crate::search::tolerance::{Sought, nearest_words};

/// Changes a dossier as soon as it is read, on the thread that reads it.
pub type Change<'a> = &'a (dyn Fn(&mut Dossier) + Sync);

/// Finds what [`Index::search_to`] finds in an index of the whole collection.
pub fn search_once(collection: &Collection, query: &Query, depth: Depth, meter: &Meter) -> Matches {
    search_in(index_for(collection, Sought::new(collection, query), meter), collection, query, depth)
}

/// Finds the same in what `read` opens, and returns what is left of that: clauses that cannot be found are not kept. It is
/// read again if it has to be looked through for other words too.
pub fn search_while_reading(
    query: &Query,
    depth: Depth,
    read: &mut dyn FnMut(Change<'_>) -> Collection,
    meter: &Meter,
) -> (Collection, Matches) {
    if !query.is_of_words() {
        let collection = read(&|_| ());
        let matches = search_once(&collection, query, depth, meter);
        return (collection, matches);
    }
    let (collection, index) = index_while_reading(Sought::before_reading(query), read, meter);
    let matches = search_in(index, &collection, query, depth);
    (collection, matches)
}

fn search_in(index: Index, collection: &Collection, query: &Query, depth: Depth) -> Matches {
    // Each phrase looks at the texts.
    let index = if query.conditions().len() > 1 { index.keeping_texts() } else { index };
    index.search_to(collection, query, depth)
}

/// The words of a collection nearest to those of a query, for a query without matches: at most this many.
pub fn nearest_to(collection: &Collection, query: &Query, most: usize, meter: &Meter) -> Vec<String> {
    nearest_in(&index_for(collection, Sought::new(collection, query).and_near(), meter), query, most)
}

/// The same in what `read` opens.
pub fn nearest_while_reading(
    query: &Query,
    most: usize,
    read: &mut dyn FnMut(Change<'_>) -> Collection,
    meter: &Meter,
) -> Vec<String> {
    nearest_in(&index_while_reading(Sought::before_reading(query).and_near(), read, meter).1, query, most)
}

fn nearest_in(index: &Index, query: &Query, most: usize) -> Vec<String> {
    let query = query.knowing(&|word| index.is_known(word));
    let folded: Vec<&str> = query.words().iter().map(|word| word.folded.as_str()).collect();
    nearest_words(&index.vocabulary, &folded, most)
}

fn index_for(collection: &Collection, mut sought: Sought, meter: &Meter) -> Index {
    loop {
        let index = Index::holding(collection, &sought, meter);
        if !sought.widen(&index.vocabulary) {
            return index;
        }
    }
}

fn index_while_reading(
    mut sought: Sought,
    read: &mut dyn FnMut(Change<'_>) -> Collection,
    meter: &Meter,
) -> (Collection, Index) {
    loop {
        let sifter = Sifter::new(&sought);
        let collection = read(&|dossier| sifter.sift(dossier));
        let index = Index::holding(&collection, &sought, meter).beside(sifter.left_out());
        let has_names = sought.add_names(&collection);
        if !(sought.widen(&index.vocabulary) || has_names) {
            return (collection, index);
        }
    }
}
