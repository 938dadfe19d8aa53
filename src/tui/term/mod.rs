//! The terminal itself, without a word about agreements: [`terminal`] takes it and gives it back, [`events`] brings
//! keys, signals and news into one queue, [`run`](mod@run) turns that queue into frames.

pub mod browser;
pub mod clipboard;
pub mod events;
mod fault;
mod frame_writer;
mod helper;
mod input;
mod job_control;
pub mod run;
pub mod saver;
pub mod terminal;
