//! Finds by word.

mod closeness;
mod corpus;
mod edit;
mod fuzzy;
mod highlight;
mod hits;
mod index;
mod matches;
mod names;
mod postings;
mod query;
mod rank;
mod run;
mod segment;
mod slips;
mod vocabulary;
mod words;

pub use corpus::Field;
pub use highlight::Snippet;
pub use hits::{Reading, Tier};
pub use index::{Builder, Index};
pub use matches::{Match, Matches, Provisional, Why};
pub use query::{Problem, Query, QueryWord, Shape};
pub use run::Depth;
