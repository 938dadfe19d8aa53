//! accords explores agreements between states in a terminal.

pub mod cli;
pub mod data;
pub mod error;
pub mod insight;
pub mod model;
pub mod report;
pub mod search;
pub mod text;
pub mod tui;
