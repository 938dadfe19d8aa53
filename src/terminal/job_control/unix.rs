//! Stops by signals.

use crate::terminal::scope::Scope;
use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use signal_hook::{consts::SIGTSTP, low_level::emulate_default_handler};
use std::{
    io,
    sync::atomic::{AtomicBool, Ordering},
};

/// Set from our own stop until the SIGCONT that ends it is received.
static OWN_CONTINUE: AtomicBool = AtomicBool::new(false);

/// Whether a shell could continue this job after a stop. If we are the terminal's own command (`xterm -e accords`), there
/// is none, and stopping would leave a dead window.
pub(crate) fn has_shell() -> bool {
    getsid(None).is_ok_and(|session| session != getpgrp())
}

/// Stops; returns when continued.
///
/// A job is stopped as a whole, by SIGSTOP. With SIGTSTP, which this process handles, the others would stop first, and a
/// shell that continues the job at once would do so before this process stops, which then stays stopped.
pub(crate) fn stop(scope: Scope) -> io::Result<()> {
    OWN_CONTINUE.store(true, Ordering::SeqCst);
    let stopped = match scope {
        Scope::Job => kill_current_process_group(Signal::STOP).map_err(io::Error::from),
        Scope::Process => emulate_default_handler(SIGTSTP),
    };
    stopped.inspect_err(|_| OWN_CONTINUE.store(false, Ordering::SeqCst))
}

/// Whether the SIGCONT just received ends our own stop. Call once for each.
pub(crate) fn take_own_continue() -> bool {
    OWN_CONTINUE.swap(false, Ordering::SeqCst)
}
