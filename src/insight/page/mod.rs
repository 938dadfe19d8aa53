//! What there is to read about one item, in order: title, where from, text, and sections of facts and links.
//!
//! A page says what is shown, not how: the reader draws it, a report prints it.

mod citations;
mod contents;
mod kinds;
mod writer;

pub use citations::Citations;
pub use contents::{CitedSource, ClaimSide, Claims, Fact, Page, Phrase, Quote, Section};
pub use kinds::{page, page_in};
