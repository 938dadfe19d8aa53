//! Writes and reads what is kept between visits on a thread of its own, one thing after the other, so that no key waits
//! for a disk or for another running copy.

use crate::explore::{Memory, Remember, Remembered};
use std::io;
use std::sync::mpsc::{Sender, channel};
use std::thread::{Builder, JoinHandle};

/// The thread. It ends when everything is written.
#[derive(Debug)]
pub(crate) struct Keeper {
    asked: Sender<Remember>,
    thread: JoinHandle<()>,
}

impl Keeper {
    /// Starts the thread, which calls `done` with each result.
    ///
    /// # Errors
    /// When it cannot be started.
    pub(crate) fn start(memory: Memory, done: impl Fn(Remembered) + Send + 'static) -> io::Result<Self> {
        let (asked, received) = channel::<Remember>();
        let work = move || received.into_iter().for_each(|asked| done(memory.carry_out(asked)));
        Ok(Self { asked, thread: Builder::new().name("keeper".into()).spawn(work)? })
    }

    /// Asks for something.
    pub(crate) fn ask(&self, asked: Remember) {
        // A thread that has panicked has said so.
        let _ = self.asked.send(asked);
    }

    /// Waits until everything is written.
    pub(crate) fn finish(self) {
        drop(self.asked);
        let _ = self.thread.join();
    }
}
