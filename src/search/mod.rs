//! Finds by word.
//!
//! The folded words of the collection form a vocabulary, each with lists of the items that hold it. A query word is
//! matched against the vocabulary, exactly, as a beginning, inside a word or with a slip, and what it stands for is
//! looked up in the lists: so a key costs what the words cost, not what the texts cost, and what matches means
//! something.
//!
//! ```text
//! Collection ─corpus─► texts ─words, fold─► Draft ─index─► Vocabulary + Segments (postings)
//! text ─query─► Query ─hits, slips─► words of the vocabulary ─rank─► keys ─run, closeness─► Matches ─highlight─► ranges
//! ```

mod closeness;
mod complete;
mod condition;
mod corpus;
mod draft;
mod edit;
mod fields;
mod fuzzy;
mod highlight;
mod hits;
mod index;
mod lexer;
mod matches;
mod names;
mod postings;
mod query;
mod rank;
mod run;
mod score;
mod segment;
mod slips;
mod snippet;
mod tags;
mod vocabulary;
mod words;
mod worker;

pub use complete::{Completion, complete};
pub use corpus::Field;
pub use hits::{Reading, Tier};
pub use index::{Builder, Index};
pub use matches::{Match, Matches, Provisional, Why};
pub use query::{LANGUAGE, Problem, Query, QueryWord, Shape};
pub use run::Depth;
pub use snippet::Snippet;
pub use worker::{Answer, Worker};
