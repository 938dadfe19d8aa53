//! Where the explorer's queries are answered: at once, or by a worker thread that wakes the loop.

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
        /// Its answers.
        answers: Receiver<Answer>,
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
    /// A finder with a thread of its own that indexes this collection first; `wake` is called when there is an answer.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn later(collection: Arc<Collection>, wake: impl Fn() + Send + 'static) -> io::Result<Self> {
        let (sender, answers) = channel();
        let worker = Arc::new(Worker::start(move |answer| {
            // Without a receiver the explorer has ended; nobody needs the answer.
            let _ = sender.send(answer);
            wake();
        })?);
        let of_index = Arc::clone(&worker);
        std::thread::Builder::new().name("index".to_owned()).spawn(move || {
            let index = Index::build(&collection);
            of_index.open(collection, index);
        })?;
        Ok(Self::Later { worker, answers, newest: 0 })
    }

    /// Asks a query in place of the one before; gives what is found if that is known at once.
    pub fn ask(&mut self, collection: &Collection, query: Query) -> Option<Matches> {
        match self {
            Self::AtOnce(index) => {
                Some(index.get_or_init(|| Index::build(collection)).search(collection, &query))
            }
            Self::Later { worker, newest, .. } => {
                *newest = worker.ask(query);
                None
            }
        }
    }

    /// The newest answer to the newest query that has arrived since this was last called.
    pub fn arrived(&mut self) -> Option<Matches> {
        match self {
            Self::AtOnce(_) => None,
            Self::Later { answers, newest, .. } => {
                let current = answers.try_iter().filter(|a| a.generation >= *newest);
                current.last().map(|answer| answer.matches)
            }
        }
    }
}
