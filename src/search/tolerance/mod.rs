//! Which words of the collection answer a word of the query: itself, its forms, its spellings, its typos.

mod describe;
mod fuzzy;
mod hits;
mod slips;

pub(super) use hits::{Hits, first_letter};
pub use hits::{Reading, Tier};
pub(super) use slips::nearest_words;
