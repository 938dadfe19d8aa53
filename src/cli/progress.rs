//! Reading the files of a command, with its progress on a terminal if it takes long.

use crate::data::{Loaded, Loader};
use crate::terminal;
use crate::text;
use std::env;
use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

/// What takes no longer needs no progress.
const PATIENCE: Duration = Duration::from_millis(500);

/// Opens everything. On a terminal, standard error says how far it is once that takes long, and is cleared at the end.
pub(super) fn open(loader: Loader) -> Loaded {
    if !io::stderr().is_terminal() || env::var_os("TERM").is_none_or(|term| term == "dumb") {
        return loader.open();
    }
    let (begun, mut all, mut is_shown) = (Instant::now(), Loaded::default(), false);
    loader.read(|batch, progress| {
        all.append(batch);
        if begun.elapsed() > PATIENCE && !progress.is_done {
            let room = terminal::size().map_or(80, |(columns, _)| usize::from(columns)).saturating_sub(1);
            let words = progress.words().into_iter().find(|words| text::width(words) <= room);
            is_shown |= say(&words.unwrap_or_default());
        }
        ControlFlow::Continue(())
    });
    if is_shown {
        say("");
    }
    all
}

/// Writes in place of the line; true if that worked.
fn say(words: &str) -> bool {
    let mut out = io::stderr().lock();
    write!(out, "\r\u{1b}[K{words}").and_then(|()| out.flush()).is_ok()
}
