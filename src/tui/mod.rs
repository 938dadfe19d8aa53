//! The explorer in a terminal.
//!
//! A key becomes a name and, by the mode, an action of the one table ([`table`], [`keymap`]); [`update`] turns it
//! into a new [`state`] and effects; [`draw()`] draws the state, and only that. [`term`] is the terminal below.

pub mod action;
pub mod canvas;
mod chronology;
mod compare;
mod copy;
mod errands;
mod explorer;
mod export;
pub mod finder;
mod footer;
mod glyphs;
mod header;
mod input_line;
mod intake;
pub mod keymap;
pub mod layout;
mod list;
mod matrix;
mod overlays;
mod overview;
mod pane;
mod panes;
mod pictures;
mod rows;
mod screen;
pub mod state;
pub mod table;
pub mod term;
pub mod theme;
pub mod update;

pub use explorer::Explorer;
pub use intake::{Arrival, Intake};
pub use overlays::disputes;
pub use overview::Overview;
pub use rows::{Row, Scope};
pub use screen::draw;
