//! Stopping as on Ctrl-Z, and telling the end of our own stops from that of stops by others.

use std::{
    io,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use signal_hook::{consts::SIGTSTP, low_level::emulate_default_handler};

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
