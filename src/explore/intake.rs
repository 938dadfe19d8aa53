//! Loads files in the background: the loop only takes over what is ready.
//!
//! A thread collects what the loader has read, computes what the screen needs, and adds it to the index. When files
//! change on disk, all of them are reloaded and handed over as a whole.

use super::holdings::Holdings;
use super::wake::Wake;
use crate::data::{Loaded, Loader, Problem, Progress, Severity, Watcher};
use crate::model::Collection;
use crate::search::{Builder, Index, Worker};
use crate::text::reason;
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::io;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// Loaded files are shown at most ten times a second.
const PAUSE: Duration = Duration::from_millis(100);

/// If that takes long, it happens so rarely that it uses at most a quarter of the time.
const SHARE: u32 = 3;

/// A message from the background.
#[derive(Debug)]
pub enum Arrival {
    /// Everything read so far.
    Read {
        /// The collection and what is derived from it.
        holdings: Box<Holdings>,
        /// The problems found since the last message.
        problems: Vec<Problem>,
        /// The progress; `None` at the end.
        loading: Option<Progress>,
    },
    /// Everything, reloaded after files changed.
    Reloaded {
        /// The collection and what is derived from it.
        holdings: Box<Holdings>,
        /// All problems of the files.
        problems: Vec<Problem>,
    },
    /// Files changed and now have errors: the last good version stays.
    Broken {
        /// The first of the new errors.
        first: Problem,
        /// All problems of the files.
        problems: Vec<Problem>,
    },
    /// The number of items that can be searched.
    Indexed(usize),
    /// Changes of the files will not be noticed, for this reason.
    Unwatched(String),
}

impl Arrival {
    /// The problems that it reports.
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::Read { problems, .. } | Self::Reloaded { problems, .. } | Self::Broken { problems, .. } => {
                problems
            }
            Self::Indexed(_) | Self::Unwatched(_) => &[],
        }
    }

    /// Whether everything is read and nothing could be opened.
    pub fn has_nothing(&self) -> bool {
        matches!(self, Self::Read { holdings, loading: None, .. } if holdings.collection.dossiers().is_empty())
    }
}

/// The background loading. Dropping this ends it without waiting.
pub struct Intake {
    arrivals: Receiver<Arrival>,
    ended: Arc<AtomicBool>,
    changes: Sender<()>,
}

impl Intake {
    /// Starts loading. `worker` answers queries on what is loaded; `wake` is called when something arrives.
    ///
    /// # Errors
    /// When a thread cannot be started.
    pub fn start(loader: Loader, worker: Arc<Worker>, wake: Wake) -> io::Result<Self> {
        let (out, arrivals) = channel();
        let (changes, changed) = channel();
        let ended = Arc::new(AtomicBool::new(false));
        let thread = IntakeThread { loader, worker, out, wake, ended: Arc::clone(&ended) };
        let of_watcher = changes.clone();
        std::thread::Builder::new()
            .name("intake".to_owned())
            .spawn(move || thread.work(&of_watcher, &changed))?;
        Ok(Self { arrivals, ended, changes })
    }

    /// Waits at most `limit` for arrivals, so that small files are on the first frame. The last arrival says whether
    /// more will follow.
    pub fn first(&self, limit: Duration) -> Vec<Arrival> {
        let until = Instant::now() + limit;
        let mut arrived = Vec::new();
        while let Ok(arrival) = self.arrivals.recv_timeout(until.saturating_duration_since(Instant::now())) {
            let is_last = matches!(arrival, Arrival::Read { loading: None, .. });
            arrived.push(arrival);
            if is_last {
                break;
            }
        }
        arrived
    }

    /// What has arrived since.
    pub fn arrived(&self) -> impl Iterator<Item = Arrival> {
        self.arrivals.try_iter()
    }
}

impl Drop for Intake {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
        let _ = self.changes.send(());
    }
}

/// The state of the thread.
struct IntakeThread {
    loader: Loader,
    worker: Arc<Worker>,
    out: Sender<Arrival>,
    wake: Wake,
    ended: Arc<AtomicBool>,
}

impl IntakeThread {
    fn work(&self, changes: &Sender<()>, changed: &Receiver<()>) {
        // Watch before reading, so that no change is missed.
        let mut watcher = self.watch(changes);
        // A separate thread pool, so that a search does not wait while a large part of the index is built.
        let Ok(pool) = ThreadPoolBuilder::new().build() else { return };
        let mut reported = self.read(&pool);
        while watcher.is_some() && changed.recv().is_ok() && !self.ended.load(Ordering::Relaxed) {
            // Again: a folder that is there again is another one to the system.
            watcher = self.watch(changes);
            reported = self.reload(&pool, reported);
        }
    }

