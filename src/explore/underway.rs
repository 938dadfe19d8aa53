//! What is said of a work on another thread until it ends.

use crate::data::Meter;
use std::sync::Weak;
use std::thread;
use std::time::Duration;

/// How often it is said how far a work is, and before which time it is not.
pub const PACE: Duration = Duration::from_millis(500);

/// Says how far a work is, in words, until its meter is gone or nobody listens (`tell` returns false).
pub fn watch(meter: &Weak<Meter>, tell: impl Fn(String) -> bool) {
    loop {
        thread::sleep(PACE);
        let Some(meter) = meter.upgrade() else { return };
        if !tell(meter.words()) {
            return;
        }
    }
}
