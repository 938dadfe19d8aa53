//! What the program says outside of the explorer: text and data for pipes, files and the clipboard.
//!
//! Everything here is text already safe to show; JSON stays JSON, with its own escapes.

mod citation;
mod columns;
mod coverage;
mod follow_up;
mod item;
mod markdown;
mod outline;
mod overlap;
mod quotation;
mod record;
mod search;

pub use citation::{bibtex, citation};
pub use coverage::{coverage_json, coverage_text};
pub use follow_up::{follow_up_json, follow_up_text};
pub use markdown::markdown;
pub use outline::outline;
pub use overlap::{overlap_json, overlap_text};
pub use quotation::quotation;
pub use record::record;
pub use search::{Found, found, search_json, search_text};
