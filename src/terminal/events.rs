//! The events of the explorer, and the one queue through which they arrive.

use std::{
    process,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
        mpsc::{self, Receiver, Sender},
    },
    thread,
    time::{Duration, Instant},
};

use crate::explore::action::CopyForm;
use crate::explore::{Chord, Mouse, Remembered};

use super::saver::Saving;
use super::{
    background::Rgb, browser::OpenError, clipboard::CopyError, editor::EditError, guard, mouse::Pointed,
};

/// How long the user interface may take to quit before the process ends without it.
const GRACE: Duration = Duration::from_millis(700);
/// The most keys waiting to be handled before reading pauses. The rest wait in the kernel's small buffer, so that a flood
/// of keys cannot exhaust memory while the screen is blocked.
const MOST_WAITING: usize = 8_192;

/// An event for a [`Program`](super::run::Program). Quitting, suspending and signals do not get that far: the loop handles
/// them, so that no state of the program can refuse them.
#[derive(Debug)]
pub enum Event {
    /// A key was pressed or repeats.
    Key(Chord),
    /// The mouse did something.
    Pointed(Pointed),
    /// The terminal says that this is the colour behind the text.
    Background(Rgb),
    /// The mouse now belongs to the explorer, or to the terminal.
    Mouse(Mouse),
    /// Text was pasted; the first few thousand bytes of it, unfiltered.
    Paste(String),
    /// A worker has results, reported through its [`Waker`].
    Wake,
    /// A worker thread panicked with this message, unfiltered. The program continues without it.
    WorkerPanic(String),
    /// How an [`Effect::Copy`](crate::explore::Effect::Copy) went.
    Copied(Result<CopyForm, CopyError>),
    /// Why an [`Effect::Open`](crate::explore::Effect::Open) failed.
    NotOpened(OpenError),
    /// How an [`Effect::Save`](crate::explore::Effect::Save) goes.
    Saving(Saving),
    /// What came of an [`Effect::Remember`](crate::explore::Effect::Remember).
    Remembered(Remembered),
    /// What came of an [`Effect::Edit`](crate::explore::Effect::Edit).
    Edited(Result<String, EditError>),
}

/// What travels in the queue: events for the program, or orders for the loop.
#[derive(Debug)]
pub(crate) enum Message {
    /// An event for the program.
    Event(Event),
    /// The terminal has, or may have, a new size.
    Resize,
    /// The terminal says, at this time, that this is the colour behind the text.
    Background {
        /// The colour.
        colour: Rgb,
        /// When it arrived.
        at: Instant,
    },
    /// Someone sent SIGTSTP to this process.
    #[cfg(unix)]
    Suspend,
    /// The process continues after it was stopped from outside; the terminal may be in any mode.
    #[cfg(unix)]
    Resume,
    /// End with this exit code.
    Quit(u8),
}

/// The sending end of the queue.
#[derive(Clone, Debug)]
pub(crate) struct Outbox {
    sender: Sender<Message>,
    waiting: Arc<AtomicUsize>,
    wake_pending: Arc<AtomicBool>,
}

/// The receiving end, owned by the loop.
#[derive(Debug)]
pub(crate) struct Inbox {
    receiver: Receiver<Message>,
    waiting: Arc<AtomicUsize>,
    wake_pending: Arc<AtomicBool>,
}

/// The two ends of a new queue.
pub(crate) fn queue() -> (Outbox, Inbox) {
    let (sender, receiver) = mpsc::channel();
    let (waiting, wake_pending) = (Arc::default(), Arc::default());
    let outbox = Outbox { sender, waiting: Arc::clone(&waiting), wake_pending: Arc::clone(&wake_pending) };
    (outbox, Inbox { receiver, waiting, wake_pending })
}

impl Outbox {
    /// Puts a message into the queue. Does nothing once the loop is gone.
    pub(crate) fn send(&self, message: Message) {
        let _ = self.sender.send(message);
    }

