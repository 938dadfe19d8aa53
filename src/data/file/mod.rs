//! One file: reading its text, writing it atomically.

mod charset;
mod disk;
mod encoding;
mod patience;
mod read;
mod save;
mod temporary;

pub(super) use charset::{Decoded, decode_any};
pub(super) use encoding::decode;
pub use read::{DEFAULT_MAX_SIZE, read_bytes, read_text};
pub(super) use read::{read_table, reason};
pub use save::{Existing, Refusal, SaveError, file_stem, save, save_new};
pub use temporary::clear_unfinished;
