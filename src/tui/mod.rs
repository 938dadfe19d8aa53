//! The explorer in a terminal.
//!
//! The lower half of this module knows nothing of agreements: [`terminal`] takes the terminal and gives it back,
//! [`events`] brings keys, signals and news into one queue, [`run`](mod@run) turns that queue into frames.

pub mod browser;
pub mod clipboard;
pub mod events;
mod fault;
mod frame_writer;
mod helper;
mod input;
mod job_control;
pub mod run;
pub mod terminal;
