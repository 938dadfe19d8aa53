//! The terminal: [`guard`] takes it over and restores it, `events` brings keys, signals and results into one queue,
//! [`run`](mod@run) turns that queue into frames of the [`Explorer`]. What systems do differently is in files called `unix` and
//! `windows`, side by side in `input`, `job_control` and `system`.

mod background;
pub mod browser;
pub mod clipboard;
mod delivery;
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
mod scope;
mod sequences;
mod system;

pub use background::Rgb;
pub use explorer::{Background, Explorer, Setup};
pub(crate) use helper::sharing;
pub use keys::typed_in;
pub use log::Log;
/// The size of the terminal, in columns and rows.
pub use ratatui::crossterm::terminal::size;
