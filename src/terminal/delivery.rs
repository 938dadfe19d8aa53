//! What was typed, on its way to the queue.

use super::{
    events::{Event, Message, Outbox, quit_after_grace},
    keys::{INTERRUPT, Typed},
    mouse::Clicks,
};
use std::{io, thread, time::Instant};

/// The exit code when the terminal is gone, however that was noticed: 128 + SIGHUP.
pub(crate) const HANGUP_CODE: u8 = 129;
const INTERRUPT_CODE: u8 = 130;

/// Starts a thread with a name.
pub(super) fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().name(name.into()).spawn(work).map(drop)
}

/// Sends on what was typed; false after Ctrl-C, when nothing typed matters: the loop quits, or is forced to.
pub(super) fn deliver(typed: Typed, clicks: &mut Clicks, outbox: &Outbox) -> bool {
    let is_over = typed == Typed::Key(INTERRUPT);
    let event = match typed {
        Typed::Background(colour) => {
            outbox.send(Message::Background { colour, at: Instant::now() });
            None
        }
        Typed::Key(chord) => Some(Event::Key(chord)),
        Typed::Mouse(report) => clicks.pointed(&report, Instant::now()).map(Event::Pointed),
        Typed::Paste(text) => Some(Event::Paste(text)),
    };
    event.into_iter().for_each(|event| outbox.send_input(event));
    if is_over {
        quit_after_grace(INTERRUPT_CODE);
    }
    !is_over
}
