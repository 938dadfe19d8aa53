//! Stopping as Ctrl-Z stops a program, and telling one's own stop from other people's.

use std::{
    io,
    sync::atomic::{AtomicBool, Ordering},
};

use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use signal_hook::{consts::SIGTSTP, low_level::emulate_default_handler};

/// Raised while this process sends SIGTSTP to its own group.
static OWN_STOP: AtomicBool = AtomicBool::new(false);
/// Raised from an own stop until the SIGCONT that ends it has been seen.
static OWN_CONTINUE: AtomicBool = AtomicBool::new(false);

/// Who else has to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// The whole job, as the terminal does it for Ctrl-Z. Stopping alone under `cargo run` or a script would leave
    /// the shell waiting for a parent that is still running.
    Job,
    /// This process: the signal was sent to it and to nobody else.
    Process,
}

/// Whether a shell could continue this job after a stop. Run as a terminal's own command (`xterm -e accords`),
/// there is none, and a stopped program would be a dead window.
pub(crate) fn has_shell() -> bool {
    getsid(None).is_ok_and(|session| session != getpgrp())
}

/// Stops; returns when continued.
pub(crate) fn stop(scope: Scope) -> io::Result<()> {
    if scope == Scope::Job {
        OWN_STOP.store(true, Ordering::SeqCst);
        if let Err(error) = kill_current_process_group(Signal::TSTP) {
            OWN_STOP.store(false, Ordering::SeqCst);
            return Err(error.into());
        }
    }
    OWN_CONTINUE.store(true, Ordering::SeqCst);
    emulate_default_handler(SIGTSTP).inspect_err(|_| OWN_CONTINUE.store(false, Ordering::SeqCst))
}

/// Whether a SIGTSTP just received is the one this process sent to its group (asked once for each).
pub(crate) fn take_own_stop() -> bool {
    OWN_STOP.swap(false, Ordering::SeqCst)
}

/// Whether a SIGCONT just received ends an own stop (asked once for each).
pub(crate) fn take_own_continue() -> bool {
    OWN_CONTINUE.swap(false, Ordering::SeqCst)
}
