//! What there is to read about one item, in order: title, where from, text, and sections of facts and links.
//!
//! A page says what is shown, not how: the reader draws it, a report prints it.

mod contents;
mod kinds;
mod writer;

pub use contents::{ClaimSide, Line, Page, Quote, Row, Section};
pub use kinds::page;
