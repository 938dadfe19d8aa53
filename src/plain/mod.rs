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

use crate::text::shown_lines;
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

/// Reads requests until one of them is to quit or there are no more, and answers each.
///
/// # Errors
/// What the reader or the writer returns.
pub fn run(
    mut session: Session,
    mut input: impl BufRead,
    out: &mut impl Write,
    prompt: Prompt,
) -> io::Result<()> {
    session.say(out)?;
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
        words.iter().try_for_each(|words| writeln!(out, "{}", shown_lines(words)))?;
        if moved {
            session.say(out)?;
        }
    }
}
