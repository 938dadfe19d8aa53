//! Paths become files, and files become dossiers; changes on the disk are noticed.

mod builtin;
mod discover;
mod loader;
mod watch;

pub use builtin::{builtin, builtin_text};
pub use discover::files;
pub use loader::{Loader, News, Opened, Options, Progress, load, open};
pub use watch::Watcher;
