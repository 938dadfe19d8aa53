//! Finds the matches of a query and sorts them, best first.

mod closeness;
mod key;
mod meant;
mod parted;
mod ranking;
mod ready;
mod scope;
mod score;
mod search;
mod sieve;

pub use ranking::Depth;
