//! One file: its text read, or bytes written whole or not at all.

mod encoding;
mod read;
mod save;

pub use read::{DEFAULT_MAX_SIZE, read_text};
pub(super) use read::{open, reason};
pub use save::{Existing, Refusal, SaveError, save, save_new, slug};
