//! `accords` without a command: the explorer in a terminal, the outline in a pipe.

use super::input::{DataArgs, loader, reads_terminal};
use super::keys::own_keys;
use super::output::columns;
use super::progress;
use super::settings::Settings;
use super::signals::leave_no_files;
use super::tell::{self, complain};
use crate::data::personal::{TomlFile, config_folder};
use crate::data::states::Codes;
use crate::data::{Loaded, Loader, Problem, Severity, memberships};
use crate::error::Error;
use crate::explore::{Arrival, Memberships, Memory, Mouse, Opening, Remember, Remembered};
use crate::model::Collection;
use crate::plain::{self, Prompt, Session};
use crate::report;
use crate::terminal::{Background, Explorer, Log, Setup, run};
use crate::text;
use crate::text::edit::nearest;
use crate::tui::{Bidi, Look, Symbols, Theme, ThemeFrom, WebLinks, read_theme};
use clap::Args;
use std::env;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// What can be read within this time is on the first frame; what takes longer arrives on later ones.
const FIRST: Duration = Duration::from_millis(6);

/// The same of a folder: long enough to see that one is empty. Looking through it and reading it takes longer than a frame.
const FIRST_OF_FOLDER: Duration = Duration::from_millis(1);

/// Options of the explorer.
#[derive(Debug, Args)]
pub(super) struct ExploreArgs {
    #[command(flatten)]
    data: DataArgs,
    /// Colour theme: dark, light, mono, contrast, or one of your own in themes/THEME.toml [default: from NO_COLOR and the terminal's background, else dark]
    #[arg(long, value_name = "THEME", value_parser = theme)]
    theme: Option<Theme>,
    /// Draw with ASCII characters only
    #[arg(long)]
    ascii: bool,
    /// Reorder right-to-left text, such as Arabic and Hebrew, for a terminal that does not
    #[arg(long)]
    bidi: bool,
    /// Table of memberships for the key P; see accords overlap --help
    #[arg(long, value_name = "FILE")]
    memberships: Option<PathBuf>,
    /// Read codes of states in that table in this system
    #[arg(long, value_enum, value_name = "SYSTEM", requires = "memberships")]
    codes: Option<Codes>,
    /// Leave the mouse to the terminal, to select text with it
    #[arg(long)]
    no_mouse: bool,
    /// Start anew, not where you left these files, and do not remember where you leave them
    #[arg(long)]
    fresh: bool,
    /// Explore line by line: numbered choices for screen readers, dumb terminals and scripts; what is about a screen has no effect
    #[arg(long)]
    plain: bool,
    /// Add a log to this file: what was read, how long it took, what failed
    #[arg(long, value_name = "FILE")]
    log: Option<PathBuf>,
}

/// Explores; `program` makes the commands that a path may be a misspelling of.
pub(super) fn run(
    args: &ExploreArgs,
    program: fn() -> clap::Command,
    settings: &Settings,
) -> Result<u8, Error> {
    if let Some((typed, meant)) = mistyped(args, program) {
        complain(&format!("no file named {typed}; did you mean the command {meant}?"));
        return Ok(2);
    }
    if reads_terminal(&args.data.paths) {
        complain(
            "- is standard input, which is the terminal that the keys come from; give the file: accords - <FILE",
        );
        return Ok(2);
    }
    if !args.plain && io::stdout().is_terminal() { in_terminal(args, settings) } else { in_lines(args) }
}

/// A first path that does not exist and is nearly a command, and that command.
fn mistyped(args: &ExploreArgs, program: fn() -> clap::Command) -> Option<(String, String)> {
    let path = args.data.paths.first().filter(|path| path.as_os_str() != "-" && !path.exists())?;
    let typed = path.to_str()?;
    let program = program();
    let names = program.get_subcommands().map(|command| command.get_name());
    Some((typed.to_owned(), nearest(typed, names)?.to_owned()))
}

/// The explorer on the whole screen, which opens before the files are read.
fn in_terminal(args: &ExploreArgs, settings: &Settings) -> Result<u8, Error> {
    let mut log = log(args)?;
    let background = Background::start(loader(&args.data)?).map_err(Error::Thread)?;
    let own = own_keys();
    own.problems.iter().for_each(|problem| log.line(|| problem.to_string()));
    let of_settings = || tell::defaults("Default settings", &settings.problems);
    let notice = tell::defaults("Default keys", &own.problems).or_else(of_settings);
    let (look, theme_from) = look(args);
    let (keys, notice, memberships) = (Arc::clone(&own.keys), notice, memberships(args));
    let setup = Setup {
        look,
        theme_from,
        opening: opening(args),
        keys,
        memberships,
        notice,
        log,
        files: files(args),
    };
    let has_folder = args.data.paths.iter().any(|path| path.is_dir());
    let first = background.first(if has_folder { FIRST_OF_FOLDER } else { FIRST });
    if first.iter().any(Arrival::has_nothing) {
        report_errors(first.iter().flat_map(Arrival::problems));
        return Ok(2);
    }
    let (code, mut explorer) = run::run(mouse(args), |waker| Explorer::new(background, first, setup, waker))
        .map_err(|error| Error::Terminal(error.to_string()))?;
    if let Some(visit) = explorer.visit()
        && let Remembered::NotKept(problem) = Memory::of_person().carry_out(Remember::Leave(visit.into()))
    {
        complain(&problem.to_string());
    }
    let failed = code == 0 && report_errors(explorer.problems());
    report_errors(&own.problems);
    // The system takes back the memory of a million clauses faster than they can be given back one by one.
    std::mem::forget(explorer);
    Ok(if failed { 2 } else { code })
}

