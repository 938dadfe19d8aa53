//! Where a command prints: standard output or a pager, and how it looks there.

use super::{Color, OutputArgs, only_first};
use crate::error::Error;
use crate::report::{Format, Table, TextLook};
use crate::text;
use crossterm::terminal;
use std::env;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::Arc;

/// Bold and underlined, as matches are on the screen.
const LIT: &str = "\u{1b}[1;4m";

/// An open output.
pub(super) struct Output {
    /// The form of output.
    pub format: Format,
    /// How text looks.
    pub look: TextLook,
    sink: Sink,
}

enum Sink {
    Plain(BufWriter<StdoutLock<'static>>),
    Pager { name: String, child: Child, stdin: Option<BufWriter<ChildStdin>> },
}

impl Output {
    /// The output that was asked for. Only a terminal has styles, a width and a pager, unless asked for otherwise.
    pub(super) fn open(args: &OutputArgs) -> Result<Self, Error> {
        Self::new(args.format(), args.color, args.pager)
    }

    /// The same, option by option.
    pub(super) fn new(format: Format, color: Color, paged: bool) -> Result<Self, Error> {
        let terminal = io::stdout().is_terminal();
        let lit = match color {
            Color::Auto => terminal && !is_set("NO_COLOR") && env::var_os("TERM").is_none_or(|t| t != "dumb"),
            Color::Always => true,
            Color::Never => false,
        };
        let look = TextLook { columns: if terminal { columns() } else { None }, style: lit.then_some(LIT) };
        let sink =
            if paged && terminal { pager()? } else { Sink::Plain(BufWriter::new(io::stdout().lock())) };
        Ok(Self { format, look, sink })
    }

    /// Writes a table.
    pub(super) fn table(&mut self, table: &Table<'_>) -> io::Result<()> {
        table.write(self.format, self.look, self)
    }

    /// Says at the end of a text that a limit has left something out, where it has.
    pub(super) fn only_first(&mut self, printed: usize, all: usize) -> io::Result<()> {
        match only_first(printed, all).filter(|_| self.format == Format::Text) {
            Some(note) => writeln!(self, "{note}"),
            None => Ok(()),
        }
    }

    /// Says at the end of a text that each of its lists has no more than was asked for.
    pub(super) fn at_most(&mut self, limit: Option<usize>) -> io::Result<()> {
        match limit.filter(|_| self.format == Format::Text) {
            Some(limit) => writeln!(self, "\nat most {} of each list, as asked", text::thousands(limit)),
            None => Ok(()),
        }
    }

    /// Ends the output, waiting for the pager where there is one; gives back what came of writing to it.
    pub(super) fn finish(mut self, written: io::Result<()>) -> Result<(), Error> {
        let written = written.and_then(|()| self.flush());
        if let Sink::Pager { name, child, stdin } = &mut self.sink {
            // Its input ends before it is waited for; else the two would wait for each other.
            drop(stdin.take());
            // A shell ends so where it cannot run the command.
            if matches!(child.wait()?.code(), Some(126 | 127)) {
                return Err(Error::Pager(name.clone()));
            }
        }
        Ok(written?)
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.sink {
            Sink::Plain(out) => out.write(bytes),
            Sink::Pager { stdin: Some(out), .. } => out.write(bytes),
            Sink::Pager { stdin: None, .. } => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.sink {
            Sink::Plain(out) => out.flush(),
            Sink::Pager { stdin: Some(out), .. } => out.flush(),
            Sink::Pager { stdin: None, .. } => Ok(()),
        }
    }
}

/// Starts $PAGER, else less. As git does, less is told to end at once where all fits on the screen, and to let styles
/// through.
fn pager() -> Result<Sink, Error> {
    let name =
        env::var("PAGER").ok().filter(|pager| !pager.trim().is_empty()).unwrap_or_else(|| "less".to_owned());
    let mut command = Command::new("sh");
    command.arg("-c").arg(&name).stdin(Stdio::piped());
    if !is_set("LESS") {
        command.env("LESS", "FRX");
    }
    // Ctrl-C is meant for the pager, which needs us until it ends; without the handler we would end at once.
    let _ = signal_hook::flag::register(signal_hook::consts::SIGINT, Arc::default());
    let mut child = command.spawn().map_err(|_| Error::Pager(name.clone()))?;
    let stdin = child.stdin.take().map(BufWriter::new);
    Ok(Sink::Pager { name, child, stdin })
}

/// The width of the terminal in cells: what COLUMNS says, else what the terminal says.
pub(super) fn columns() -> Option<usize> {
    let told = env::var("COLUMNS").ok().and_then(|columns| columns.trim().parse::<usize>().ok());
    let asked = || terminal::size().ok().map(|(columns, _)| usize::from(columns));
    told.or_else(asked).filter(|columns| *columns > 0)
}

/// Whether a variable is there and not empty.
fn is_set(name: &str) -> bool {
    env::var_os(name).is_some_and(|value| !value.is_empty())
}
