//! Stopping as on Ctrl-Z, and telling our own stops from those sent by others.

use std::{
    io,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use signal_hook::{consts::SIGTSTP, low_level::emulate_default_handler};

/// Set while this process sends SIGTSTP to its own group.
static OWN_STOP: AtomicBool = AtomicBool::new(false);
/// Set from our own stop until the SIGCONT that ends it is received.
static OWN_CONTINUE: AtomicBool = AtomicBool::new(false);

/// Held by who may read the terminal: the reader of keys, or the program that it is lent to.
static READING: Mutex<()> = Mutex::new(());
/// Set while the terminal is lent to another program.
static LENT: AtomicBool = AtomicBool::new(false);

/// Keeps others from reading the terminal.
pub(crate) fn reading() -> MutexGuard<'static, ()> {
    READING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs `work` while nothing else reads the terminal, and while signals of the keyboard are meant for another program.
pub(crate) fn lend<T>(work: impl FnOnce() -> T) -> T {
    let turn = reading();
    LENT.store(true, Ordering::SeqCst);
    let done = work();
    LENT.store(false, Ordering::SeqCst);
    drop(turn);
    done
}

/// Whether the terminal is lent to another program.
pub(crate) fn is_lent() -> bool {
    LENT.load(Ordering::SeqCst)
}

/// What is stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// The whole job, as the terminal does on Ctrl-Z. Under `cargo run` or a script, stopping only ourselves would leave
    /// the shell waiting for a parent that is still running.
    Job,
    /// This process: the signal was sent to it alone.
    Process,
}

/// Whether a shell could continue this job after a stop. If we are the terminal's own command (`xterm -e accords`), there
/// is none, and stopping would leave a dead window.
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

/// Whether the SIGTSTP just received is the one this process sent to its group. Call once for each.
pub(crate) fn take_own_stop() -> bool {
    OWN_STOP.swap(false, Ordering::SeqCst)
}

/// Whether the SIGCONT just received ends our own stop. Call once for each.
pub(crate) fn take_own_continue() -> bool {
    OWN_CONTINUE.swap(false, Ordering::SeqCst)
}
