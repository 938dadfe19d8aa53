//! The threads that wait for keys, for signals, and for the terminal to vanish.

use std::{
    io::{self, IsTerminal},
    os::fd::OwnedFd,
    thread,
    time::Duration,
};

use ratatui::crossterm::event::{self, Event as Heard, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
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
    job_control, terminal,
};

/// The exit code when the terminal has gone, however that was noticed: 128 + SIGHUP.
pub(crate) const HANGUP_CODE: u8 = 129;
const INTERRUPT_CODE: u8 = 130;

/// From here on the signals arrive in the queue instead of ending the process. Called before the terminal is taken,
/// so that no moment is left in which one could end it in raw mode.
pub(crate) fn listen_to_signals(outbox: Outbox) -> io::Result<()> {
    let signals = Signals::new([SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    spawn("signals", move || forward_signals(signals, &outbox))
}

/// Starts to read keys and to watch the terminal. Called after the first frame: nobody waits for this.
pub(crate) fn listen_to_terminal(outbox: &Outbox) -> io::Result<()> {
    let keys = outbox.clone();
    spawn("keys", move || read_keys(&keys))?;
    if let Some(tty) = terminal::input_terminal() {
        let gone = outbox.clone();
        spawn("hang-up", move || watch_terminal(&tty, &gone))?;
    }
    Ok(())
}

/// Ctrl-C, whatever else is held.
pub(crate) fn is_ctrl_c(key: &KeyEvent) -> bool {
    key.code == KeyCode::Char('c') && key.modifiers.contains(KeyModifiers::CONTROL)
}

/// Ctrl-Z, whatever else is held.
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

/// A blocking read, not a poll: with the event source we use, a poll without time to wait sees nothing
/// (crossterm#839), and one with time would be a wake-up.
fn read_keys(outbox: &Outbox) {
    loop {
        match event::read() {
            Ok(Heard::Key(key)) if key.kind == KeyEventKind::Release => {}
            Ok(Heard::Key(key)) => {
                outbox.send_input(Event::Key(key));
                if is_ctrl_c(&key) {
                    // Nothing typed after it can matter; the loop quits, or is made to.
                    return quit_after_grace(INTERRUPT_CODE);
                }
            }
            Ok(Heard::Paste(text)) => outbox.send_input(Event::Paste(capped(text))),
            // Sizes come with SIGWINCH, which is listened to before the first frame; this reader starts after it.
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

/// Waits until the terminal is gone. SIGHUP says so to a session's leader only, and not even to that one when
/// nobody restored a signal it ignores; and the reader above, told nothing, would spin.
fn watch_terminal(tty: &OwnedFd, outbox: &Outbox) {
    // Linux reports a hang-up unasked. Elsewhere the input has to be asked for, which wakes us for keys too.
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
            return; // A system that cannot poll terminals: SIGHUP has to do.
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
