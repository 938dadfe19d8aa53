//! Documents as people have them, in which nothing but the print says where an article begins.
//!
//! A reader of [`formats`](super::formats) makes a [`Document`] of a file, whatever the format; what follows from the
//! text alone is the same for all of them.

mod document;

pub use document::{Document, Kind, Line, Piece, Role};
