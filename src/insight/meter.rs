//! How far a long work is.

use std::sync::atomic::{AtomicUsize, Ordering};

/// Counts the steps of a work that several threads do, for whoever waits for it.
#[derive(Debug, Default)]
pub struct Meter {
    all: AtomicUsize,
    done: AtomicUsize,
}

impl Meter {
    /// Begins a work of this many steps.
    pub fn begin(&self, steps: usize) {
        self.done.store(0, Ordering::Relaxed);
        self.all.store(steps, Ordering::Relaxed);
    }

    /// A step is done.
    pub fn step(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    /// The share that is done, from 0 to 1; `None` if the work does not say how many steps it has.
    pub fn share(&self) -> Option<f64> {
        let (all, done) = (self.all.load(Ordering::Relaxed), self.done.load(Ordering::Relaxed));
        (all > 0).then(|| (done as f64 / all as f64).min(1.0))
    }
}
