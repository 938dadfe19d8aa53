//! A thread that searches, so that a key never waits for a search.
//!
//! Each query has a generation, and the newest wins: older work is dropped as soon as a newer query is asked, and its
//! matches are never published. A query is answered at once to the depth of a frame, and again if a longer search
//! finds more. The longer search starts when the first answer has had time to be drawn, since both share the
//! processor.

use super::index::Index;
use super::query::Query;
use super::rank::Depth;
use super::results::{Matches, Provisional};
use crate::model::Collection;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

/// A frame is drawn within this time even on a slow machine.
const FRAME_TIME: Duration = Duration::from_millis(16);

/// The answer to a query.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The generation of the query, as [`Worker::ask`] gave it.
    pub generation: u64,
    /// The collection that was searched.
    pub collection: Arc<Collection>,
    /// How many items were searched.
    pub items: usize,
    /// The matches.
    pub matches: Matches,
}

/// A thread that searches. Dropping it ends the thread.
#[derive(Debug)]
pub struct Worker {
    mailbox: Arc<Mailbox>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Debug, Default)]
struct Mailbox {
    waiting: Mutex<Waiting>,
    arrived: Condvar,
    /// The generation of the newest query, or of the newest collection for the same query.
    newest: AtomicU64,
}

#[derive(Debug, Default)]
struct Waiting {
    corpus: Option<(Arc<Collection>, Index)>,
    query: Option<Query>,
    /// The generation that the thread took last.
    taken: u64,
    end: bool,
}

impl Worker {
    /// Starts the thread. `publish` is called on it with each answer, and should only pass it on.
    ///
    /// # Errors
    /// If the system cannot start a thread.
    pub fn start(publish: impl Fn(Answer) + Send + 'static) -> std::io::Result<Self> {
        let mailbox = Arc::new(Mailbox::default());
        let of_thread = Arc::clone(&mailbox);
        let thread = std::thread::Builder::new().name("search".to_owned());
        let thread = thread.spawn(move || of_thread.work(&publish))?;
        Ok(Self { mailbox, thread: Some(thread) })
    }

    /// Searches this collection from now on, and asks the last query again.
    pub fn open(&self, collection: Arc<Collection>, index: Index) {
        self.mailbox.put(|waiting| waiting.corpus = Some((collection, index)));
    }

    /// Asks a query in place of the previous one and returns its generation, without waiting for the answer.
    pub fn ask(&self, query: Query) -> u64 {
        self.mailbox.put(|waiting| waiting.query = Some(query))
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.mailbox.put(|waiting| waiting.end = true);
        if let Some(thread) = self.thread.take() {
            // A panic of the search has already been reported.
            let _ended = thread.join();
        }
    }
}

impl Mailbox {
    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        // Fields are only ever replaced as a whole, so they are consistent even after a panic.
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put(&self, change: impl FnOnce(&mut Waiting)) -> u64 {
        let mut waiting = self.waiting();
        change(&mut waiting);
        let generation = self.newest.fetch_add(1, Ordering::SeqCst) + 1;
        drop(waiting);
        self.arrived.notify_one();
        generation
    }

    fn work(&self, publish: &impl Fn(Answer)) {
        while let Some((generation, (collection, index), query)) = self.take() {
            let wanted = || self.newest.load(Ordering::SeqCst) == generation;
            for depth in [Depth::FRAME, Depth::FULL] {
                let Some(matches) = index.search_while(&collection, &query, depth, wanted) else { break };
                if !wanted() {
                    break;
                }
                let is_last = matches.provisional() == Provisional::No;
                let collection = Arc::clone(&collection);
                publish(Answer { generation, collection, items: index.len(), matches });
                if is_last || self.is_overtaken(generation) {
                    break;
                }
            }
        }
    }

    /// Waits for the time of a frame; whether something newer has come meanwhile.
    fn is_overtaken(&self, generation: u64) -> bool {
        let newest = |_: &mut Waiting| self.newest.load(Ordering::SeqCst) == generation;
        let waited = self.arrived.wait_timeout_while(self.waiting(), FRAME_TIME, newest);
        let (_waiting, time) = waited.unwrap_or_else(PoisonError::into_inner);
        !time.timed_out()
    }

    /// Waits for the newest work; `None` if the worker is to end.
    fn take(&self) -> Option<(u64, (Arc<Collection>, Index), Query)> {
        let mut waiting = self.waiting();
        loop {
            if waiting.end {
                return None;
            }
            let newest = self.newest.load(Ordering::SeqCst);
            if newest > waiting.taken {
                waiting.taken = newest;
                if let (Some(corpus), Some(query)) = (&waiting.corpus, &waiting.query) {
                    return Some((newest, corpus.clone(), query.clone()));
                }
            }
            waiting = self.arrived.wait(waiting).unwrap_or_else(PoisonError::into_inner);
        }
    }
}
