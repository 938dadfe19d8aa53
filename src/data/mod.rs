//! The loading module: bytes become checked dossiers, and everything wrong with them is told.

mod builtin;
mod discover;
mod encoding;
mod json;
mod lines;
mod problem;
mod references;
mod save;
mod schema;
mod shape;
mod walk;

pub use builtin::{builtin, builtin_text};
pub use discover::{DEFAULT_MAX_SIZE, Opened, open, read_text};
pub use json::{Loaded, parse};
pub use problem::{Problem, Severity};
pub use save::{Existing, Refusal, SaveError, save, save_new, slug};
pub use schema::schema;
