//! The loading module: bytes become checked dossiers, and everything wrong with them is reported.
//!
//! | folder | what it does |
//! |---|---|
//! | `file` | one file: its text read, or bytes written whole or not at all |
//! | `tables` | lists beside the dossiers: memberships, states, topics |
//! | `formats` | a text becomes a dossier; one folder a format, and the table that tells them apart |
//! | `load` | paths become files, and files become dossiers, on all cores and in the background |

mod file;
mod formats;
mod load;
mod loaded;
mod problem;
mod tables;

pub use file::{DEFAULT_MAX_SIZE, Existing, Refusal, SaveError, read_text, save, save_new, slug};
pub use formats::{akoma_ntoso, example, parse, schema};
pub use load::{Loader, Progress, Watcher, builtin, builtin_text, files};
pub use loaded::Loaded;
pub use problem::{Problem, Severity};
pub use tables::{StateName, Topic, builtin_topics, memberships, read_topics, states};
