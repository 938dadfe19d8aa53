//! Work that may take longer than a frame: done by a thread of its own, so that no key waits for it.

use super::wake::Wake;
use crate::data::Problem;
use crate::insight::Coverage;
use crate::insight::compare::{Comparison, Incomparable};
use crate::model::Dossier;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::Builder;

/// What an errand brings back.
pub enum Done {
    /// A comparison, or why there is none.
    Comparison(Result<Comparison, Incomparable>),
    /// What is covered.
    Coverage(Coverage),
    /// The memberships of two states, or what is wrong with their table.
    Pair(Result<Arc<Dossier>, Problem>),
    /// The chart of the focused pane is worked out.
    Chart,
}

/// How work is done.
pub enum Errands {
    /// Before anything else happens: for tests and scripts.
    AtOnce {
        /// What the last errand brought back, until it is taken in.
        done: Option<Done>,
    },
    /// By a thread for each piece of work; results arrive later.
    Later {
        /// Called when a result has arrived.
        wake: Wake,
        /// Where results go.
        results: Sender<Finished>,
        /// The number of the newest errand.
        newest: usize,
    },
}

/// How an errand began.
pub enum Begun {
    /// It is done already, and is taken in next.
    Done,
    /// It will be done later.
    Running,
    /// The system has no thread for it.
    Refused,
}

/// An errand that is done, with its number.
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
    /// Errands that are run on threads, and where their results arrive.
    pub fn later(wake: Wake) -> (Self, Receiver<Finished>) {
        let (results, arrived) = channel();
        (Self::Later { wake, results, newest: 0 }, arrived)
    }

    /// Begins a piece of work; the result of an older one is no longer wanted.
    pub fn begin(&mut self, work: impl FnOnce() -> Done + Send + 'static) -> Begun {
        let (wake, results, newest) = match self {
            Self::AtOnce { done } => {
                *done = Some(work());
                return Begun::Done;
            }
            Self::Later { wake, results, newest } => (wake, results, newest),
        };
        *newest += 1;
        let (number, results, wake) = (*newest, results.clone(), wake.clone());
        let thread = Builder::new().name("errand".to_owned()).spawn(move || {
            // Without a receiver the explorer has ended.
            let _ = results.send(Finished { number, done: work() });
            wake.wake();
        });
        if thread.is_ok() { Begun::Running } else { Begun::Refused }
    }

    /// What an errand brought back, if it is the newest.
    pub fn newest(&self, finished: Finished) -> Option<Done> {
        match self {
            Self::Later { newest, .. } if *newest == finished.number => Some(finished.done),
            _ => None,
        }
    }

    /// What an errand that was done at once has brought back.
    pub fn done_at_once(&mut self) -> Option<Done> {
        match self {
            Self::AtOnce { done } => done.take(),
            Self::Later { .. } => None,
        }
    }
}
