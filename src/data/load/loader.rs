//! Reads many files on all cores and passes on what is ready while the rest is read.
//!
//! Several threads read, but dossiers are passed on in the order of the paths, so what is open, and every address in it,
//! never depends on which thread was faster.

use super::discover::{Found, Step, discover};
use super::passed_over::Tally;
use super::progress::{Gauge, Progress};
use crate::data::file::{DEFAULT_MAX_SIZE, read_bytes};
use crate::data::formats::{parse, parse_found, wording};
use crate::data::loaded::Loaded;
use crate::data::problem::Problem;
use crate::model::{Dossier, UniqueIds};
use std::collections::BTreeMap;
use std::num::NonZero;
use std::ops::{ControlFlow, Range};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;
use std::time::{Duration, Instant};

/// How long dossiers wait for others to be passed on together: a few frames.
const BATCH: Duration = Duration::from_millis(50);

/// Changes a dossier that was read.
type Change<'a> = &'a (dyn Fn(&mut Dossier) + Sync);

/// What to open, and how.
#[derive(Clone, Debug)]
pub struct Loader {
    /// Files, and folders with everything in them.
    pub paths: Vec<PathBuf>,
    /// The dossier that opens before the files.
    pub builtin: Option<Arc<Dossier>>,
    /// Larger files are refused, in bytes.
    pub max_size: u64,
    /// How many files are read at the same time.
    pub threads: NonZero<usize>,
    /// Where it leaves how far it is.
    pub gauge: Gauge,
}

impl Loader {
    /// Opens these paths alone, with the default limit and a thread per core.
    pub fn new(paths: Vec<PathBuf>) -> Self {
        let threads = std::thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
        Self { paths, builtin: None, max_size: DEFAULT_MAX_SIZE, threads, gauge: Gauge::default() }
    }

    /// Opens everything at once. A file that cannot be read, or has errors, costs only itself.
    pub fn open(self) -> Loaded {
        self.open_changed(&|_| ())
    }

    /// Does the same, and changes each dossier as soon as it is read, on the thread that reads it.
    pub fn open_changed(mut self, change: Change<'_>) -> Loaded {
        let mut all = Loaded::default();
        let mut each = |batch, _| {
            all.append(batch);
            ControlFlow::Continue(())
        };
        self.builtin.iter_mut().for_each(|dossier| change(Arc::make_mut(dossier)));
        // It never breaks.
        let _ = self.read_in_batches(&mut Batches::new(&mut each), change);
        all
    }

