//! Stopping as on Ctrl-Z, and telling the end of our own stops from that of stops by others.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
pub(crate) use unix::{has_shell, stop, take_own_continue};
#[cfg(windows)]
pub(crate) use windows::{has_shell, stop};

use std::sync::{
    Mutex, MutexGuard, PoisonError,
    atomic::{AtomicBool, Ordering},
};

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
#[cfg(unix)]
pub(crate) fn is_lent() -> bool {
    LENT.load(Ordering::SeqCst)
}
