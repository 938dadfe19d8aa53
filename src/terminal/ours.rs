//! Whether the terminal is in our modes at this moment.

use std::sync::atomic::{AtomicBool, Ordering};

/// Whoever lowers this undoes the modes, so they are undone once.
static OURS: AtomicBool = AtomicBool::new(false);

/// Whether it is.
pub(crate) fn is_ours() -> bool {
    OURS.load(Ordering::SeqCst)
}

/// From now on it is.
pub(crate) fn take() {
    OURS.store(true, Ordering::SeqCst);
}

/// From now on it is not; whether it was.
pub(crate) fn give_back() -> bool {
    OURS.swap(false, Ordering::SeqCst)
}
