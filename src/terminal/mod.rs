//! The terminal: [`guard`] takes it over and restores it, `events` brings keys, signals and results into one queue,
//! [`run`](mod@run) turns that queue into frames of the [`Explorer`].

mod background;
pub mod browser;
pub mod clipboard;
pub mod editor;
mod events;
mod explorer;
mod fault;
mod frame_writer;
pub mod guard;
mod helper;
mod input;
mod job_control;
mod keeper;
mod keys;
mod log;
mod modes;
mod mouse;
pub mod run;
mod saver;
mod sequences;

pub use background::Rgb;
pub use explorer::{Background, Explorer, Setup};
pub use keys::typed_in;
pub use log::Log;
/// The size of the terminal, in columns and rows.
pub use ratatui::crossterm::terminal::size;
