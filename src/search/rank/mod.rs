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

pub use once::{nearest_to, search_once};
pub use ranking::Depth;
