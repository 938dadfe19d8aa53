//! Writing a file that was asked for in the explorer: on a thread of its own, so that no key waits for a disk.

use crate::data::SaveError;
use crate::explore::{Draft, saved};
use std::io;
use std::path::PathBuf;
use std::thread::{Builder, JoinHandle};

/// Writes a draft to a new file in the current folder, and calls `done` with its path from another thread. Returns
/// that thread.
///
/// # Errors
/// When the system has no thread to spare; nothing is written then.
pub(crate) fn save(
    draft: Draft,
    done: impl FnOnce(Result<PathBuf, SaveError>) + Send + 'static,
) -> io::Result<JoinHandle<()>> {
    Builder::new().name("saver".into()).spawn(move || {
        done(saved(&draft));
    })
}