    /// Opens what can be read within about this time, in the order of the files.
    pub fn open_within(self, limit: Duration) -> Loaded {
        let (begun, mut all) = (Instant::now(), Loaded::default());
        self.read(|batch, _| {
            all.append(batch);
            if begun.elapsed() < limit { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        all
    }

    /// Opens these files before everything else, and returns for each which of the dossiers are in it.
    pub fn open_with(self, files: &[PathBuf]) -> (Loaded, Vec<Range<usize>>) {
        let (mut all, mut places) = (Loaded::default(), Vec::new());
        let mut each = |batch, _| {
            all.append(batch);
            ControlFlow::Continue(())
        };
        let mut batches = Batches::new(&mut each);
        for path in files {
            let found = Found { path: path.clone(), size: 0, folder: None };
            let before = batches.loaded.dossiers.len();
            let loaded = read(&found, self.max_size).unwrap_or_else(|problem| Some(problem.into()));
            batches.take(loaded.unwrap_or_default(), Some(&found));
            places.push(before..batches.loaded.dossiers.len());
        }
        // It never breaks.
        let _ = self.read_in_batches(&mut batches, &|_| ());
        (all, places)
    }

    /// Does what [`Self::read`] does on another thread, and does not wait for it.
    ///
    /// # Errors
    /// If the system cannot start a thread.
    pub fn start(
        self,
        each: impl FnMut(Loaded, Progress) -> ControlFlow<()> + Send + 'static,
    ) -> std::io::Result<()> {
        std::thread::Builder::new().name("load".to_owned()).spawn(move || self.read(each)).map(drop)
    }

    /// Calls `each` for every batch: first for the built-in dossier if there is one, last with [`Progress::is_done`].
    /// Stops early once `each` breaks.
    pub fn read(self, mut each: impl FnMut(Loaded, Progress) -> ControlFlow<()>) {
        // Whether it stopped early is no news to `each`.
        let _ = self.read_in_batches(&mut Batches::new(&mut each), &|_| ());
    }

    /// Changes the dossiers of files with `change`.
    fn read_in_batches(self, batches: &mut Batches<'_>, change: Change<'_>) -> ControlFlow<()> {
        batches.gauge = self.gauge;
        if let Some(dossier) = self.builtin {
            batches.take(dossier.into(), None);
            // If there is nothing else, it is the last batch.
            if !self.paths.is_empty() {
                batches.send()?;
            }
        }
        let steps = discover(&self.paths);
        batches.progress.all_files = steps.iter().filter(|step| !matches!(step, Step::EndFolder(..))).count();
        batches.progress.all_bytes = steps.iter().filter_map(Step::found).map(|found| found.size).sum();
        let threads = self.threads.get().min(batches.progress.all_files);
        let take = |step: &Step| {
            let mut outcome = take(step, self.max_size);
            for dossier in outcome.iter_mut().flat_map(|loaded| &mut loaded.dossiers) {
                change(Arc::make_mut(dossier));
            }
            outcome
        };
        if threads < 2 {
            steps.iter().try_for_each(|step| batches.publish(take(step), step))?;
        } else {
            side_by_side(&steps, threads, &take, batches)?;
        }
        batches.progress.is_done = true;
        batches.send()
    }
}

/// Reads the files with several threads; this one puts the results in order.
fn side_by_side(
    steps: &[Step],
    threads: usize,
    take: &(dyn Fn(&Step) -> Outcome + Sync),
    batches: &mut Batches<'_>,
) -> ControlFlow<()> {
    let next = &AtomicUsize::new(0);
    std::thread::scope(|scope| {
        // A short queue: reading does not run ahead of publishing. Dropping the receiver ends the threads.
        let (sender, receiver) = sync_channel(threads * 32);
        for _ in 0..threads {
            let sender = sender.clone();
            scope.spawn(move || {
                loop {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    let Some(step) = steps.get(place) else { return };
                    if sender.send((place, take(step))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        let mut early: BTreeMap<usize, Outcome> = BTreeMap::new();
        let mut due = 0;
        for (place, outcome) in receiver {
            early.insert(place, outcome);
            while let Some(outcome) = early.remove(&due) {
                steps.get(due).map_or(ControlFlow::Continue(()), |step| batches.publish(outcome, step))?;
                due += 1;
            }
        }
        ControlFlow::Continue(())
    })
}

/// The files that are read of these paths, in their order.
pub fn files(paths: &[PathBuf]) -> Vec<PathBuf> {
    let steps = discover(paths).into_iter();
    steps.filter_map(|step| if let Step::Read(found) = step { Some(found.path) } else { None }).collect()
}

/// The wording of a file, whatever its format: a text as it is, the clauses of anything else.
///
/// # Errors
/// It cannot be read.
pub fn read_wording(path: &Path, max_size: u64) -> Result<String, Problem> {
    wording(path, &read_bytes(path, max_size)?)
}

/// Reads the files of these paths one at a time, each with its problems; an error means that one cannot be read at all, or
/// is what there is to say of a folder.
pub fn read_each(paths: &[PathBuf], max_size: u64) -> impl Iterator<Item = Result<FileRead, Problem>> {
    let mut tally = Tally::default();
    discover(paths).into_iter().filter_map(move |step| match (step, &mut tally) {
        (Step::Report(problem), _) => Some(Err(problem)),
        (Step::EndFolder(folder, passed), tally) => tally.end(&folder, &passed).map(Err),
        (Step::Read(found), tally) => {
            let read = read_whole(&found, max_size).transpose();
            match &read {
                None => tally.passed(&found.path),
                Some(_) if found.is_named() => {}
                Some(_) => tally.opened(),
            }
            read
        }
    })
}

/// A file that was read: its bytes, and what they give.
pub struct FileRead {
    /// The file.
    pub file: PathBuf,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its dossiers and problems.
    pub loaded: Loaded,
}

/// Does what [`read`] does, and keeps the bytes.
fn read_whole(found: &Found, max_size: u64) -> Result<Option<FileRead>, Problem> {
    let bytes = read_bytes(&found.path, max_size)?;
    let loaded =
        if found.is_named() { Some(parse(&found.path, &bytes)) } else { parse_found(&found.path, &bytes) };
    Ok(loaded.map(|loaded| FileRead { file: found.path.clone(), bytes, loaded }))
}

/// What came of a step: what it gave, or `None` if the file is passed over.
type Outcome = Option<Loaded>;

fn take(step: &Step, max_size: u64) -> Outcome {
    match step {
        Step::Read(found) => read(found, max_size).unwrap_or_else(|problem| Some(problem.into())),
        Step::Report(problem) => Some(problem.clone().into()),
        Step::EndFolder(..) => Some(Loaded::default()),
    }
}

/// What a file gives; `None` if it was found in a folder and holds no agreement.
///
/// # Errors
/// It cannot be read.
fn read(found: &Found, max_size: u64) -> Result<Option<Loaded>, Problem> {
    let bytes = read_bytes(&found.path, max_size)?;
    Ok(if found.is_named() { Some(parse(&found.path, bytes)) } else { parse_found(&found.path, bytes) })
}

/// Collects what is ready and passes it on from time to time.
struct Batches<'a> {
    each: &'a mut dyn FnMut(Loaded, Progress) -> ControlFlow<()>,
    loaded: Loaded,
    progress: Progress,
    gauge: Gauge,
    ids: UniqueIds,
    tally: Tally,
    begun: Instant,
    sent: Option<Instant>,
}

impl<'a> Batches<'a> {
    fn new(each: &'a mut dyn FnMut(Loaded, Progress) -> ControlFlow<()>) -> Self {
        let (loaded, progress, gauge) = (Loaded::default(), Progress::default(), Gauge::default());
        let (ids, tally) = (UniqueIds::default(), Tally::default());
        Self { each, loaded, progress, gauge, ids, tally, begun: Instant::now(), sent: None }
    }

    /// Takes what a step gave, and sends the batch if the last one was sent a while ago.
    fn publish(&mut self, outcome: Outcome, step: &Step) -> ControlFlow<()> {
        match (step, outcome) {
            (Step::EndFolder(folder, passed), _) => {
                self.loaded.problems.extend(self.tally.end(folder, passed));
                return ControlFlow::Continue(());
            }
            (Step::Read(found), None) => self.tally.passed(&found.path),
            (step, outcome) => {
                if step.found().is_some_and(|found| !found.is_named()) {
                    self.tally.opened();
                }
                self.take(outcome.unwrap_or_default(), step.found());
            }
        }
        self.progress.files += 1;
        self.progress.bytes += step.found().map_or(0, |found| found.size);
        match self.sent {
            Some(sent) if sent.elapsed() < BATCH => ControlFlow::Continue(()),
            _ => self.send(),
        }
    }

    /// Takes what a file gave; the built-in dossier has none. A second dossier with the same id becomes `id~2`, with a
    /// warning.
    fn take(&mut self, mut loaded: Loaded, found: Option<&Found>) {
        let folder = found.and_then(|found| found.folder.as_ref());
        for dossier in &mut loaded.dossiers {
            self.progress.clauses += dossier.clause_count();
            if folder.is_some() {
                Arc::make_mut(dossier).folder = folder.cloned();
            }
            let id = self.ids.unique(&dossier.id, '~');
            if let Some(found) = found.filter(|_| id != dossier.id) {
                let message = format!(
                    "another open dossier has the id \"{}\"; this one is shown as \"{id}\"",
                    dossier.id
                );
                let problem = Problem::of_file(&found.path, message).into_warning();
                loaded.problems.push(Problem { path: Some("id".to_owned()), ..problem });
                Arc::make_mut(dossier).id = id;
            }
        }
        self.loaded.append(loaded);
    }

    fn send(&mut self) -> ControlFlow<()> {
        self.sent = Some(Instant::now());
        let progress = self.progress.after(self.begun.elapsed());
        self.gauge.set(progress);
        (self.each)(std::mem::take(&mut self.loaded), progress)
    }
}
