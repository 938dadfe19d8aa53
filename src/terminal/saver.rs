//! Saves exported files on a thread of their own, so that no key waits for a disk.

use crate::data::{Meter, SaveError};
use crate::explore::{Draft, Saved, save, watch};
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};

/// What is said of a file that is being saved.
#[derive(Debug)]
pub enum Saving {
    /// How far it is.
    Underway(String),
    /// How it ended.
    Ended(Result<Saved, SaveError>),
}

/// Writes a draft to a new file in its folder on another thread. `tell` is called with how far it is, if that takes long, and last
/// how it ended. Returns the thread that writes.
///
/// # Errors
/// When no thread can be started; nothing is written then.
pub(crate) fn start(
    draft: Draft,
    tell: impl Fn(Saving) + Clone + Send + 'static,
) -> io::Result<JoinHandle<()>> {
    let (meter, has_ended) = (Arc::new(Meter::default()), Arc::new(Mutex::new(false)));
    let (watched, name) = (Arc::downgrade(&meter), draft.name());
    let (say, is_over) = (tell.clone(), Arc::clone(&has_ended));
    let thread = Builder::new().name("saver".into()).spawn(move || {
        let saved = save(&draft, &meter);
        *has_ended.lock().unwrap_or_else(PoisonError::into_inner) = true;
        tell(Saving::Ended(saved));
    })?;
    // Without this thread there is only less to read.
    let _ = Builder::new().name("meter".into()).spawn(move || {
        watch(&watched, |far| {
            // Nothing is said of it after its end.
            let is_over = is_over.lock().unwrap_or_else(PoisonError::into_inner);
            if !*is_over {
                say(Saving::Underway(format!("Saving {name}… {far}")));
            }
            !*is_over
        });
    });
    Ok(thread)
}