    fn send(&self, arrival: Arrival) {
        // Without a receiver, the explorer has ended; the flag ends this thread.
        let _ = self.out.send(arrival);
        self.wake.wake();
    }

    /// Starts to watch the files. Standard input cannot be read twice, so nothing is watched if it is among them.
    fn watch(&self, changes: &Sender<()>) -> Option<Watcher> {
        let paths = &self.loader.paths;
        if paths.is_empty() || paths.iter().any(|path| path == Path::new("-")) {
            return None;
        }
        let changes = changes.clone();
        let watcher = Watcher::start(paths, move || {
            let _ = changes.send(());
        });
        watcher.inspect_err(|error| self.send(Arrival::Unwatched(reason(error)))).ok()
    }

    fn load(&self) -> Option<Receiver<(Loaded, Progress)>> {
        let (sender, batches) = channel();
        let each = move |loaded, progress| match sender.send((loaded, progress)) {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        };
        self.loader.clone().start(each).ok().map(|()| batches)
    }

    /// Reads everything, and hands over what is ready from time to time. Returns the problems reported.
    fn read(&self, pool: &ThreadPool) -> Vec<Problem> {
        let (mut dossiers, mut builder, mut reported) = (Vec::new(), Builder::default(), Vec::new());
        let Some(batches) = self.load() else { return reported };
        let mut due = Instant::now();
        while let Some((batch, progress)) = next_batch(&batches, due) {
            if self.ended.load(Ordering::Relaxed) {
                break;
            }
            let at_work = Instant::now();
            let loading = (!progress.is_done).then_some(progress);
            reported.extend(batch.problems.iter().cloned());
            dossiers.extend(batch.dossiers);
            let collection = Arc::new(Collection::new(dossiers.clone()));
            let holdings = Box::new(Holdings::of(Arc::clone(&collection)));
            self.send(Arrival::Read { holdings, problems: batch.problems, loading });
            self.open(pool.install(|| extended(&mut builder, &collection)), collection);
            if progress.is_done {
                break;
            }
            due = Instant::now() + PAUSE.max(at_work.elapsed() * SHARE);
        }
        reported
    }

    /// Answers queries with this index from now on.
    fn open(&self, index: Index, collection: Arc<Collection>) {
        self.send(Arrival::Indexed(index.len()));
        self.worker.open(collection, index);
    }

    /// Reads everything again and hands it over at the end, unless there are new errors: a half-written file must not
    /// replace a good one. Returns the problems reported.
    fn reload(&self, pool: &ThreadPool, before: Vec<Problem>) -> Vec<Problem> {
        let Some(batches) = self.load() else { return before };
        let mut all = Loaded::default();
        for (batch, _) in batches {
            if self.ended.load(Ordering::Relaxed) {
                return before;
            }
            all.append(batch);
        }
        let Loaded { dossiers, problems } = all;
        let is_new = |problem: &&Problem| problem.severity == Severity::Error && !before.contains(problem);
        if let Some(first) = problems.iter().find(is_new).cloned() {
            self.send(Arrival::Broken { first, problems });
            return before;
        }
        let collection = Arc::new(Collection::new(dossiers));
        let index = pool.install(|| extended(&mut Builder::default(), &collection));
        let holdings = Box::new(Holdings::of(Arc::clone(&collection)));
        self.send(Arrival::Reloaded { holdings, problems: problems.clone() });
        self.open(index, collection);
        problems
    }
}

/// The index, extended by what was added to the collection since the last time.
fn extended(builder: &mut Builder, collection: &Collection) -> Index {
    builder.add(collection);
    builder.index()
}

/// Everything read until `due` or the end; `None` if there is nothing more.
fn next_batch(batches: &Receiver<(Loaded, Progress)>, due: Instant) -> Option<(Loaded, Progress)> {
    let (mut all, mut progress) = batches.recv().ok()?;
    while !progress.is_done {
        match batches.recv_timeout(due.saturating_duration_since(Instant::now())) {
            Ok((more, now)) => {
                all.append(more);
                progress = now;
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
        }
    }
    Some((all, progress))
}
