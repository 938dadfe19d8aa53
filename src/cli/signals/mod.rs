//! What signals do while a command runs. The explorer has its own, in [`crate::terminal`]. Where there are no signals, nothing.

#[cfg(unix)]
mod unix;

#[cfg(unix)]
pub(super) use unix::{leave_interrupts_to_child, leave_no_files, report_full_files};

/// Nothing: there are no signals.
#[cfg(not(unix))]
pub(super) fn report_full_files() {}

/// Nothing: there are no signals. What is left unfinished has the name of a temporary file.
#[cfg(not(unix))]
pub(super) fn leave_no_files() {}

/// Nothing: a console tells every program of Ctrl-C.
#[cfg(not(unix))]
pub(super) fn leave_interrupts_to_child() {}
