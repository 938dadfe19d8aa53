//! Whether the terminal is in our modes: raw, alternate screen and so on.

use std::sync::atomic::{AtomicBool, Ordering};

/// Whoever clears this undoes the modes, so they are undone once.
static OURS: AtomicBool = AtomicBool::new(false);

pub(crate) fn are_ours() -> bool {
    OURS.load(Ordering::SeqCst)
}

pub(crate) fn claim() {
    OURS.store(true, Ordering::SeqCst);
}

/// Ends the claim; true if there was one.
pub(crate) fn release() -> bool {
    OURS.swap(false, Ordering::SeqCst)
}
