//! The explorer line by line, for screen readers and dumb terminals: numbered choices, no boxes, no redrawing.
//!
//! It uses the state and the actions of the explorer; only the output differs. It reads lines and writes lines, so that it
//! also works in a pipe.

mod choices;
mod describe;
mod keys;
mod list;
mod request;
mod session;

pub use session::Session;

use crate::text::{shown_lines, thousands, width, wrapped};
use session::Outcome;
use std::io::{self, BufRead, Read, Write};

/// Whether to print a prompt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prompt {
    /// A person types the lines.
    Shown,
    /// The lines come from a file or a pipe.
    Hidden,
}

/// Reads requests until one of them is to quit or there are no more, and answers each. With `columns`, lines are wrapped
/// between words: a terminal would break them within words, which a screen reader would then read in pieces.
///
/// # Errors
/// Those of the reader and the writer.
pub fn run(
    mut session: Session,
    mut input: impl BufRead,
    out: &mut impl Write,
    prompt: Prompt,
    columns: Option<usize>,
) -> io::Result<()> {
    print_place(&mut session, columns, out)?;
    if prompt == Prompt::Shown
        && let Some(hint) = session.welcome()
    {
        write_wrapped(hint, columns, out)?;
    }
    loop {
        if prompt == Prompt::Shown {
            write!(out, "> ")?;
        }
        out.flush()?;
        let line = match read_line(&mut input)? {
            Line::End => return Ok(()),
            Line::TooLong => {
                let words =
                    format!("A line may have at most {} bytes; that one is passed over.", thousands(LONGEST));
                writeln!(out, "{words}")?;
                continue;
            }
            Line::Read(line) => line,
        };
        let (words, moved) = match session.answer(session.read(&line)) {
            Outcome::Moved(words) => (words, true),
            Outcome::Stayed(words) => (words, false),
            Outcome::Quit => return Ok(()),
        };
        words.iter().try_for_each(|words| write_wrapped(&shown_lines(words), columns, out))?;
        if moved {
            print_place(&mut session, columns, out)?;
        }
    }
}

/// The longest line that is read, in bytes: a long note.
const LONGEST: usize = 65_536;

/// A line of the input.
enum Line {
    Read(String),
    TooLong,
    End,
}

/// Reads a line; of one that is too long nothing is kept. Invalid UTF-8 is answered as a request that is not understood.
fn read_line(input: &mut impl BufRead) -> io::Result<Line> {
    let mut line = Vec::new();
    // One byte more than allowed shows that there are more.
    let most = u64::try_from(LONGEST).unwrap_or(u64::MAX).saturating_add(1);
    if input.by_ref().take(most).read_until(b'\n', &mut line)? == 0 {
        return Ok(Line::End);
    }
    if line.len() > LONGEST && !line.ends_with(b"\n") {
        input.skip_until(b'\n')?;
        return Ok(Line::TooLong);
    }
    Ok(Line::Read(String::from_utf8_lossy(&line).into_owned()))
}

/// Prints the current place.
fn print_place(session: &mut Session, columns: Option<usize>, out: &mut impl Write) -> io::Result<()> {
    let mut words = Vec::new();
    session.describe(&mut words)?;
    write_wrapped(&String::from_utf8_lossy(&words), columns, out)
}

/// Writes lines, wrapped between words and indented as they begin.
fn write_wrapped(text: &str, columns: Option<usize>, out: &mut impl Write) -> io::Result<()> {
    for line in text.lines() {
        let words = line.trim_start();
        let indent = line.len() - words.len();
        let room =
            columns.filter(|columns| width(line) > *columns).map(|columns| columns.saturating_sub(indent));
        // A single word, such as a web address, is not write_wrapped.
        let Some(room) = room.filter(|room| *room > 0 && words.contains(' ')) else {
            writeln!(out, "{line}")?;
            continue;
        };
        for line in wrapped(words, room) {
            writeln!(out, "{}{line}", " ".repeat(indent))?;
        }
    }
    Ok(())
}
