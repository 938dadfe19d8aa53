//! Injected faults, so that tests in a real terminal can see what a fault leaves behind.
//!
//! `ACCORDS_FAULT=panic:draw`, `panic:key` or `panic:worker` makes a debug build panic at the first frame, at the
//! first key, or in a worker thread; `hang:key` makes the user interface hang at the first key. Release builds do not
//! contain this.

/// Panics or hangs if ACCORDS_FAULT says so for this place.
#[cfg(debug_assertions)]
#[expect(clippy::panic, reason = "a panic is what this is for")]
pub(crate) fn inject(place: &'static str) {
    let fault = std::env::var("ACCORDS_FAULT").unwrap_or_default();
    let fail = move || panic!("ordered by ACCORDS_FAULT at {place}");
    match fault.split_once(':') {
        Some(("panic", "worker")) if place == "worker" => drop(std::thread::spawn(fail)),
        Some(("panic", at)) if at == place => fail(),
        Some(("hang", at)) if at == place => std::thread::sleep(std::time::Duration::from_secs(3_600)),
        _ => {}
    }
}

/// Does nothing in a release build.
#[cfg(not(debug_assertions))]
pub(crate) fn inject(_place: &'static str) {}
