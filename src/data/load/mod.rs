//! From paths to dossiers: finding files, reading them on all cores, noticing changes.

mod builtin;
mod discover;
mod loader;
mod passed_over;
mod progress;
mod watch;

pub use builtin::{builtin, builtin_text};
pub use loader::{FileRead, Loader, files, read_each, read_wording};
pub use progress::{Gauge, Progress};
pub use watch::Watcher;
