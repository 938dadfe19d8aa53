//! Finds the matches of a query and sorts them, best first.

mod closeness;
mod key;
mod meant;
mod once;
mod parted;
mod ranking;
mod ready;
mod scope;
mod score;
mod search;
mod sieve;

pub use once::{Change, nearest_to, nearest_while_reading, search_once, search_while_reading};
pub use ranking::Depth;
