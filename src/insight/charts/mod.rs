//! What the charts show, worked out once for a list of items: numbers and places, no cells of a screen.

mod chronology;
mod cover;
mod groups;
mod heat;
mod matrix;
mod shades;
mod span;

pub use chronology::{Chronology, Track};
pub use cover::{Cover, Years};
pub use groups::{Group, Groups, shared};
pub use heat::{Facts, Heat};
pub use matrix::{Column, Line, Matrix};
pub use shades::{STEPS, Shades};
pub use span::Span;
