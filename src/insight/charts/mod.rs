//! What the charts show, worked out once for a list of items: numbers and places, no cells of a screen.

mod atlas;
mod chronology;
mod cover;
mod done;
mod groups;
mod heat;
mod matrix;
mod network;
mod shades;
mod span;

pub use atlas::{Atlas, Shows, Site};
pub use chronology::{Chronology, Track};
pub use cover::{Cover, Years};
pub use done::{Done, DoneClause, DoneLine};
pub use groups::{Group, Groups, shared};
pub use heat::{Facts, Heat};
pub use matrix::{Column, Line, Matrix};
pub use network::Network;
pub use shades::{STEPS, Shades};
pub use span::Span;
