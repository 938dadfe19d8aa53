//! The threads that wait for keys, for signals, and for the terminal to disappear.

use std::{
    io::{self, IsTerminal},
    os::fd::OwnedFd,
    thread,
    time::Duration,
};

use ratatui::crossterm::event::{self, Event as InputEvent, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use rustix::{
    event::{PollFd, PollFlags, poll},
    io::Errno,
};
use signal_hook::{
    consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH},
    iterator::Signals,
};

use super::{
    events::{Event, Message, Outbox, PASTE_LIMIT, quit_after_grace},
    guard, job_control,
};

/// The exit code when the terminal is gone, however that was noticed: 128 + SIGHUP.
pub(crate) const HANGUP_CODE: u8 = 129;
const INTERRUPT_CODE: u8 = 130;

/// Sends signals to the queue instead of letting them end the process. Called before the terminal is taken over, so that
/// no signal can end the process in raw mode.
pub(crate) fn listen_to_signals(outbox: Outbox) -> io::Result<()> {
    let signals = Signals::new([SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    spawn("signals", move || forward_signals(signals, &outbox))
}

/// Starts to read keys and to watch the terminal. Called after the first frame, which does not wait for it.
pub(crate) fn listen_to_terminal(outbox: &Outbox) -> io::Result<()> {
    let keys = outbox.clone();
    spawn("keys", move || read_keys(&keys))?;
    if let Some(tty) = guard::input_terminal() {
        let gone = outbox.clone();
        spawn("hang-up", move || watch_terminal(&tty, &gone))?;
    }
    Ok(())
}

/// Whether the key is Ctrl-C, with any other modifiers.
pub(crate) fn is_ctrl_c(key: &KeyEvent) -> bool {
    key.code == KeyCode::Char('c') && key.modifiers.contains(KeyModifiers::CONTROL)
}

/// Whether the key is Ctrl-Z, with any other modifiers.
pub(crate) fn is_ctrl_z(key: &KeyEvent) -> bool {
    key.code == KeyCode::Char('z') && key.modifiers.contains(KeyModifiers::CONTROL)
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().name(name.into()).spawn(work).map(drop)
}

fn forward_signals(mut signals: Signals, outbox: &Outbox) {
    for signal in signals.forever() {
        match signal {
            SIGWINCH => outbox.send(Message::Resize),
            SIGTSTP if job_control::take_own_stop() => {}
            SIGTSTP => outbox.send(Message::Suspend),
            SIGCONT if job_control::take_own_continue() => {}
            SIGCONT => outbox.send(Message::Resume),
            deadly => outbox.quit(u8::try_from(128 + deadly).unwrap_or(u8::MAX)),
        }
    }
}

/// Reads with blocking calls, not polls: with the event source we use, a poll with a zero timeout sees nothing
/// (crossterm#839), and a longer timeout would wake the CPU.
fn read_keys(outbox: &Outbox) {
    loop {
        match event::read() {
            Ok(InputEvent::Key(key)) if key.kind == KeyEventKind::Release => {}
            Ok(InputEvent::Key(key)) => {
                outbox.send_input(Event::Key(key));
                if is_ctrl_c(&key) {
                    // Nothing typed after it matters: the loop quits, or is forced to.
                    return quit_after_grace(INTERRUPT_CODE);
                }
            }
            Ok(InputEvent::Paste(text)) => outbox.send_input(Event::Paste(capped(text))),
            // Resizes are handled by SIGWINCH, which is caught before the first frame; this reader starts after it.
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => return outbox.quit(HANGUP_CODE),
        }
    }
}

fn capped(mut text: String) -> String {
    let end = (0..=PASTE_LIMIT.min(text.len())).rev().find(|&end| text.is_char_boundary(end));
    text.truncate(end.unwrap_or(0));
    text
}

/// Waits until the terminal is gone. Only a session leader gets SIGHUP, and not even that one if its parent left the
/// signal ignored; and the reader above would spin instead of failing.
fn watch_terminal(tty: &OwnedFd, outbox: &Outbox) {
    // Linux always reports a hang-up. Elsewhere we must ask for input, which also wakes us for keys.
    let asked = if cfg!(target_os = "linux") { PollFlags::empty() } else { PollFlags::IN };
    loop {
        let mut watched = [PollFd::new(tty, asked)];
        match poll(&mut watched, None) {
            Err(Errno::INTR) => continue,
            Err(_) => return,
            Ok(_) => {}
        }
        let seen = watched.iter().fold(PollFlags::empty(), |seen, fd| seen | fd.revents());
        if seen.contains(PollFlags::NVAL) {
            return; // The system cannot poll terminals: SIGHUP has to do.
        }
        if seen.intersects(PollFlags::HUP | PollFlags::ERR) || !tty.is_terminal() {
            return outbox.quit(HANGUP_CODE);
        }
        thread::sleep(Duration::from_millis(100));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paste_is_cut_at_a_character() {
        assert_eq!(capped("short".into()), "short");
        assert_eq!(capped("a".repeat(PASTE_LIMIT + 1)).len(), PASTE_LIMIT);
        let cut = capped(format!("a{}", "ə".repeat(PASTE_LIMIT)));
        assert_eq!(cut.len(), PASTE_LIMIT - 1);
        assert!(cut.ends_with('ə'));
    }
}
