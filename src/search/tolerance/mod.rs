//! Which words of the collection answer a word of the query: itself, its forms, its spellings, its typos.

mod describe;
mod fuzzy;
mod hits;
mod typos;

pub use hits::{Correction, Tier};
pub(super) use hits::{Hits, first_letter};
pub(super) use typos::nearest_words;
