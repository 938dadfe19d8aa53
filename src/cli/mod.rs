//! The command line: types for arguments, and a few lines for each command.

mod args;
mod check;
mod coverage;
mod explore;
mod follow_up;
mod overlap;
mod search;

pub use args::{Arguments, Command, CoverageArgs, ExploreArgs, Format, OpenArgs, OverlapArgs, SearchArgs};

use crate::data::{self, Opened};
use crate::error::Error;
use clap::Parser;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Runs the program with these arguments, the first being its own name.
///
/// Exit codes: 0 done; 1 a search found nothing, a check found errors; 2 an error; 128 + n after signal n.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
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
        Some(Command::Coverage(args)) => coverage::run(&args),
        Some(Command::FollowUp(args)) => follow_up::run(&args),
        Some(Command::Overlap(overlap)) => overlap::run(&overlap),
        Some(Command::Check { files, max_size }) => check::run(&files, max_size),
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

/// Opens the paths, or the built-in dossier without any; says on standard error what is wrong with the files.
fn open(paths: &[PathBuf], with_builtin: bool, max_size: u64) -> Result<Opened, Error> {
    let builtin = if paths.is_empty() || with_builtin { Some(data::builtin()?) } else { None };
    Ok(data::open(paths, builtin, max_size))
}
