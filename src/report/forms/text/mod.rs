//! Reports for people: aligned columns, wrapped lines, pages.

pub mod columns;
pub mod lines;
pub mod page;
mod table;

pub use lines::TextLook;
pub use table::write;
