//! Answers the explorer's queries: at once, or on a worker thread that wakes the loop.

use super::wake::Wake;
use crate::model::Collection;
use crate::search::{Answer, Index, Matches, Query, Worker};
use std::io;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, OnceLock};

/// Who asked the newest query.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Asker {
    /// The search line.
    #[default]
    SearchLine,
    /// The palette.
    Palette,
}

/// Answers queries.
pub enum Finder {
    /// At once: for tests and scripts.
    AtOnce(OnceLock<Index>),
    /// On a thread; answers arrive later.
    Later {
        /// The worker with the thread.
        worker: Arc<Worker>,
        /// The generation of the newest query.
        newest: u64,
    },
}

impl Default for Finder {
    fn default() -> Self {
        Self::AtOnce(OnceLock::new())
    }
}

impl Finder {
    /// A finder that answers on a thread: the finder, the worker, and the receiver of its answers.
    ///
    /// # Errors
    /// When a thread cannot be started.
    pub fn later(wake: Wake) -> io::Result<(Self, Arc<Worker>, Receiver<Answer>)> {
        let (sender, answers) = channel();
        let worker = Arc::new(Worker::start(move |answer| {
            // Without a receiver, the explorer has ended.
            let _ = sender.send(answer);
            wake.wake();
        })?);
        Ok((Self::Later { worker: Arc::clone(&worker), newest: 0 }, worker, answers))
    }

    /// Asks a query instead of the last one; returns the matches if they are known at once.
    pub fn ask(&mut self, collection: &Collection, query: Query) -> Option<Matches> {
        match self {
            Self::AtOnce(index) => {
                Some(index.get_or_init(|| Index::build(collection)).search(collection, &query))
            }
            Self::Later { worker, newest } => {
                *newest = worker.ask(query);
                None
            }
        }
    }

    /// Whether an answer is to the newest query.
    pub fn wants(&self, answer: &Answer) -> bool {
        matches!(self, Self::Later { newest, .. } if answer.generation >= *newest)
    }

    /// Drops the index, because the collection has changed.
    pub fn forget(&mut self) {
        if let Self::AtOnce(index) = self {
            *index = OnceLock::new();
        }
    }
}
