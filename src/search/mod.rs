//! Finds items by word.
//!
//! The folded words of the collection form a vocabulary, each with lists of the items that hold it. A query word is
//! matched against the vocabulary (exactly, by its stem, as a prefix, inside a word, or with a typo), and the words it stands for
//! are looked up in the lists: so a key costs what the words cost, not what the texts cost.
//!
//! ```text
//! query       text ──► Query (words, conditions, problems)
//! index       Collection ──► Vocabulary + Segments (who holds which word)
//! tolerance   query words + Vocabulary ──► Hits (words of the vocabulary)
//! rank        Hits + Segments ──► keys ──► the best items, by their texts where they tie; once: without a whole index
//! results     Matches (items and scores, no text); highlights, snippets and reasons when asked
//! worker      the same on a thread of its own: Query ──► Answer
//! ```
//!
//! Each group uses only those above it; `rank` also fills in the `Matches` of `results`. `words` cuts texts for all, and `stem` says
//! which words are forms of one.

mod index;
mod numerals;
mod query;
mod rank;
mod results;
mod stem;
mod tolerance;
mod words;
mod worker;

pub use index::{Builder, Field, Index};
pub use query::{
    ANSWERS, Cause, Completion, LANGUAGE, Query, QueryProblem, QueryWord, SavedSearches, Shape, WrittenOut,
    complete, complete_name, unknown_name,
};
pub use rank::{Change, Depth, nearest_to, nearest_while_reading, search_once, search_while_reading};
pub use results::{Match, Matches, Provisional, Snippet, Why};
pub use tolerance::{Correction, Tier};
pub use worker::{Answer, Worker};
