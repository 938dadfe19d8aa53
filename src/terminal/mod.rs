//! The terminal: [`terminal`] takes it and gives it back, [`events`] brings keys, signals and news into one queue,
//! [`run`](mod@run) turns that queue into frames of the [`Explorer`].

pub mod browser;
pub mod clipboard;
pub mod events;
mod explorer;
mod fault;
mod frame_writer;
mod helper;
mod input;
mod job_control;
mod keys;
mod ours;
pub mod run;
mod saver;
pub mod terminal;

pub use explorer::{Background, Explorer};
pub use keys::chord;
/// The size of the terminal, in columns and rows.
pub use ratatui::crossterm::terminal::size;
