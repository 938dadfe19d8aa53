//! Saves exported files on a thread of their own, so that no key waits for a disk.

use crate::data::SaveError;
use crate::explore::{Draft, Saved, save};
use std::io;
use std::thread::{Builder, JoinHandle};

/// Writes a draft to a new file in the current folder on another thread, which then calls `done`. Returns that thread.
///
/// # Errors
/// When no thread can be started; nothing is written then.
pub(crate) fn start(
    draft: Draft,
    done: impl FnOnce(Result<Saved, SaveError>) + Send + 'static,
) -> io::Result<JoinHandle<()>> {
    Builder::new().name("saver".into()).spawn(move || done(save(&draft)))
}
