//! From paths to dossiers: finding files, reading them on all cores, noticing changes.

mod builtin;
mod discover;
mod loader;
mod progress;
mod watch;

pub use builtin::{builtin, builtin_text};
pub use discover::files;
pub use loader::Loader;
pub use progress::Progress;
pub use watch::Watcher;
