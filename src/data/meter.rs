//! How far a long work is.

use crate::text::thousands;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// The share of a work from which its pace says how long the rest takes.
const CLEAR: f64 = 0.05;

/// Counts the steps of a work that several threads do, for whoever waits for it.
#[derive(Debug)]
pub struct Meter {
    all: AtomicUsize,
    done: AtomicUsize,
    made: Instant,
    /// When the counted work began, in milliseconds since the meter was made.
    begun: AtomicU64,
}

impl Default for Meter {
    fn default() -> Self {
        let (all, done, begun) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicU64::new(0));
        Self { all, done, made: Instant::now(), begun }
    }
}

impl Meter {
    /// Begins a work of this many steps.
    pub fn begin(&self, steps: usize) {
        let now = u64::try_from(self.made.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.begun.store(now, Ordering::Relaxed);
        self.done.store(0, Ordering::Relaxed);
        self.all.store(steps, Ordering::Relaxed);
    }

    /// A step is done.
    pub fn step(&self) {
        self.steps(1);
    }

    /// This many steps are done.
    pub fn steps(&self, steps: usize) {
        self.done.fetch_add(steps, Ordering::Relaxed);
    }

    /// The share that is done, from 0 to 1; `None` if the work does not say how many steps it has.
    pub fn share(&self) -> Option<f64> {
        let (all, done) = (self.all.load(Ordering::Relaxed), self.done.load(Ordering::Relaxed));
        (all > 0).then(|| (done as f64 / all as f64).min(1.0))
    }

    /// What is said of a work that has run for some time: `25 %, about 6 s left` once that can be said, else the time that
    /// it has taken.
    pub fn words(&self) -> String {
        let elapsed = self.made.elapsed();
        let counted = elapsed.saturating_sub(Duration::from_millis(self.begun.load(Ordering::Relaxed)));
        words(self.share(), counted, elapsed)
    }
}

/// The words for a share of the steps that took `counted`, of a work that has run for `elapsed`.
fn words(share: Option<f64>, counted: Duration, elapsed: Duration) -> String {
    let seconds = |time: Duration| thousands(time.as_secs_f64().ceil() as usize);
    match share.filter(|share| (CLEAR..1.0).contains(share)) {
        Some(share) => {
            let left = counted.mul_f64((1.0 - share) / share);
            format!("{} %, about {} s left", (share * 100.0) as usize, seconds(left))
        }
        None => format!("{} s so far", seconds(elapsed)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_left_is_told_once_it_is_clear() {
        let (two, five) = (Duration::from_secs(2), Duration::from_secs(5));
        for (share, said) in [
            (None, "5 s so far"),
            (Some(0.01), "5 s so far"),
            (Some(0.25), "25 %, about 6 s left"),
            (Some(1.0), "5 s so far"),
        ] {
            assert_eq!(words(share, two, five), said);
        }
    }

    #[test]
    fn steps_are_counted_from_the_last_beginning() {
        let meter = Meter::default();
        assert_eq!(meter.share(), None);
        meter.begin(4);
        meter.step();
        assert_eq!(meter.share(), Some(0.25));
        meter.begin(2);
        assert_eq!(meter.share(), Some(0.0));
    }
}
