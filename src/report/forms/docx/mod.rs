//! Word documents (Office Open XML, ECMA-376): a minimal writer of what reports need, with real headings, bookmarks, links,
//! tables and tracked changes. The same report gives the same bytes, and parts are written as they come, so that a large one
//! needs no memory.

mod file;
mod paragraph;
pub(super) mod sheet;
mod table;

pub(in crate::report) use file::{About, Docx, Made, Shape};
pub(in crate::report) use paragraph::{Change, Paragraph, Style};
