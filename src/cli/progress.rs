//! How far a command is, on a terminal, if it takes long: on standard error, in a line that is cleared at the end.

use crate::data::{Gauge, Loader, Meter};
use crate::explore::PACE;
use crate::terminal;
use crate::text;
use std::env;
use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::{self, Builder};

/// Reads what a loader opens.
pub(super) fn reading<T>(loader: Loader, read: impl FnOnce(Loader) -> T) -> T {
    let gauge = loader.gauge.clone();
    of_both("Reading", &gauge, |_| read(loader))
}

/// Does a work; `doing` is what is said that it does, such as `Searching`.
pub(super) fn during<T>(doing: &str, work: impl FnOnce(&Meter) -> T) -> T {
    of_both(doing, &Gauge::default(), work)
}

/// Does a work that also reads: while files are read, that is what is said.
pub(super) fn of_both<T>(doing: &str, gauge: &Gauge, work: impl FnOnce(&Meter) -> T) -> T {
    let meter = Meter::default();
    if !io::stderr().is_terminal() || env::var_os("TERM").is_none_or(|term| term == "dumb") {
        return work(&meter);
    }
    let words = || {
        let read = gauge.read();
        let is_reading = read.all_files > 0 && !read.is_done;
        match (is_reading, read.left) {
            (true, Some(_)) => without_clauses(read.words()),
            // The time left is not known before the first file is read.
            (true, None) => vec![format!("Reading… {}", meter.words())],
            (false, _) => vec![format!("{doing}… {}", meter.words())],
        }
    };
    thread::scope(|scope| {
        let (end, ended) = channel();
        // Without this thread there is only less to read.
        let _ = Builder::new().name("progress".to_owned()).spawn_scoped(scope, || tell(&words, ended));
        let done = work(&meter);
        drop(end);
        done
    })
}

/// The files and the time left; a search leaves out most clauses as it reads.
fn without_clauses([_, files, fewest]: [String; 3]) -> Vec<String> {
    vec![files, fewest]
}

/// Says how far it is until the other end of the channel is gone.
fn tell(words: &dyn Fn() -> Vec<String>, ended: Receiver<()>) {
    let mut is_shown = false;
    while ended.recv_timeout(PACE) == Err(RecvTimeoutError::Timeout) {
        // Some terminals say that they have no columns.
        let columns = terminal::size().map_or(0, |(columns, _)| usize::from(columns));
        let room = if columns == 0 { 79 } else { columns - 1 };
        let words = words().into_iter().find(|words| text::width(words) <= room);
        is_shown |= say(&words.unwrap_or_default());
    }
    if is_shown {
        say("");
    }
}

/// Writes in place of the line; true if that worked.
fn say(words: &str) -> bool {
    let mut out = io::stderr().lock();
    write!(out, "\r\u{1b}[K{words}").and_then(|()| out.flush()).is_ok()
}
