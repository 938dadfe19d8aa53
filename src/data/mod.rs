//! The loading module: bytes become checked dossiers, and everything wrong with them is told.

pub mod akoma_ntoso;
mod builtin;
mod discover;
mod encoding;
mod formats;
mod json;
mod lines;
mod problem;
mod references;
mod reflow;
mod schema;
mod shape;
mod states;
mod tota;
mod unique;
mod walk;
mod xml;

pub use builtin::{builtin, builtin_text};
pub use discover::{DEFAULT_MAX_SIZE, Opened, open, read_text};
pub use formats::{Loaded, parse};
pub use problem::{Problem, Severity};
pub use schema::schema;
