//! The loading module: bytes become checked dossiers, and everything wrong with them is told.

mod builtin;
mod discover;
mod encoding;
mod json;
mod lines;
pub mod memberships;
mod problem;
mod references;
mod schema;
mod shape;
mod topics;
mod walk;

pub use builtin::{builtin, builtin_text};
pub use discover::{DEFAULT_MAX_SIZE, Opened, open, read_text};
pub use json::{Loaded, parse};
pub use problem::{Problem, Severity};
pub use schema::schema;
pub use topics::{Topic, builtin_topics, read_topics};
