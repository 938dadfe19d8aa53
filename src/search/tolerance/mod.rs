//! The words of the collection that match a word of the query: itself, its forms, other spellings, corrected typos.

mod describe;
mod fuzzy;
mod hits;
mod reach;
mod sought;
mod typos;

pub use hits::Correction;
pub(super) use hits::Hits;
pub use reach::Tier;
pub(super) use reach::first_letter;
pub(super) use sought::Sought;
pub(super) use typos::nearest_words;
