//! The terminal: [`guard`] takes it over and restores it, [`events`] brings keys, signals and results into one queue,
//! [`run`](mod@run) turns that queue into frames of the [`Explorer`].

pub mod browser;
pub mod clipboard;
pub mod events;
mod explorer;
mod fault;
mod frame_writer;
pub mod guard;
mod helper;
mod input;
mod job_control;
mod keys;
mod modes;
mod mouse;
pub mod run;
mod saver;
mod sequences;

pub use explorer::{Background, Explorer};
/// The size of the terminal, in columns and rows.
pub use ratatui::crossterm::terminal::size;
