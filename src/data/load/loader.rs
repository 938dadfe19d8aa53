//! Loads many files on all cores, in the background if wanted, and hands on what is ready while the rest is read.
//!
//! Files are read by several threads but published in the order of their paths, so that what is open, and every address
//! in it, never depends on which thread was quicker.

use super::discover::{Found, discover};
use crate::data::file::read_text;
use crate::data::formats::parse;
use crate::data::loaded::Loaded;
use crate::data::problem::{Problem, Severity};
use crate::model::{Collection, Dossier, UniqueIds};
use std::collections::BTreeMap;
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;
use std::time::{Duration, Instant};

/// How long ready dossiers wait for others before they are handed on together: a few frames.
const BATCH: Duration = Duration::from_millis(50);

/// How to load.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Files larger than this are refused, in bytes.
    pub max_size: u64,
    /// How many files are read at the same time.
    pub threads: NonZero<usize>,
}

impl Options {
    /// Options with this limit, and a thread for each core.
    pub fn new(max_size: u64) -> Self {
        let threads = std::thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
        Self { max_size, threads }
    }
}

/// How far the loading is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Files read, or refused.
    pub files: usize,
    /// All files, once the folders were looked through.
    pub all_files: usize,
    /// Bytes of the files read.
    pub bytes: u64,
    /// Bytes of all files.
    pub all_bytes: u64,
    /// Clauses so far.
    pub clauses: usize,
    /// Whether nothing more comes.
    pub is_done: bool,
}

impl Progress {
    /// How long the rest takes at the pace so far; none before anything is known of it.
    pub fn time_left(&self, elapsed: Duration) -> Option<Duration> {
        let share = self.bytes as f64 / self.all_bytes as f64;
        let left = elapsed.mul_f64((1.0 - share).max(0.0) / share.max(1e-9));
        (self.bytes > 0 && elapsed > BATCH).then_some(left)
    }
}

/// What is new since the last time.
#[derive(Debug, Default)]
pub struct News {
    /// Dossiers to add after those that came before.
    pub dossiers: Vec<Arc<Dossier>>,
    /// What there is to say about files.
    pub problems: Vec<Problem>,
    /// How far the loading is now.
    pub progress: Progress,
}

/// What came of opening some paths.
#[derive(Debug, Default)]
pub struct Opened {
    /// The dossiers that nothing keeps out.
    pub collection: Collection,
    /// Everything there is to say about the files.
    pub problems: Vec<Problem>,
}

impl Opened {
    /// Whether a file was kept out.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|p| p.severity == Severity::Error)
    }
}

/// Opens the paths in their order, folders with all they hold. A file that cannot be read or is wrong costs only itself.
pub fn open(paths: &[PathBuf], builtin: Option<Dossier>, max_size: u64) -> Opened {
    let (mut dossiers, mut problems) = (Vec::new(), Vec::new());
    load(paths, builtin, Options::new(max_size), &AtomicBool::new(false), |news| {
        dossiers.extend(news.dossiers);
        problems.extend(news.problems);
    });
    Opened { collection: Collection::new(dossiers), problems }
}

/// A loading in the background. It ends early when this is dropped, and nobody waits for it.
#[derive(Debug)]
pub struct Loader {
    cancelled: Arc<AtomicBool>,
}

impl Loader {
    /// Begins to load. `on_news` is called on another thread, first with the built-in dossier if there is one, the last
    /// time with [`Progress::is_done`], never again once this is dropped.
    ///
    /// # Errors
    /// What the system says when it has no thread left.
    pub fn start(
        paths: Vec<PathBuf>,
        builtin: Option<Dossier>,
        options: Options,
        on_news: impl FnMut(News) + Send + 'static,
    ) -> std::io::Result<Self> {
        let cancelled = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&cancelled);
        std::thread::Builder::new()
            .name("load".to_owned())
            .spawn(move || load(&paths, builtin, options, &flag, on_news))?;
        Ok(Self { cancelled })
    }
}

impl Drop for Loader {
    fn drop(&mut self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }
}

