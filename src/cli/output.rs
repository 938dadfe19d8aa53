//! Where a command prints, standard output or a pager, and how.

use super::file::{FileArgs, write_to};
use super::progress;
use super::signals::leave_interrupts_to_child;
use crate::data::Existing;
use crate::error::Error;
use crate::report::{Format, Metered, Report, TextLook};
use crate::terminal;
use crate::text;
use clap::{Args, ValueEnum};
use std::env;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Stdio};

/// How to print; the same for every command that prints what is in dossiers.
#[derive(Debug, Args)]
pub(super) struct OutputArgs {
    /// Output format [default: that of the output file's name, or text]
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Same as --format json
    #[arg(long, conflicts_with = "format")]
    json: bool,
    #[command(flatten)]
    file: FileArgs,
    /// Begin CSV with a byte order mark, by which spreadsheets know that it is UTF-8
    #[arg(long)]
    bom: bool,
    /// When to highlight; auto: on a terminal unless NO_COLOR is set
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    color: Color,
    /// On a terminal, show the output in $PAGER, or in less
    #[arg(long)]
    pager: bool,
}

impl OutputArgs {
    /// The form of output.
    pub fn format(&self) -> Format {
        let asked = if self.json { Some(Format::Json) } else { self.format };
        asked.or_else(|| self.file().and_then(Format::of_file)).unwrap_or(Format::Text)
    }

    /// Whether a form was asked for by its name.
    pub(super) fn has_format(&self) -> bool {
        self.json || self.format.is_some()
    }

    /// The file to write to, if it is not standard output.
    pub(super) fn file(&self) -> Option<&Path> {
        self.file.path()
    }

    /// What happens to an existing file.
    pub(super) fn existing(&self) -> Existing {
        self.file.existing()
    }

    /// Writes to the file, or to standard output.
    pub(super) fn write(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Error> {
        self.file.write(write)
    }
}

/// How to print, and how much of it; the same for every command that can print long lists.
#[derive(Debug, Args)]
pub(super) struct PrintArgs {
    /// Show at most N rows of each list; totals still cover all of them
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    #[command(flatten)]
    pub(super) output: OutputArgs,
}

impl PrintArgs {
    /// The most rows of a list.
    pub(super) fn most(&self) -> usize {
        self.limit.unwrap_or(usize::MAX)
    }

    /// A note that each list has no more rows than was asked for.
    pub(super) fn at_most(&self) -> Option<String> {
        self.limit.map(|limit| match limit {
            0 => "\nlists are left out, because of --limit 0".to_owned(),
            limit => format!("\neach list limited to {}", text::thousands(limit)),
        })
    }

    /// Prints a report, and a note after its text.
    pub(super) fn report(&self, report: &dyn Report, note: Option<String>) -> Result<(), Error> {
        Output::open(&self.output)?.report(report, note)
    }
}

/// When to highlight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal that is not dumb, unless NO_COLOR is set.
    Auto,
    /// Also in a pipe or a file.
    Always,
    /// Never.
    Never,
}

/// Bold and underlined, as matches are on the screen.
const HIGHLIGHT: &str = "\u{1b}[1;4m";

/// An open output.
pub(super) struct Output {
    /// The form of output.
    pub format: Format,
    /// How text looks.
    look: TextLook,
    /// Whether CSV begins with a byte order mark.
    bom: bool,
    sink: Sink,
}

enum Sink {
    File(PathBuf, Existing),
    Plain(BufWriter<StdoutLock<'static>>),
    Pager { name: String, child: Child, stdin: Option<BufWriter<ChildStdin>> },
}

impl Output {
    /// The output that was asked for. Only a terminal has styles, a width and a pager, unless asked for otherwise.
    pub(super) fn open(args: &OutputArgs) -> Result<Self, Error> {
        let format = args.format();
        refuse(format, args.bom, args.file())?;
        let mut output = Self::new(format, args.color, args.pager && args.file().is_none())?;
        output.bom = args.bom;
        if let Some(file) = args.file() {
            output.look = TextLook::default();
            output.sink = Sink::File(file.to_owned(), args.existing());
        }
        Ok(output)
    }

