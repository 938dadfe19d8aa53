//! The explorer line by line, for screen readers and dumb terminals: numbered choices, no boxes, nothing redrawn.
//!
//! It reads lines and writes lines, so that it also works in a pipe of commands. What it lists, finds and reads out is
//! what the panes, the search and the reader have.

mod request;
mod session;

use crate::model::Collection;
use crate::text::shown;
use request::Request;
use session::{Outcome, Session};
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
    collection: &Collection,
    mut input: impl BufRead,
    out: &mut impl Write,
    prompt: Prompt,
) -> io::Result<()> {
    let mut session = Session::new(collection);
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
        match session.heed(Request::read(&String::from_utf8_lossy(&line))) {
            Outcome::Moved => session.say(out)?,
            Outcome::Told(words) => writeln!(out, "{}", shown(&words))?,
            Outcome::Help => write!(out, "{}", request::HELP)?,
            Outcome::Quit => return Ok(()),
        }
    }
}
