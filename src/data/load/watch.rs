//! Tells when what is open changes on the disk.

use notify::event::{Event, EventKind};
use notify::{RecommendedWatcher, RecursiveMode, Watcher as _};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// An editor writes a file in several steps; a change is told once nothing has happened for so long.
const QUIET: Duration = Duration::from_millis(200);

/// Where something changes all the time, a change is told no later than this.
const LONGEST: Duration = Duration::from_secs(2);

/// Watches files and folders until it is dropped.
#[derive(Debug)]
pub struct Watcher {
    /// Held only so that it goes on.
    _inner: RecommendedWatcher,
}

impl Watcher {
    /// Watches these paths, folders with all they hold. `on_change` is called on another thread, once for changes that
    /// follow each other closely.
    ///
    /// # Errors
    /// What the system says when it cannot watch; what is open stays open without it.
    pub fn start(paths: &[PathBuf], on_change: impl FnMut() + Send + 'static) -> Result<Self, notify::Error> {
        let (sender, receiver) = channel();
        let watched: Vec<PathBuf> = paths.iter().filter_map(|path| std::path::absolute(path).ok()).collect();
        let folders = folders(&watched);
        let mut inner = notify::recommended_watcher(move |event: Result<Event, notify::Error>| {
            // A failure may hide a change; looking once more than needed costs less than showing what is gone.
            if event.as_ref().map_or(true, |event| concerns(event, &watched)) {
                let _ = sender.send(());
            }
        })?;
        for (folder, mode) in folders {
            inner.watch(&folder, mode)?;
        }
        std::thread::Builder::new()
            .name("watch".to_owned())
            .spawn(move || tell(&receiver, on_change))
            .map_err(notify::Error::io)?;
        Ok(Self { _inner: inner })
    }
}

/// What to watch: folders themselves, of files the folder they are in, since editors put a new file in the place of an
/// old one.
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

/// Whether an event may change what is open: reading a file does not.
fn concerns(event: &Event, watched: &[PathBuf]) -> bool {
    let inside = |path: &Path| watched.iter().any(|watched| path.starts_with(watched));
    !matches!(event.kind, EventKind::Access(_))
        && (event.paths.is_empty() || event.paths.iter().any(|path| inside(path)))
}

fn tell(changes: &Receiver<()>, mut on_change: impl FnMut()) {
    // Ends when the watcher is dropped, and its sender with it.
    while changes.recv().is_ok() {
        let first = Instant::now();
        while first.elapsed() < LONGEST && changes.recv_timeout(QUIET).is_ok() {}
        on_change();
    }
}
