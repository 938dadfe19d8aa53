//! The threads that wait for keys, for signals, and for the terminal to disappear.
//!
//! `unix` and `windows` have the same functions: `listen_to_signals` and `listen_to_terminal`.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
pub(crate) use unix::{listen_to_signals, listen_to_terminal};
#[cfg(windows)]
pub(crate) use windows::{listen_to_signals, listen_to_terminal};
