//! The explorer line by line, for screen readers and dumb terminals: numbered choices, no boxes, nothing redrawn.
//!
//! It has the state of the explorer and changes it by the explorer's actions; only what is shown differs. It reads lines
//! and writes lines, so that it also works in a pipe of commands.

mod choices;
mod heard;
mod list;
mod request;
mod say;
mod session;

pub use session::Session;

use crate::text::{shown_lines, width, wrap};
use request::Request;
use session::Outcome;
use std::io::{self, BufRead, Write};

/// Whether somebody waits for a prompt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prompt {
    /// A person does.
    Shown,
    /// The lines come from a file or a pipe.
    Hidden,
}

/// Reads requests until one of them is to quit or there are no more, and answers each. Where `columns` is a width, lines
/// are broken between words: a terminal breaks them anywhere, and what is read aloud by lines would have torn words.
///
/// # Errors
/// What the reader or the writer returns.
pub fn run(
    mut session: Session,
    mut input: impl BufRead,
    out: &mut impl Write,
    prompt: Prompt,
    columns: Option<usize>,
) -> io::Result<()> {
    tell(&mut session, columns, out)?;
    loop {
        if prompt == Prompt::Shown {
            write!(out, "> ")?;
        }
        out.flush()?;
        // What is no UTF-8 is no request; it is told as one that is not understood.
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        let (words, moved) = match session.heed(Request::read(&String::from_utf8_lossy(&line))) {
            Outcome::Moved(words) => (words, true),
            Outcome::Told(words) => (words, false),
            Outcome::Quit => return Ok(()),
        };
        words.iter().try_for_each(|words| broken(&shown_lines(words), columns, out))?;
        if moved {
            tell(&mut session, columns, out)?;
        }
    }
}

/// Says where the person is.
fn tell(session: &mut Session, columns: Option<usize>, out: &mut impl Write) -> io::Result<()> {
    let mut words = Vec::new();
    session.say(&mut words)?;
    broken(&String::from_utf8_lossy(&words), columns, out)
}

/// Writes lines, broken between words; what follows stands as far in as the first.
fn broken(text: &str, columns: Option<usize>, out: &mut impl Write) -> io::Result<()> {
    for line in text.lines() {
        let words = line.trim_start();
        let indent = line.len() - words.len();
        let room =
            columns.filter(|columns| width(line) > *columns).map(|columns| columns.saturating_sub(indent));
        // A single word, such as a web address, stays whole.
        let Some(room) = room.filter(|room| *room > 0 && words.contains(' ')) else {
            writeln!(out, "{line}")?;
            continue;
        };
        for range in wrap(words, room) {
            writeln!(out, "{}{}", " ".repeat(indent), words.get(range).unwrap_or_default())?;
        }
    }
    Ok(())
}
