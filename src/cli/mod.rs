//! The command line: types for arguments, and a few lines for each command.

mod args;
mod check;
mod cite;
mod compare;
mod complete;
mod completions;
mod coverage;
mod earlier;
mod explore;
mod export;
mod follow_up;
mod manual;
mod new;
mod output;
mod overlap;
mod problems;
mod search;
mod show;
mod trace;
mod view;

pub use args::{
    Arguments, Color, Command, CompareArgs, CoverageArgs, DataArgs, ExploreArgs, FollowUpArgs, OutputArgs,
    OverlapArgs, SearchArgs, ShowArgs, TraceArgs, ViewArgs,
};
pub use check::{CheckArgs, CheckFormat};
pub use cite::CiteArgs;
pub use completions::Shell;
pub use export::ExportArgs;
pub use manual::ManArgs;
pub use new::NewArgs;

use crate::data::{self, Loaded, Loader};
use crate::error::Error;
use crate::model::{Collection, Kind};
use crate::search::{Depth, Index, Matches, Query};
use crate::text;
use clap::Parser;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

/// The program's name.
const NAME: &str = "accords";

/// Runs the program with these arguments, the first being its own name.
///
/// Exit codes: 0 done; 1 a search found nothing, a check found errors; 2 an error; 128 + n after signal n.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    match completions::answered(&arguments) {
        Ok(false) => {}
        Ok(true) => return ExitCode::SUCCESS,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(2);
        }
    }
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        // Help and version are no errors; their output may be cut off by a closed pipe.
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let result = match arguments.command {
        None => explore::run(&arguments.explore),
        Some(Command::Search(search)) => search::run(&search),
        Some(Command::Show(show)) => show::run(&show),
        Some(Command::Timeline(args)) => view::run(Kind::Event, &args),
        Some(Command::Clauses(args)) => view::run(Kind::Clause, &args),
        Some(Command::Agreements(args)) => view::run(Kind::Agreement, &args),
        Some(Command::Sectors(args)) => view::run(Kind::Sector, &args),
        Some(Command::Memberships(args)) => view::run(Kind::Organisation, &args),
        Some(Command::Disputes(args)) => view::run(Kind::Dispute, &args),
        Some(Command::Sources(args)) => view::run(Kind::Source, &args),
        Some(Command::Coverage(args)) => coverage::run(&args),
        Some(Command::FollowUp(args)) => follow_up::run(&args),
        Some(Command::Overlap(args)) => overlap::run(&args),
        Some(Command::Cite(args)) => cite::run(&args),
        Some(Command::Export(args)) => export::run(&args),
        Some(Command::Compare(args)) => compare::run(&args),
        Some(Command::Trace(args)) => trace::run(args),
        Some(Command::Check(args)) => check::run(&args),
        Some(Command::New(args)) => new::run(&args),
        Some(Command::Schema) => new::print_schema(),
        Some(Command::Completions { shell }) => completions::run(shell),
        Some(Command::Man(args)) => manual::run(&args),
    };
    match result {
        Ok(code) => ExitCode::from(code),
        Err(error) if error.is_closed_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error.shown());
            ExitCode::from(2)
        }
    }
}

/// One line on standard error; if that is gone, nobody can be told.
fn complain(words: &str) {
    let _ = writeln!(io::stderr(), "accords: {words}");
}

/// What to open: the paths, or the built-in dossier without any.
fn loader(args: &DataArgs) -> Result<Loader, Error> {
    let wanted = args.paths.is_empty() || args.builtin;
    let builtin = if wanted { Some(data::builtin()?) } else { None };
    Ok(Loader { builtin, max_size: args.max_size, ..Loader::new(args.paths.clone()) })
}

/// Opens what can be opened and reports problems on standard error. Also returns the exit code of a command that
/// succeeds: 2 if a file was kept out.
fn open(args: &DataArgs) -> Result<(Collection, u8), Error> {
    let Loaded { dossiers, problems } = loader(args)?.open();
    let failed = problems::tell(&problems);
    Ok((Collection::new(dossiers), if failed { 2 } else { 0 }))
}

/// Does what [`open`] does.
///
/// # Errors
/// Also if nothing could be opened.
fn open_some(args: &DataArgs) -> Result<(Collection, u8), Error> {
    let opened = open(args)?;
    if opened.0.dossiers().is_empty() { Err(Error::NothingOpen) } else { Ok(opened) }
}

/// What a search finds, to a depth, as in the explorer; None for a blank text. Says on standard error what of the text
/// is not understood.
///
/// # Errors
/// Where nothing of the text is understood: to search for nothing would find everything.
fn find(collection: &Collection, typed: &str, depth: Depth) -> Result<Option<Matches>, Error> {
    let query = Query::parse(typed);
    if query.is_empty() {
        return match query.problems().first() {
            Some(problem) => Err(Error::Query(problem.message.clone())),
            None => Ok(None),
        };
    }
    let matches = Index::build(collection).search_to(collection, &query, depth);
    for problem in matches.problems() {
        complain(&text::shown(&problem.message));
    }
    Ok(Some(matches))
}

/// Says on standard error that nothing holds the words of a search, and which words are near.
fn complain_nothing(what: &str, query: &str, matches: &Matches) {
    let near = matches.nearest_words(5);
    let hint = if near.is_empty() { String::new() } else { format!("; nearest words: {}", near.join(", ")) };
    complain(&text::shown(&format!("{what} {query}{hint}")));
}

/// How many things are printed at most.
fn most(limit: Option<usize>) -> usize {
    limit.unwrap_or(usize::MAX)
}

/// Says that a limit has left something out, where it has.
fn only_first(printed: usize, all: usize) -> Option<String> {
    let numbers = (text::thousands(printed), text::thousands(all));
    (0 < printed && printed < all).then(|| format!("only the first {} of {}", numbers.0, numbers.1))
}
