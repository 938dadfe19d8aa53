//! Signals, and a terminal that is a file: it is read, and watched for its end.

use std::{
    io::{self, IsTerminal},
    os::fd::OwnedFd,
    sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel},
    thread,
    time::Duration,
};

use rustix::{
    event::{PollFd, PollFlags, poll},
    io::Errno,
};
use signal_hook::{
    consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH},
    iterator::Signals,
};

use crate::terminal::{
    delivery::{HANGUP_CODE, deliver, spawn},
    events::{Message, Outbox},
    job_control,
    keys::typed,
    mouse::Clicks,
    scope::Scope,
    sequences::{Sequence, Splitter},
    system::input_terminal,
};

/// Sends signals to the queue instead of letting them end the process. Called before the terminal is taken over, so that
/// no signal can end the process in raw mode.
pub(crate) fn listen_to_signals(outbox: Outbox) -> io::Result<()> {
    let signals = Signals::new([SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    spawn("signals", move || forward_signals(signals, &outbox))
}

/// Starts to read keys and to watch the terminal. Called after the first frame, which does not wait for it.
pub(crate) fn listen_to_terminal(outbox: &Outbox) -> io::Result<()> {
    let (Some(input), Some(watched)) = (input_terminal(), input_terminal()) else {
        return Ok(());
    };
    let (sender, pieces) = sync_channel(16);
    let (keys, reader, gone) = (outbox.clone(), outbox.clone(), outbox.clone());
    spawn("keys", move || send_typed(&pieces, &keys))?;
    spawn("terminal", move || read_terminal(&input, &sender, &reader))?;
    spawn("hang-up", move || watch_terminal(&watched, &gone))
}

fn forward_signals(mut signals: Signals, outbox: &Outbox) {
    for signal in signals.forever() {
        match signal {
            SIGWINCH => outbox.send(Message::Resize),
            // They are for the editor; a stop is for both, since the shell waits for all of the job.
            SIGINT | SIGQUIT if job_control::is_lent() => {}
            SIGTSTP if job_control::is_lent() => drop(job_control::stop(Scope::Process)),
            SIGTSTP => outbox.send(Message::Suspend),
            SIGCONT if job_control::take_own_continue() => {}
            SIGCONT => outbox.send(Message::Resume),
            deadly => outbox.quit(u8::try_from(128 + deadly).unwrap_or(u8::MAX)),
        }
    }
}

/// Reads what the terminal sends with blocking calls, so that idle means idle, and hands it to the thread that splits it,
/// which alone needs to know the time: not every system can wait for a terminal with a limit.
fn read_terminal(tty: &OwnedFd, pieces: &SyncSender<Vec<u8>>, outbox: &Outbox) {
    let mut buffer = [0; 4_096];
    loop {
        if !is_readable(tty) {
            continue;
        }
        let turn = job_control::reading();
        // While the terminal was lent, what was typed was for another program.
        if !has_input(tty) {
            continue;
        }
        let read = rustix::io::read(tty, &mut buffer);
        drop(turn);
        match read {
            Ok(0) => return outbox.quit(HANGUP_CODE),
            Ok(length) => {
                let piece = buffer.get(..length).unwrap_or_default().to_vec();
                if pieces.send(piece).is_err() {
                    return;
                }
            }
            Err(Errno::INTR) => {}
            // Standard input may have been left in a mode that does not wait.
            Err(Errno::AGAIN) => thread::sleep(Duration::from_millis(10)),
            Err(_) => return outbox.quit(HANGUP_CODE),
        }
    }
}

/// Waits until there is something to read; where terminals cannot be waited for, reading waits. False to wait again.
fn is_readable(tty: &OwnedFd) -> bool {
    poll(&mut [PollFd::new(tty, PollFlags::IN)], None) != Err(Errno::INTR)
}

/// Whether there is something to read, an end of the terminal included, as far as can be known.
fn has_input(tty: &OwnedFd) -> bool {
    let now = rustix::event::Timespec { tv_sec: 0, tv_nsec: 0 };
    poll(&mut [PollFd::new(tty, PollFlags::IN)], Some(&now)) != Ok(0)
}

/// Splits the bytes and sends on what was typed.
fn send_typed(pieces: &Receiver<Vec<u8>>, outbox: &Outbox) {
    let (mut splitter, mut clicks) = (Splitter::default(), Clicks::default());
    loop {
        let received = match splitter.patience() {
            Some(patience) => pieces.recv_timeout(patience),
            None => pieces.recv().map_err(RecvTimeoutError::from),
        };
        let sequences: Vec<Sequence> = match received {
            Ok(piece) => piece.into_iter().filter_map(|byte| splitter.next(byte)).collect(),
            Err(RecvTimeoutError::Timeout) => splitter.give_up().into_iter().collect(),
            Err(RecvTimeoutError::Disconnected) => return,
        };
        if !sequences.into_iter().filter_map(typed).all(|typed| deliver(typed, &mut clicks, outbox)) {
            return;
        }
    }
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