    /// The same, option by option.
    pub(super) fn new(format: Format, color: Color, paged: bool) -> Result<Self, Error> {
        let terminal = io::stdout().is_terminal();
        let highlighted = match color {
            Color::Auto => terminal && !is_set("NO_COLOR") && env::var_os("TERM").is_none_or(|t| t != "dumb"),
            Color::Always => true,
            Color::Never => false,
        };
        let look = TextLook {
            columns: if terminal { columns() } else { None },
            style: highlighted.then_some(HIGHLIGHT),
        };
        let sink =
            if paged && terminal { pager()? } else { Sink::Plain(BufWriter::new(io::stdout().lock())) };
        Ok(Self { format, look, bom: false, sink })
    }

    /// Writes a report, a note after its text, and ends the output.
    pub(super) fn report(mut self, report: &dyn Report, note: Option<String>) -> Result<(), Error> {
        let note = note.filter(|_| self.format == Format::Text);
        let (format, look, bom) = (self.format, self.look, self.bom);
        // A terminal shows how far it is by itself.
        let shows = !matches!(self.sink, Sink::File(..)) && io::stdout().is_terminal();
        let write = |out: &mut dyn Write| {
            if bom {
                out.write_all(BYTE_ORDER_MARK)?;
            }
            match shows {
                true => format.write(report, look, out)?,
                false => {
                    progress::during("Writing", |meter| format.write(&Metered(report, meter), look, out))?
                }
            }
            note.iter().try_for_each(|note| writeln!(out, "{note}"))
        };
        if let Sink::File(file, existing) = &self.sink {
            return write_to(Some(file), *existing, write);
        }
        let written = write(&mut self);
        self.finish(written)
    }

    /// Ends the output and waits for the pager, if any; returns the error of writing to it.
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
            Sink::File(..) => Err(io::ErrorKind::Unsupported.into()),
            Sink::Pager { stdin: Some(out), .. } => out.write(bytes),
            Sink::Pager { stdin: None, .. } => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.sink {
            Sink::Plain(out) => out.flush(),
            Sink::File(..) => Ok(()),
            Sink::Pager { stdin: Some(out), .. } => out.flush(),
            Sink::Pager { stdin: None, .. } => Ok(()),
        }
    }
}

/// What a file in UTF-8 may begin with.
pub(super) const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Refuses what no reader could use: a spreadsheet that is no file, a byte order mark before anything but CSV.
fn refuse(format: Format, bom: bool, file: Option<&Path>) -> Result<(), Error> {
    if bom && format != Format::Csv {
        return Err(Error::Selection("--bom is for CSV; add --format csv".to_owned()));
    }
    if format.is_binary() && file.is_none() {
        return Err(no_file(format.word()));
    }
    Ok(())
}

/// A form that is no text was asked for without a file.
pub(super) fn no_file(form: &str) -> Error {
    Error::Selection(format!("{form} is not written to a terminal or a pipe; name a file: -o accords.{form}"))
}

/// The pager if none is set.
const PAGER: &str = if cfg!(windows) { "more" } else { "less" };

/// Starts $PAGER, or less. Like git, it asks less to quit if everything fits on the screen, and to pass styles through.
fn pager() -> Result<Sink, Error> {
    let own = env::var("PAGER").ok().filter(|pager| !pager.trim().is_empty());
    let name = own.clone().unwrap_or_else(|| PAGER.to_owned());
    let cannot = |_| Error::Pager(name.clone());
    let mut command = terminal::sharing(own.as_deref(), PAGER).map_err(cannot)?;
    command.stdin(Stdio::piped());
    if !is_set("LESS") {
        command.env("LESS", "FRX");
    }
    leave_interrupts_to_child();
    let mut child = command.spawn().map_err(cannot)?;
    let stdin = child.stdin.take().map(BufWriter::new);
    Ok(Sink::Pager { name, child, stdin })
}

/// The width of the terminal in cells, from COLUMNS or the terminal.
pub(super) fn columns() -> Option<usize> {
    let set = env::var("COLUMNS").ok().and_then(|columns| columns.trim().parse::<usize>().ok());
    let asked = || terminal::size().ok().map(|(columns, _)| usize::from(columns));
    set.or_else(asked).filter(|columns| *columns > 0)
}

/// Whether a variable is set and not empty.
fn is_set(name: &str) -> bool {
    env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// A note that a limit has left something out, if it has.
pub(super) fn only_first(printed: usize, all: usize) -> Option<String> {
    let numbers = (text::thousands(printed), text::thousands(all));
    match printed {
        0 => (all > 0).then(|| format!("showing none of {}, because of --limit 0", numbers.1)),
        _ => (printed < all).then(|| format!("showing the first {} of {}", numbers.0, numbers.1)),
    }
}