/// Loads the paths and tells what is new, until all is told or `cancelled` is set.
pub fn load(
    paths: &[PathBuf],
    builtin: Option<Dossier>,
    options: Options,
    cancelled: &AtomicBool,
    on_news: impl FnMut(News),
) {
    let mut desk = Desk::new(cancelled, on_news);
    if let Some(dossier) = builtin {
        desk.take(Loaded { dossier: Some(dossier), problems: Vec::new() }, None);
        // Where there is nothing else it is the last, and nobody is told that there may be more.
        if !paths.is_empty() {
            desk.tell();
        }
    }
    let found = discover(paths);
    desk.news.progress.all_files = found.len();
    desk.news.progress.all_bytes = found.iter().flatten().map(|f| f.size).sum();
    let threads = options.threads.get().min(found.len());
    if threads < 2 {
        for file in &found {
            if cancelled.load(Ordering::Relaxed) {
                return;
            }
            desk.publish(read(file, options.max_size), file);
        }
    } else {
        side_by_side(&found, threads, options.max_size, &mut desk);
    }
    desk.news.progress.is_done = true;
    desk.tell();
}

/// Reads the files with several threads; this one puts them in order.
fn side_by_side<F: FnMut(News)>(
    found: &[Result<Found, Problem>],
    threads: usize,
    max_size: u64,
    desk: &mut Desk<'_, F>,
) {
    let next = AtomicUsize::new(0);
    let (next, cancelled) = (&next, desk.cancelled);
    std::thread::scope(|scope| {
        // A short queue: whoever reads does not run ahead of who publishes.
        let (sender, receiver) = sync_channel(threads * 32);
        for _ in 0..threads {
            let sender = sender.clone();
            scope.spawn(move || {
                while !cancelled.load(Ordering::Relaxed) {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    let Some(file) = found.get(place) else { return };
                    if sender.send((place, read(file, max_size))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        let mut early: BTreeMap<usize, Loaded> = BTreeMap::new();
        let mut due = 0;
        for (place, loaded) in receiver {
            early.insert(place, loaded);
            while let Some(loaded) = early.remove(&due) {
                if let Some(file) = found.get(due) {
                    desk.publish(loaded, file);
                }
                due += 1;
            }
        }
    });
}

fn read(file: &Result<Found, Problem>, max_size: u64) -> Loaded {
    let text = match file {
        Ok(found) => read_text(&found.path, max_size).map(|text| (&found.path, text)),
        Err(problem) => Err(problem.clone()),
    };
    match text {
        Ok((path, text)) => parse(path, &text),
        Err(problem) => Loaded { dossier: None, problems: vec![problem] },
    }
}

/// Gathers what is ready and hands it on from time to time.
struct Desk<'a, F> {
    cancelled: &'a AtomicBool,
    on_news: F,
    news: News,
    /// How often each id was given.
    ids: UniqueIds,
    told: Option<Instant>,
}

impl<'a, F: FnMut(News)> Desk<'a, F> {
    fn new(cancelled: &'a AtomicBool, on_news: F) -> Self {
        Self { cancelled, on_news, news: News::default(), ids: UniqueIds::default(), told: None }
    }

    /// Takes what came of a file, and tells it if nothing was told for a while.
    fn publish(&mut self, loaded: Loaded, file: &Result<Found, Problem>) {
        self.take(loaded, Some(file));
        if self.told.is_none_or(|told| told.elapsed() >= BATCH) {
            self.tell();
        }
    }

    /// Takes what came of a file; the built-in dossier comes of none.
    fn take(&mut self, loaded: Loaded, file: Option<&Result<Found, Problem>>) {
        self.news.problems.extend(loaded.problems);
        if let Some(mut dossier) = loaded.dossier {
            self.news.progress.clauses += dossier.clause_count();
            self.rename_repeated(&mut dossier, file);
            self.news.dossiers.push(Arc::new(dossier));
        }
        if let Some(file) = file {
            self.news.progress.files += 1;
            self.news.progress.bytes += file.as_ref().map_or(0, |found| found.size);
        }
    }

    fn tell(&mut self) {
        if !self.cancelled.load(Ordering::Relaxed) {
            let progress = self.news.progress;
            let news = std::mem::replace(&mut self.news, News { progress, ..News::default() });
            (self.on_news)(news);
            self.told = Some(Instant::now());
        }
    }

    /// The second dossier of one id becomes `id~2`, and this is told.
    fn rename_repeated(&mut self, dossier: &mut Dossier, file: Option<&Result<Found, Problem>>) {
        let id = self.ids.unique(&dossier.id, '~');
        let (true, Some(Ok(found))) = (id != dossier.id, file) else { return };
        let message =
            format!("another open dossier has the id \"{}\"; this one is shown as \"{id}\"", dossier.id);
        dossier.id = id;
        self.news.problems.push(Problem {
            severity: Severity::Warning,
            path: Some("id".to_owned()),
            ..Problem::of_file(&found.path, message)
        });
    }
}
