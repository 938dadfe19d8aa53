//! Errands: work that may take longer than a frame, run on a thread of its own so that no key waits for it.

use super::underway::watch;
use super::wake::Wake;
use crate::data::Meter;
use crate::data::Problem;
use crate::explore::overlays::{CoverageTable, FollowUpView, MapView, NetworkView};
use crate::insight::compare::{Comparison, Incomparable};
use crate::insight::trace::ItemTrace;
use crate::model::Dossier;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::Builder;

/// The result of an errand.
pub enum Done {
    /// A comparison, or why there is none.
    Comparison(Result<Comparison, Incomparable>),
    /// The trace of an item; `None` if it has none.
    Trace(Option<Box<ItemTrace>>),
    /// The coverage.
    Coverage(Box<CoverageTable>),
    /// What was done since.
    FollowUp(Box<FollowUpView>),
    /// A map of parties.
    Map(Box<MapView>),
    /// Who signs with whom.
    Network(Box<NetworkView>),
    /// The memberships of two states, or the problem of the table.
    Pair(Result<Arc<Dossier>, Problem>),
    /// The chart of the focused pane is ready.
    Chart,
    /// It is not done yet: what to say of how far it is.
    Underway(String),
}

/// How errands are run.
pub enum Errands {
    /// At once: for tests and scripts.
    AtOnce {
        /// The result of the last errand, until it is taken.
        done: Option<Done>,
    },
    /// Each on its own thread; results arrive later.
    Later {
        /// Called when there is a result.
        wake: Wake,
        /// Where results are sent.
        results: Sender<Finished>,
        /// The number of the newest errand.
        newest: usize,
        /// Whether the newest errand is running.
        running: bool,
    },
}

/// Whether an errand was started.
pub enum Begun {
    /// It is already done; its result is taken next.
    Done,
    /// It is running.
    Running,
    /// No thread could be started.
    Refused,
}

/// The result of an errand, with the errand's number.
pub struct Finished {
    number: usize,
    done: Done,
}

impl Default for Errands {
    fn default() -> Self {
        Self::AtOnce { done: None }
    }
}

impl Errands {
    /// Errands on threads, and the receiver of their results.
    pub fn later(wake: Wake) -> (Self, Receiver<Finished>) {
        let (results, arrived) = channel();
        (Self::Later { wake, results, newest: 0, running: false }, arrived)
    }

    /// Starts an errand. The result of an older one will be ignored.
    pub fn begin(&mut self, notice: &str, work: impl FnOnce(&Meter) -> Done + Send + 'static) -> Begun {
        let (wake, results, newest, running) = match self {
            Self::AtOnce { done } => {
                *done = Some(work(&Meter::default()));
                return Begun::Done;
            }
            Self::Later { wake, results, newest, running } => (wake, results, newest, running),
        };
        *newest += 1;
        let (number, results, wake) = (*newest, results.clone(), wake.clone());
        let (meter, notice) = (Arc::new(Meter::default()), notice.to_owned());
        let send = move |done| {
            let is_heard = results.send(Finished { number, done }).is_ok();
            wake.wake();
            is_heard
        };
        let (watched, tell) = (Arc::downgrade(&meter), send.clone());
        let thread = Builder::new().name("errand".to_owned()).spawn(move || {
            let done = work(&meter);
            drop(meter);
            // Without a receiver, the explorer has ended.
            send(done);
        });
        if thread.is_ok() {
            // Without this thread there is only less to read.
            let _ = Builder::new().name("meter".to_owned()).spawn(move || {
                watch(&watched, |far| tell(Done::Underway(format!("{notice} {far}; esc stops"))));
            });
        }
        *running = thread.is_ok();
        if *running { Begun::Running } else { Begun::Refused }
    }

    /// The result, if it is that of the newest errand.
    pub fn newest(&mut self, finished: Finished) -> Option<Done> {
        match self {
            Self::Later { newest, running, .. } if *newest == finished.number && *running => {
                *running = matches!(finished.done, Done::Underway(_));
                Some(finished.done)
            }
            _ => None,
        }
    }

    /// Ignores the result of the errand that is running; false if none is.
    pub fn cancel(&mut self) -> bool {
        match self {
            Self::Later { newest, running, .. } if *running => {
                (*newest, *running) = (*newest + 1, false);
                true
            }
            _ => false,
        }
    }

    /// The result of an errand that was run at once.
    pub fn done_at_once(&mut self) -> Option<Done> {
        match self {
            Self::AtOnce { done } => done.take(),
            Self::Later { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::underway::PACE;
    use std::thread;

    #[test]
    fn a_long_errand_tells_how_far_it_is_and_one_that_was_stopped_tells_nothing() {
        let (mut errands, results) = Errands::later(Wake::default());
        let begun = errands.begin("Counting…", |meter| {
            meter.begin(4);
            meter.step();
            thread::sleep(PACE * 5 / 2);
            Done::Chart
        });
        assert!(matches!(begun, Begun::Running));
        let first = errands.newest(results.recv().unwrap());
        assert!(matches!(first, Some(Done::Underway(words)) if words.starts_with("Counting… 25 %, about ")));
        while !matches!(errands.newest(results.recv().unwrap()), Some(Done::Chart)) {}
        // Another one, stopped.
        errands.begin("Counting…", |_| {
            thread::sleep(PACE * 3 / 2);
            Done::Chart
        });
        assert!(errands.cancel());
        while let Ok(finished) = results.recv_timeout(PACE * 3) {
            assert!(errands.newest(finished).is_none());
        }
    }
}
