//! The loading module: bytes become checked dossiers, and everything wrong with them is told.

pub mod akoma_ntoso;
mod builtin;
mod discover;
mod encoding;
mod example;
mod file;
mod formats;
mod json;
mod lines;
mod load;
pub mod memberships;
mod problem;
mod references;
mod reflow;
mod save;
mod schema;
mod shape;
mod states;
mod topics;
mod tota;
mod unique;
mod walk;
mod watch;
mod xml;

pub use builtin::{builtin, builtin_text};
pub use discover::files;
pub use example::example;
pub use file::{DEFAULT_MAX_SIZE, read_text};
pub use formats::{Loaded, parse};
pub use load::{Loader, News, Opened, Options, Progress, load, open};
pub use problem::{Problem, Severity};
pub use save::{Existing, Refusal, SaveError, save, save_new, slug};
pub use schema::schema;
pub use topics::{Topic, builtin_topics, read_topics};
pub use watch::Watcher;
