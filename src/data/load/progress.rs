//! How far the reading is, and how much is left.

use crate::text::{count, thousands};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Before this much time has passed, its pace says nothing.
const WARM_UP: Duration = Duration::from_millis(50);

/// How far the reading is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Files read or refused.
    pub files: usize,
    /// All files; 0 until the folders have been searched.
    pub all_files: usize,
    /// Bytes of the files read.
    pub bytes: u64,
    /// Bytes of all files.
    pub all_bytes: u64,
    /// Clauses so far.
    pub clauses: usize,
    /// About how long the rest will take; `None` while there is too little to tell from.
    pub left: Option<Duration>,
    /// Whether this is the end.
    pub is_done: bool,
}

impl Progress {
    /// What it says, from the most words to the fewest: `120 of 450 files · 12,400 of about 41,000 clauses · 2 s left`, as
    /// far as it is known.
    pub fn words(&self) -> [String; 3] {
        let files = match self.all_files {
            0 => "looking for files".to_owned(),
            all => format!("{} of {}", thousands(self.files), count(all, "file", "files")),
        };
        let clauses = match self.clauses {
            0 => String::new(),
            so_far => format!(" · {} of about {} clauses", thousands(so_far), thousands(self.about(so_far))),
        };
        let seconds = |left: Duration| format!(" · {} s left", thousands(left.as_secs_f64().ceil() as usize));
        let left = self.left.map(seconds).unwrap_or_default();
        [format!("{files}{clauses}{left}"), format!("{files}{left}"), files]
    }

    /// Extrapolates the final count of something counted so far, rounded to two significant digits.
    pub fn about(&self, so_far: usize) -> usize {
        let grown = so_far as f64 * (self.all_bytes as f64 / self.bytes.max(1) as f64).max(1.0);
        let unit = 10f64.powf((grown.max(1.0).log10() - 1.0).floor().max(0.0));
        ((grown / unit).round() * unit) as usize
    }

    /// The same with the time left at the pace so far.
    pub(super) fn after(self, elapsed: Duration) -> Self {
        let share = self.bytes as f64 / self.all_bytes as f64;
        let left = elapsed.mul_f64((1.0 - share).max(0.0) / share.max(1e-9));
        Self { left: (self.bytes > 0 && elapsed > WARM_UP).then_some(left), ..self }
    }
}

/// Where a reading leaves how far it is, for whoever waits for it on another thread.
#[derive(Clone, Debug, Default)]
pub struct Gauge(Arc<Mutex<Progress>>);

impl Gauge {
    /// How far the reading is.
    pub fn read(&self) -> Progress {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn set(&self, progress: Progress) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = progress;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_left_follows_the_pace() {
        let progress = Progress { bytes: 25, all_bytes: 100, ..Progress::default() };
        assert_eq!(progress.after(Duration::from_secs(1)).left, Some(Duration::from_secs(3)));
        assert_eq!(Progress::default().after(Duration::from_secs(1)).left, None);
    }
}
