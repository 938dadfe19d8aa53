//! What a search found, and what of it to show.

mod highlight;
mod matches;
mod snippet;
mod why;

pub(super) use matches::SegmentMatches;
pub use matches::{Match, Matches, Provisional};
pub use snippet::Snippet;
pub use why::Why;
