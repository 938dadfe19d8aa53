//! What an index is made of: everything, or only what one query needs.

use crate::search::query::Filter;

/// Which words and tags an index has. Whatever it leaves out, it has all items.
pub(crate) trait Wanted: Sync {
    /// Whether it has a word, given as written and folded.
    fn word(&self, written: &str, folded: &str) -> bool;

    /// Whether it has the items that belong to what this filter names.
    fn filter(&self, filter: Filter) -> bool;
}

/// Everything, so that any query can be answered.
pub(super) struct Everything;

impl Wanted for Everything {
    fn word(&self, _: &str, _: &str) -> bool {
        true
    }

    fn filter(&self, _: Filter) -> bool {
        true
    }
}
