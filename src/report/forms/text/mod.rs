//! Reports for people: aligned columns, wrapped lines, pages.

pub mod columns;
pub mod lines;
pub mod page;
mod table;
pub(in crate::report) mod table_of_text;
mod writer;

pub use table::write;
pub use writer::{TextLook, TextWriter};
