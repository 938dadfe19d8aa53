//! Faults on order, so that the tests in a real terminal can see what a panic leaves behind.
//!
//! `ACCORDS_FAULT=panic:draw`, `panic:key` or `panic:worker` makes a debug build panic at the first frame, at the
//! first key, or in a worker thread. A release build does not contain this.

/// Panics if this place is the ordered one.
#[cfg(debug_assertions)]
#[expect(clippy::panic, reason = "a panic is what this is for")]
pub(crate) fn strike(place: &'static str) {
    let ordered =
        std::env::var("ACCORDS_FAULT").is_ok_and(|fault| fault.strip_prefix("panic:") == Some(place));
    let fall = move || panic!("ordered by ACCORDS_FAULT at {place}");
    match (ordered, place) {
        (false, _) => {}
        (true, "worker") => drop(std::thread::spawn(fall)),
        (true, _) => fall(),
    }
}

/// Does nothing in a release build.
#[cfg(not(debug_assertions))]
pub(crate) fn strike(_place: &'static str) {}
