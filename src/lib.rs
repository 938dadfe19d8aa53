//! accords explores agreements between states in a terminal.

pub mod data;
pub mod insight;
pub mod model;
pub mod search;
pub mod text;
pub mod tui;
