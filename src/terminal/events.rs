//! What can happen to the explorer, and the one queue through which it all arrives.

use std::{
    process,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
        mpsc::{self, Receiver, Sender},
    },
    thread,
    time::Duration,
};

use crate::data::SaveError;
use crate::explore::Saved;
use crate::explore::action::CopyForm;
use ratatui::crossterm::event::KeyEvent;

use super::{browser::OpenError, clipboard::CopyError, terminal};

/// How long the user interface may take to obey an order to quit before the program ends without it.
const GRACE: Duration = Duration::from_millis(700);
/// Keys waiting to be handled before reading pauses; what is not read waits in the kernel's small buffer, so that
/// a flood of keys cannot eat the memory while the screen is blocked.
const MOST_WAITING: usize = 8_192;

/// News for a [`Program`](super::run::Program). Quitting, suspending and signals never get that far: the loop sees
/// to them, so that no state of the program can refuse them.
#[derive(Debug)]
pub enum Event {
    /// A key went down or repeats.
    Key(KeyEvent),
    /// Text was pasted; at most [`PASTE_LIMIT`] bytes of it, unfiltered.
    Paste(String),
    /// A worker asked, through its [`Waker`], that its results be looked at.
    Wake,
    /// A worker thread panicked with this message, unfiltered. The program goes on without it.
    WorkerPanic(String),
    /// How an [`Effect::Copy`](crate::explore::Effect::Copy) went.
    Copied(Result<CopyForm, CopyError>),
    /// How an [`Effect::Open`](crate::explore::Effect::Open) went: the host that is opening.
    Opened(Result<String, OpenError>),
    /// How an [`Effect::Save`](crate::explore::Effect::Save) went.
    Saved(Result<Saved, SaveError>),
}

/// The most bytes of a paste that reach the program: a search line, not a document.
pub const PASTE_LIMIT: usize = 4_096;

/// What travels in the queue: news for the program, or orders for the loop.
#[derive(Debug)]
pub(crate) enum Message {
    /// News for the program.
    Event(Event),
    /// The terminal has, or may have, a new size.
    Resize,
    /// Someone sent SIGTSTP to this process.
    Suspend,
    /// The process goes on after a stop that was not its own doing; the terminal may be in any mode.
    Resume,
    /// End with this exit code.
    Quit(u8),
}

/// The sending end of the queue.
#[derive(Clone, Debug)]
pub(crate) struct Outbox {
    sender: Sender<Message>,
    waiting: Arc<AtomicUsize>,
    wake_waits: Arc<AtomicBool>,
}

/// The receiving end, held by the loop.
#[derive(Debug)]
pub(crate) struct Inbox {
    receiver: Receiver<Message>,
    waiting: Arc<AtomicUsize>,
    wake_waits: Arc<AtomicBool>,
}

/// The two ends of a new queue.
pub(crate) fn queue() -> (Outbox, Inbox) {
    let (sender, receiver) = mpsc::channel();
    let (waiting, wake_waits) = (Arc::default(), Arc::default());
    let outbox = Outbox { sender, waiting: Arc::clone(&waiting), wake_waits: Arc::clone(&wake_waits) };
    (outbox, Inbox { receiver, waiting, wake_waits })
}

impl Outbox {
    /// Puts news or an order into the queue; once the loop is gone, nobody needs them.
    pub(crate) fn send(&self, message: Message) {
        let _ = self.sender.send(message);
    }

    /// Like [`send`](Self::send) for what a person or a flood types, waiting while too much of it is unread.
    pub(crate) fn send_input(&self, event: Event) {
        while self.waiting.load(Ordering::Relaxed) >= MOST_WAITING {
            thread::sleep(Duration::from_millis(2));
        }
        self.waiting.fetch_add(1, Ordering::Relaxed);
        self.send(Message::Event(event));
    }

    /// Orders the end with exit code `code`, and sees to it that the order is obeyed.
    pub(crate) fn quit(&self, code: u8) {
        self.send(Message::Quit(code));
        quit_after_grace(code);
    }
}

/// Ends the process, terminal restored as far as possible, unless it has ended by itself within the grace time:
/// the user interface may be blocked in a write to a terminal that reads no more, or busy.
pub(crate) fn quit_after_grace(code: u8) {
    let _ = thread::Builder::new().name("grace".into()).spawn(move || {
        thread::sleep(GRACE);
        terminal::abandon();
        process::exit(code.into());
    });
}

impl Inbox {
    /// Sleeps until something arrives. `None` when nothing ever can.
    pub(crate) fn wait(&self) -> Option<Message> {
        self.receiver.recv().ok().inspect(|message| self.note(message))
    }

    /// What has arrived already, if anything.
    pub(crate) fn next_waiting(&self) -> Option<Message> {
        self.receiver.try_recv().ok().inspect(|message| self.note(message))
    }

    fn note(&self, message: &Message) {
        match message {
            // Cleared before the program looks: results that come while it looks ask again.
            Message::Event(Event::Wake) => self.wake_waits.store(false, Ordering::Release),
            Message::Event(Event::Key(_) | Event::Paste(_)) => {
                self.waiting.fetch_sub(1, Ordering::Relaxed);
            }
            _ => {}
        }
    }
}

/// Lets a worker thread (search, loader) ask the loop for a look at its results.
#[derive(Clone, Debug)]
pub struct Waker(pub(crate) Outbox);

impl Waker {
    /// Sends one [`Event::Wake`], unless one is still unread: a busy worker may call this as often as it likes.
    pub fn wake(&self) {
        if !self.0.wake_waits.swap(true, Ordering::AcqRel) {
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
        assert!(matches!(inbox.next_waiting(), Some(Message::Event(Event::Wake))));
        assert!(inbox.next_waiting().is_none());
        waker.wake();
        assert!(matches!(inbox.wait(), Some(Message::Event(Event::Wake))));
    }

    #[test]
    fn typing_pauses_while_nobody_reads() {
        let (outbox, inbox) = queue();
        let typist = thread::spawn(move || {
            for _ in 0..MOST_WAITING + 100 {
                outbox.send_input(Event::Paste(String::new()));
            }
        });
        while inbox.waiting.load(Ordering::Relaxed) < MOST_WAITING {
            thread::yield_now();
        }
        assert!(!typist.is_finished());
        let mut read = 0;
        while inbox.wait().is_some() {
            assert!(inbox.waiting.load(Ordering::Relaxed) <= MOST_WAITING);
            read += 1;
        }
        assert_eq!(read, MOST_WAITING + 100);
        typist.join().unwrap();
    }
}
