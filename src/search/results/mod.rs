//! What a search found, and how it is shown.

mod highlight;
mod matches;
mod snippet;
mod why;

pub(super) use matches::SegmentMatches;
pub use matches::{Match, Matches, Provisional};
pub use snippet::Snippet;
pub use why::Why;
