//! Reads what is to be opened in the background: the loop only takes over what is ready.
//!
//! A thread gathers what the loader has read, works out what the screen needs of it, and adds it to the index. When
//! files change on the disk, all is read anew and handed over as a whole.

use super::holdings::Holdings;
use super::wake::Wake;
use crate::data::{Loaded, Loader, Problem, Progress, Severity, Watcher};
use crate::model::Collection;
use crate::search::{Builder, Index, Worker};
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::io;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// What is read is shown at most ten times a second.
const PAUSE: Duration = Duration::from_millis(100);

/// And where working it out takes long, so seldom that no more than a quarter of the time goes into it.
const SHARE: u32 = 3;

/// What comes from the background.
#[derive(Debug)]
pub enum Arrival {
    /// All that is read so far.
    Read {
        /// The collection and what follows from it.
        holdings: Box<Holdings>,
        /// What there is to say about the files, besides what was said before.
        problems: Vec<Problem>,
        /// How far the reading is; none at its end.
        loading: Option<Progress>,
    },
    /// All of it, read anew after files have changed.
    Reloaded {
        /// The collection and what follows from it.
        holdings: Box<Holdings>,
        /// Everything there is to say about the files.
        problems: Vec<Problem>,
    },
    /// Files have changed and have errors now: what was read before stays.
    Broken {
        /// The first of the new errors.
        first: Problem,
        /// Everything there is to say about the files.
        problems: Vec<Problem>,
    },
    /// So many items can be found.
    Indexed(usize),
    /// Changes of the files will not be noticed.
    Unwatched(String),
}

impl Arrival {
    /// What it says about the files.
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::Read { problems, .. } | Self::Reloaded { problems, .. } | Self::Broken { problems, .. } => {
                problems
            }
            Self::Indexed(_) | Self::Unwatched(_) => &[],
        }
    }

    /// Whether all is read and nothing could be opened.
    pub fn has_nothing(&self) -> bool {
        matches!(self, Self::Read { holdings, loading: None, .. } if holdings.collection.dossiers().is_empty())
    }
}

/// The reading in the background. It ends when this is dropped, and nobody waits for it.
pub struct Intake {
    arrivals: Receiver<Arrival>,
    ended: Arc<AtomicBool>,
    changes: Sender<()>,
}

impl Intake {
    /// Begins to read; `worker` answers queries by what is read, `wake` is called when something arrives.
    ///
    /// # Errors
    /// When the system has no thread to spare.
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

    /// Waits for what is read first, no longer than this: what is small is then on the first frame. The last of what
    /// arrived says whether there is more to come.
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

    /// What has arrived meanwhile.
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

/// The work of the thread.
struct IntakeThread {
    loader: Loader,
    worker: Arc<Worker>,
    out: Sender<Arrival>,
    wake: Wake,
    ended: Arc<AtomicBool>,
}

impl IntakeThread {
    fn work(&self, changes: &Sender<()>, changed: &Receiver<()>) {
        // Watched before it is read, so that no change falls between.
        let watcher = self.watch(changes);
        // Threads of its own: a search must not wait until a large part of the index is built.
        let Ok(pool) = ThreadPoolBuilder::new().build() else { return };
        let mut told = self.read(&pool);
        while watcher.is_some() && changed.recv().is_ok() && !self.ended.load(Ordering::Relaxed) {
            told = self.reload(&pool, told);
        }
    }

    fn send(&self, arrival: Arrival) {
        // Without a receiver the explorer has ended; the flag ends this thread.
        let _ = self.out.send(arrival);
        self.wake.wake();
    }

    /// Standard input cannot be read twice, so then nothing is watched.
    fn watch(&self, changes: &Sender<()>) -> Option<Watcher> {
        let paths = &self.loader.paths;
        if paths.is_empty() || paths.iter().any(|path| path == Path::new("-")) {
            return None;
        }
        let changes = changes.clone();
        let watcher = Watcher::start(paths, move || {
            let _ = changes.send(());
        });
        watcher.inspect_err(|error| self.send(Arrival::Unwatched(error.to_string()))).ok()
    }

    fn load(&self) -> Option<Receiver<(Loaded, Progress)>> {
        let (sender, batches) = channel();
        let each = move |loaded, progress| match sender.send((loaded, progress)) {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        };
        self.loader.clone().start(each).ok().map(|()| batches)
    }

    /// Reads all, and hands over what is ready from time to time. Gives what was said about the files.
    fn read(&self, pool: &ThreadPool) -> Vec<Problem> {
        let (mut dossiers, mut builder, mut told) = (Vec::new(), Builder::default(), Vec::new());
        let Some(batches) = self.load() else { return told };
        let mut due = Instant::now();
        while let Some((batch, progress)) = gathered(&batches, due) {
            if self.ended.load(Ordering::Relaxed) {
                break;
            }
            let at_work = Instant::now();
            let loading = (!progress.is_done).then_some(progress);
            told.extend(batch.problems.iter().cloned());
            dossiers.extend(batch.dossiers);
            let collection = Arc::new(Collection::new(dossiers.clone()));
            let holdings = Box::new(Holdings::of(Arc::clone(&collection)));
            self.send(Arrival::Read { holdings, problems: batch.problems, loading });
            self.open(pool.install(|| grown(&mut builder, &collection)), collection);
            if progress.is_done {
                break;
            }
            due = Instant::now() + PAUSE.max(at_work.elapsed() * SHARE);
        }
        told
    }

    /// Lets queries be answered by this index from now on.
    fn open(&self, index: Index, collection: Arc<Collection>) {
        self.send(Arrival::Indexed(index.len()));
        self.worker.open(collection, index);
    }

    /// Reads all again, and hands it over at the end, unless there are errors that were not there before: half a file,
    /// as editors leave it for a moment or a person for longer, takes nothing away. Gives what was said about the files.
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
        let index = pool.install(|| grown(&mut Builder::default(), &collection));
        let holdings = Box::new(Holdings::of(Arc::clone(&collection)));
        self.send(Arrival::Reloaded { holdings, problems: problems.clone() });
        self.open(index, collection);
        problems
    }
}

/// The index with what has come to the collection since the last time.
fn grown(builder: &mut Builder, collection: &Collection) -> Index {
    builder.add(collection);
    builder.index()
}

/// Everything read until a moment, or until the end; `None` if nothing more comes.
fn gathered(batches: &Receiver<(Loaded, Progress)>, due: Instant) -> Option<(Loaded, Progress)> {
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
