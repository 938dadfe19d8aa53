//! Notices when open files change on the disk.

use notify::event::{Event, EventKind, ModifyKind};
use notify::{RecommendedWatcher, RecursiveMode, Watcher as _};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// Editors write a file in several steps; a change is reported after this long without another.
const QUIET: Duration = Duration::from_millis(200);

/// If something changes all the time, a change is reported after this long.
const LONGEST: Duration = Duration::from_secs(2);

/// Watches files and folders until it is dropped.
#[derive(Debug)]
pub struct Watcher {
    /// Watches until it is dropped.
    _inner: RecommendedWatcher,
}

impl Watcher {
    /// Watches these paths, folders with everything in them, and the folders that they are in, which may be renamed. Calls `on_change` on another thread, once for changes that
    /// follow each other closely.
    ///
    /// # Errors
    /// If the system cannot watch the paths.
    pub fn start(paths: &[PathBuf], on_change: impl FnMut() + Send + 'static) -> Result<Self, notify::Error> {
        let (sender, receiver) = channel();
        let watched: Vec<PathBuf> = paths.iter().filter_map(|path| std::path::absolute(path).ok()).collect();
        let folders = folders(&watched);
        let above = above(&watched, &folders);
        let mut inner = notify::recommended_watcher(move |event: Result<Event, notify::Error>| {
            // An error may hide a change, and reading once too often is better than showing what is gone.
            if event.as_ref().map_or(true, |event| concerns(event, &watched)) {
                let _ = sender.send(());
            }
        })?;
        for (folder, mode) in folders {
            inner.watch(&folder, mode)?;
        }
        for folder in above {
            // Not every folder above may be read; then its renaming is not noticed.
            let _ = inner.watch(&folder, RecursiveMode::NonRecursive);
        }
        std::thread::Builder::new()
            .name("watch".to_owned())
            .spawn(move || report(&receiver, on_change))
            .map_err(notify::Error::io)?;
        Ok(Self { _inner: inner })
    }
}

/// The folders to watch: of a file the folder it is in, since editors replace a file by a new one.
fn folders(paths: &[PathBuf]) -> BTreeMap<PathBuf, RecursiveMode> {
    let mut folders = BTreeMap::new();
    for path in paths {
        if path.is_dir() {
            folders.insert(path.clone(), RecursiveMode::Recursive);
        } else if let Some(parent) = path.parent() {
            folders.entry(parent.to_owned()).or_insert(RecursiveMode::NonRecursive);
        }
    }
    folders
}

/// The folders above these paths that are not among those watched already.
fn above(paths: &[PathBuf], folders: &BTreeMap<PathBuf, RecursiveMode>) -> BTreeSet<PathBuf> {
    let all = paths
        .iter()
        .flat_map(|path| path.ancestors().skip(1))
        .filter(|folder| !folders.contains_key(*folder));
    all.map(Path::to_owned).collect()
}

/// Whether an event may be a change of what is open: of something in it, or that it has come or gone with a folder above.
/// Reading a file is not.
fn concerns(event: &Event, watched: &[PathBuf]) -> bool {
    let inside = |path: &PathBuf| watched.iter().any(|watched| path.starts_with(watched));
    let above = |path: &PathBuf| watched.iter().any(|watched| watched.starts_with(path));
    let comes_or_goes = matches!(
        event.kind,
        EventKind::Create(_) | EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_))
    );
    !matches!(event.kind, EventKind::Access(_))
        && (event.paths.is_empty()
            || event.paths.iter().any(inside)
            || comes_or_goes && event.paths.iter().any(above))
}

fn report(changes: &Receiver<()>, mut on_change: impl FnMut()) {
    // Ends when the watcher, and its sender with it, is dropped.
    while changes.recv().is_ok() {
        let first = Instant::now();
        while first.elapsed() < LONGEST && changes.recv_timeout(QUIET).is_ok() {}
        on_change();
    }
}
