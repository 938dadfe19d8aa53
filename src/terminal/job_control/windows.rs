//! Nothing stops: there are no jobs.

use crate::terminal::scope::Scope;
use std::io;

/// Whether a shell could continue this job after a stop.
pub(crate) fn has_shell() -> bool {
    false
}

/// Nothing. See [`has_shell`], without which nobody asks.
pub(crate) fn stop(_scope: Scope) -> io::Result<()> {
    Ok(())
}
