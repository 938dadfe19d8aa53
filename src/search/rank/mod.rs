//! From a query to its matches, best first.

mod closeness;
mod key;
mod run;
mod score;
mod sieve;

pub use run::Depth;
