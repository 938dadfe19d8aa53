//! Where the explorer's queries are answered: at once, or by a worker thread that wakes the loop.

use super::wake::Wake;
use crate::model::Collection;
use crate::search::{Answer, Index, Matches, Query, Worker};
use std::io;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, OnceLock};

/// Answers queries.
pub enum Finder {
    /// When asked, before anything else happens: for tests and scripts.
    AtOnce(OnceLock<Index>),
    /// By a thread; the answers arrive later.
    Later {
        /// The thread.
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
    /// A finder whose queries a thread answers: itself, the thread, and where the answers arrive.
    ///
    /// # Errors
    /// When the system has no thread to spare.
    pub fn later(wake: Wake) -> io::Result<(Self, Arc<Worker>, Receiver<Answer>)> {
        let (sender, answers) = channel();
        let worker = Arc::new(Worker::start(move |answer| {
            // Without a receiver the explorer has ended; nobody needs the answer.
            let _ = sender.send(answer);
            wake.wake();
        })?);
        Ok((Self::Later { worker: Arc::clone(&worker), newest: 0 }, worker, answers))
    }

    /// Asks a query in place of the one before; returns the matches if they are known at once.
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

    /// Takes note that the collection has changed.
    pub fn forget(&mut self) {
        if let Self::AtOnce(index) = self {
            *index = OnceLock::new();
        }
    }
}
