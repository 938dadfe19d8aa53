//! Work that may take longer than a frame: done by a thread of its own, so that no key waits for it.

use super::state::State;
use super::term::events::Waker;
use std::sync::mpsc::{Receiver, Sender, channel};

/// What is to be done with the state once the work is done.
pub type Outcome = Box<dyn FnOnce(&mut State) + Send>;

/// How work is done.
#[derive(Default)]
pub enum Errands {
    /// Before anything else happens: for tests and scripts.
    #[default]
    AtOnce,
    /// By a thread for each piece of work; the outcome arrives later.
    Later(Desk),
}

/// Where outcomes arrive.
pub struct Desk {
    waker: Waker,
    sender: Sender<(usize, Outcome)>,
    arrived: Receiver<(usize, Outcome)>,
    newest: usize,
}

impl Errands {
    /// Errands that are run on threads; the waker is told when one is done.
    pub fn later(waker: Waker) -> Self {
        let (sender, arrived) = channel();
        Self::Later(Desk { waker, sender, arrived, newest: 0 })
    }

    /// Begins a piece of work; the outcome of an older one is no longer wanted. Gives the outcome where it is known at
    /// once.
    pub fn begin(&mut self, work: impl FnOnce() -> Outcome + Send + 'static) -> Option<Outcome> {
        let Self::Later(desk) = self else { return Some(work()) };
        desk.newest += 1;
        let (number, sender, waker) = (desk.newest, desk.sender.clone(), desk.waker.clone());
        let thread = std::thread::Builder::new().name("errand".to_owned()).spawn(move || {
            // Without a receiver the explorer has ended.
            let _ = sender.send((number, work()));
            waker.wake();
        });
        let refused =
            |state: &mut State| state.notice = Some("the system gives no thread for this".to_owned());
        thread.is_err().then(|| Box::new(refused) as Outcome)
    }

    /// The outcome of the newest piece of work, once it has arrived.
    pub fn outcome(&self) -> Option<Outcome> {
        let Self::Later(desk) = self else { return None };
        desk.arrived
            .try_iter()
            .filter(|(number, _)| *number == desk.newest)
            .map(|(_, outcome)| outcome)
            .last()
    }
}