    /// Like [`send`](Self::send), for keys, pastes and the mouse: waits while too many of them are unread.
    pub(crate) fn send_input(&self, event: Event) {
        while self.waiting.load(Ordering::Relaxed) >= MOST_WAITING {
            thread::sleep(Duration::from_millis(2));
        }
        self.waiting.fetch_add(1, Ordering::Relaxed);
        self.send(Message::Event(event));
    }

    /// Quits with exit code `code`, by force if the loop does not.
    pub(crate) fn quit(&self, code: u8) {
        self.send(Message::Quit(code));
        quit_after_grace(code);
    }
}

/// Ends the process, with the terminal restored as far as possible, unless it ends by itself within [`GRACE`]: the user
/// interface may be busy, or blocked in a write to a terminal that no longer reads.
#[allow(clippy::disallowed_methods, reason = "the terminal has been handed back, and the loop does not end")]
pub(crate) fn quit_after_grace(code: u8) {
    let _ = thread::Builder::new().name("grace".into()).spawn(move || {
        thread::sleep(GRACE);
        guard::abandon();
        process::exit(code.into());
    });
}

impl Inbox {
    /// Blocks until a message arrives. `None` if no sender is left.
    pub(crate) fn wait(&self) -> Option<Message> {
        self.receiver.recv().ok().inspect(|message| self.note(message))
    }

    /// The next message that has arrived or does so until then, if any.
    pub(crate) fn next_until(&self, then: Instant) -> Option<Message> {
        let next = self.receiver.try_recv().ok();
        let next = next.or_else(|| {
            let left = then.checked_duration_since(Instant::now()).filter(|left| !left.is_zero())?;
            self.receiver.recv_timeout(left).ok()
        });
        next.inspect(|message| self.note(message))
    }

    fn note(&self, message: &Message) {
        match message {
            // Cleared before the program takes its results, so that later ones wake it again.
            Message::Event(Event::Wake) => self.wake_pending.store(false, Ordering::Release),
            Message::Event(Event::Key(_) | Event::Pointed(_) | Event::Paste(_)) => {
                self.waiting.fetch_sub(1, Ordering::Relaxed);
            }
            _ => {}
        }
    }
}

/// Lets a worker thread (search, loader) wake the loop.
#[derive(Clone, Debug)]
pub struct Waker(pub(crate) Outbox);

impl Waker {
    /// Sends one [`Event::Wake`], unless one is still unread: a busy worker may call this as often as it wants.
    pub fn wake(&self) {
        if !self.0.wake_pending.swap(true, Ordering::AcqRel) {
            self.0.send(Message::Event(Event::Wake));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wakes_are_merged_until_they_are_read() {
        let (outbox, inbox) = queue();
        let waker = Waker(outbox);
        waker.wake();
        waker.clone().wake();
        assert!(matches!(inbox.next_until(Instant::now()), Some(Message::Event(Event::Wake))));
        let soon = Instant::now() + Duration::from_millis(20);
        assert!(inbox.next_until(soon).is_none() && Instant::now() >= soon);
        waker.wake();
        assert!(matches!(inbox.wait(), Some(Message::Event(Event::Wake))));
    }

    #[test]
    fn typing_pauses_while_nobody_reads() {
        let (outbox, inbox) = queue();
        let typing = thread::spawn(move || {
            for _ in 0..MOST_WAITING + 100 {
                outbox.send_input(Event::Paste(String::new()));
            }
        });
        while inbox.waiting.load(Ordering::Relaxed) < MOST_WAITING {
            thread::yield_now();
        }
        assert!(!typing.is_finished());
        let mut read = 0;
        while inbox.wait().is_some() {
            assert!(inbox.waiting.load(Ordering::Relaxed) <= MOST_WAITING);
            read += 1;
        }
        assert_eq!(read, MOST_WAITING + 100);
        typing.join().unwrap();
    }
}