/// The set of files by their whole paths, by which it is known at the next visit; `None` if that is to begin afresh.
fn files(args: &ExploreArgs) -> Option<String> {
    let paths = &args.data.paths;
    if args.fresh || paths.iter().any(|path| path.as_os_str() == "-") {
        return None;
    }
    let whole = |path: &PathBuf| path.canonicalize().unwrap_or_else(|_| path.clone());
    let mut names: Vec<String> =
        paths.iter().map(|path| whole(path).to_string_lossy().into_owned()).collect();
    if paths.is_empty() || args.data.builtin {
        names.push("the built-in dossier".to_owned());
    }
    names.sort();
    Some(names.join("\n"))
}

/// The library for a folder or several files, which may hold many agreements; else the panes.
fn opening(args: &ExploreArgs) -> Opening {
    match args.data.paths.as_slice() {
        [] => Opening::Panes,
        [one] if !one.is_dir() => Opening::Panes,
        _ => Opening::Library,
    }
}

fn mouse(args: &ExploreArgs) -> Mouse {
    if args.no_mouse { Mouse::Terminal } else { Mouse::Explorer }
}

/// Reports errors, which keep files out, on standard error; true if there are any.
fn report_errors<'a>(problems: impl IntoIterator<Item = &'a Problem>) -> bool {
    tell::problems(problems.into_iter().filter(|problem| problem.severity == Severity::Error))
}

/// Line by line, or the outline for a pipe.
fn in_lines(args: &ExploreArgs) -> Result<u8, Error> {
    let mut log = log(args)?;
    let Loaded { dossiers, problems } = progress::reading(loader(&args.data)?, Loader::open);
    log.line(|| format!("read {}", text::count(dossiers.len(), "dossier", "dossiers")));
    problems.iter().for_each(|problem| log.line(|| problem.to_string()));
    let failed = report_errors(&problems);
    if dossiers.is_empty() {
        return Ok(2);
    }
    let collection = Collection::new(dossiers);
    if args.plain {
        let own = own_keys();
        report_errors(&own.problems);
        let session = Session::new(collection, problems).with_keys(own.keys).with_memory(Memory::of_person());
        plain(session.with_memberships(memberships(args)))?;
    } else {
        let mut out = BufWriter::new(io::stdout().lock());
        report::outline(&collection, &mut out)?;
        out.flush()?;
    }
    Ok(if failed { 2 } else { 0 })
}

/// The explorer line by line, on standard input and output.
fn plain(session: Session) -> io::Result<()> {
    leave_no_files();
    let (input, out) = (io::stdin(), io::stdout());
    let prompt = if input.is_terminal() && out.is_terminal() { Prompt::Shown } else { Prompt::Hidden };
    let columns = if out.is_terminal() { columns() } else { None };
    plain::run(session, input.lock(), &mut BufWriter::new(out.lock()), prompt, columns)
}

/// Reads the table of memberships that --memberships names.
fn memberships(args: &ExploreArgs) -> Option<Memberships> {
    let (file, max_size) = (args.memberships.clone()?, args.data.max_size);
    let system = args.codes;
    Some(Arc::new(move |codes| memberships::read(&file, codes, system, max_size)))
}

/// The theme of a name: a built-in one, else a file among the person's settings.
fn theme(name: &str) -> Result<Theme, String> {
    if let Some(theme) = Theme::named(name) {
        return Ok(theme);
    }
    let unknown =
        || format!("there are {}, and your own in themes/NAME.toml beside config.toml", Theme::names());
    let is_plain = name.chars().all(|c| c.is_alphanumeric() || "-_ ".contains(c));
    let folder = config_folder().filter(|_| is_plain).ok_or_else(unknown)?;
    let read = TomlFile::read(&folder.join("themes").join(format!("{name}.toml")));
    let file = read.map_err(|problem| problem.to_string())?.ok_or_else(unknown)?;
    match read_theme(name, &file) {
        // A theme is used until the program ends.
        Ok(own) => Ok(Theme::Own(Box::leak(Box::new(own)))),
        Err(problems) => Err(problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")),
    }
}

/// The log that --log asks for, with its first line.
fn log(args: &ExploreArgs) -> Result<Log, Error> {
    let mut log = Log::to(args.log.as_deref()).map_err(Error::Log)?;
    log.line(|| {
        let paths: Vec<_> = args.data.paths.iter().map(|path| path.to_string_lossy()).collect();
        let opened = if paths.is_empty() { "the built-in dossier".to_owned() } else { paths.join(" ") };
        format!("accords {} opens {opened}", env!("CARGO_PKG_VERSION"))
    });
    Ok(log)
}

/// The look by the flags, or by what the environment says about the terminal; and which of the two the theme is from.
fn look(args: &ExploreArgs) -> (Look, ThemeFrom) {
    let variable = |name: &str| env::var(name).ok();
    let of_terminal = Theme::of_terminal(variable("NO_COLOR").as_deref(), variable("COLORFGBG").as_deref());
    // NO_COLOR is a person's choice.
    let is_open = args.theme.is_none() && of_terminal != Theme::Mono;
    let theme_from = if is_open { ThemeFrom::Terminal } else { ThemeFrom::Person };
    let symbols = if args.ascii { Symbols::Ascii } else { Symbols::Unicode };
    let web = WebLinks::of_terminal(variable);
    let bidi = if args.bidi { Bidi::Explorer } else { Bidi::Terminal };
    let theme = match args.theme {
        None => of_terminal,
        Some(Theme::Contrast(_)) => Theme::Contrast(of_terminal.ground()),
        Some(theme) => theme,
    };
    (Look { theme, symbols, web, bidi }, theme_from)
}
