//! Faults on order, so that the tests in a real terminal can see what a fault leaves behind.
//!
//! `ACCORDS_FAULT=panic:draw`, `panic:key` or `panic:worker` makes a debug build panic at the first frame, at the
//! first key, or in a worker thread; `hang:key` makes the user interface hang at the first key. A release build does
//! not contain this.

/// Panics or hangs if that is ordered for this place.
#[cfg(debug_assertions)]
#[expect(clippy::panic, reason = "a panic is what this is for")]
pub(crate) fn strike(place: &'static str) {
    let order = std::env::var("ACCORDS_FAULT").unwrap_or_default();
    let fall = move || panic!("ordered by ACCORDS_FAULT at {place}");
    match order.split_once(':') {
        Some(("panic", "worker")) if place == "worker" => drop(std::thread::spawn(fall)),
        Some(("panic", at)) if at == place => fall(),
        Some(("hang", at)) if at == place => std::thread::sleep(std::time::Duration::from_secs(3_600)),
        _ => {}
    }
}

/// Does nothing in a release build.
#[cfg(not(debug_assertions))]
pub(crate) fn strike(_place: &'static str) {}
