//! One file: reading its text, writing it atomically.

mod encoding;
mod read;
mod save;

pub use read::{DEFAULT_MAX_SIZE, read_text};
pub(super) use read::{read_table, reason};
pub use save::{Existing, Refusal, SaveError, file_stem, save, save_new};
