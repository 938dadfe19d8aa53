//! Where the explorer's queries are answered: at once, or by a worker thread that wakes the loop.

use crate::model::Collection;
use crate::search::{Answer, Index, Matches, Query, Worker};
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
    /// A finder that lets this thread answer.
    pub fn later(worker: Arc<Worker>) -> Self {
        Self::Later { worker, newest: 0 }
    }

    /// Asks a query in place of the one before; gives what is found if that is known at once.
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
