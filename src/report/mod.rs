//! What the program says outside of the explorer: text and data for pipes, files and the clipboard.
//!
//! Everything here is text already safe to show; JSON stays JSON, with its own escapes.

mod akoma_ntoso;
mod citation;
mod markdown;
mod outline;
mod quotation;
mod record;
mod search;

pub use akoma_ntoso::akoma_ntoso;
pub use citation::{bibtex, citation};
pub use markdown::markdown;
pub use outline::outline;
pub use quotation::quotation;
pub use record::record;
pub use search::{Found, found, search_json, search_text};
