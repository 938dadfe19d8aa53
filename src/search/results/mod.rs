//! What a search found, and what of it to show.

mod highlight;
mod matches;
mod segment;
mod snippet;
mod why;

pub use matches::{Match, Matches, Provisional};
pub(super) use segment::{Keep, MetBy, SegmentMatches};
pub use snippet::Snippet;
pub use why::Why;
