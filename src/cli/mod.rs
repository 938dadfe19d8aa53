//! The command line: types for arguments, and a few lines for each command.

mod add;
mod args;
mod chart;
mod check;
mod cite;
mod compare;
mod complete;
mod completions;
mod config;
mod coverage;
mod diff;
mod earlier;
mod explore;
mod export;
mod file;
mod fmt;
mod follow_up;
mod import;
mod input;
mod keys;
mod manual;
mod many_queries;
mod map;
mod marks;
mod new;
mod outline;
mod output;
mod overlap;
mod progress;
mod reading;
mod saved;
mod search;
mod searches;
mod settings;
mod show;
mod signals;
mod subject;
mod tell;
mod trace;
mod values;
mod view;

use crate::data::personal::TomlFile;
use crate::data::{Problem, read_pdf_as_child, read_pdfs_with, schema};
use crate::error::Error;
use crate::explore::Pane;
use crate::model::Kind;
use crate::text::edit::nearest;
use crate::text::shown_lines;
use args::{Arguments, Command};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, FromArgMatches};
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;
use tell::complain;

/// The program's name.
const NAME: &str = "accords";

/// Runs the program with these arguments, the first being its own name.
///
/// Exit codes: 0 success; 1 a search found nothing, a check found errors, versions differ, or a file is not formatted; 2 an error; 128 + n after signal n.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if read_pdf_as_child(&arguments) {
        return ExitCode::SUCCESS;
    }
    signals::report_full_files();
    if let Ok(program) = std::env::current_exe() {
        read_pdfs_with(program);
    }
    match completions::answered(&arguments, Arguments::command) {
        Ok(false) => {}
        Ok(true) => return ExitCode::SUCCESS,
        Err(error) => return printed(&error),
    }
    let program = Arguments::command();
    let settings = settings::read(&program);
    let arguments = match parse(settings.apply(program), arguments) {
        Ok(arguments) => arguments,
        Err(error) if error.kind() == ErrorKind::InvalidSubcommand => {
            complain(&no_command(&error, &Arguments::command()));
            return ExitCode::from(2);
        }
        Err(error) => return printed(&error),
    };
    settings.problems.iter().for_each(|problem| complain(&problem.to_string()));
    let result = match arguments.command {
        None => explore::run(&arguments.explore, Arguments::command, &settings),
        // A query may start with a hyphen, so clap takes -h for one.
        Some(Command::Search(search)) if search.query.as_deref() == Some("-h") => print_help("search"),
        Some(Command::Search(search)) => search::run(search),
        Some(Command::Show(show)) => show::run(&show),
        Some(Command::Outline(args)) => outline::run(&args),
        Some(Command::Timeline(args)) => view::run_charted(Kind::Event, Pane::Timeline, &args),
        Some(Command::Clauses(args)) => view::run_charted(Kind::Clause, Pane::Clauses, &args),
        Some(Command::Agreements(args)) => view::run(Kind::Agreement, &args),
        Some(Command::Sectors(args)) => view::run_charted(Kind::Sector, Pane::Sectors, &args),
        Some(Command::Memberships(args)) => view::run_charted(Kind::Organisation, Pane::Memberships, &args),
        Some(Command::Disputes(args)) => view::run(Kind::Dispute, &args),
        Some(Command::Sources(args)) => view::run(Kind::Source, &args),
        Some(Command::Coverage(args)) => coverage::run(&args),
        Some(Command::Map(args)) => map::run_map(&args),
        Some(Command::Network(args)) => map::run_network(&args),
        Some(Command::FollowUp(args)) => follow_up::run(&args),
        Some(Command::Overlap(args)) => overlap::run(&args),
        Some(Command::Cite(args)) => cite::run(&args),
        Some(Command::Export(args)) => export::run(&args),
        Some(Command::Compare(args)) => compare::run(&args),
        Some(Command::Diff(args)) => diff::run(&args),
        Some(Command::Trace(args)) => trace::run(args),
        Some(Command::Marks(args)) => marks::run(&args),
        Some(Command::Searches(args)) => searches::run(&args),
        Some(Command::Check(args)) => check::run(&args),
        Some(Command::Add(args)) => add::run(&args),
        Some(Command::Fmt(args)) => fmt::run(&args),
        Some(Command::Import(args)) => import::run(&args),
        Some(Command::New(args)) => new::run(&args),
        Some(Command::Keys(args)) => keys::run(&args),
        Some(Command::Config(args)) => config::run(&args, settings.apply(Arguments::command()), &settings),
        Some(Command::Schema { config: false }) => new::print_schema(&schema()),
        Some(Command::Schema { config: true }) => new::print_schema(&config::schema(&Arguments::command())),
        Some(Command::Completions { shell }) => completions::run(shell, NAME),
        Some(Command::Man(args)) => manual::run(&args, Arguments::command()),
    };
    match result {
        Ok(code) => ExitCode::from(code),
        Err(error) if error.is_closed_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error.to_string());
            ExitCode::from(2)
        }
    }
}

/// What is wrong with a file of settings; see `accords config`.
pub fn problems_of_settings(file: &TomlFile) -> Vec<Problem> {
    settings::of_file(&Arguments::command(), file).problems
}

/// Prints what the parser of the arguments has to say: help and version, which are no errors, or what is wrong, which repeats
/// what was typed or set and so is filtered for a terminal.
fn printed(message: &clap::Error) -> ExitCode {
    let printed = match message.use_stderr() {
        true => writeln!(io::stderr(), "{}", shown_lines(&message.render().to_string())),
        false => message.print(),
    };
    match printed.map_err(Error::from) {
        Err(error) if !error.is_closed_pipe() => {
            complain(&error.to_string());
            ExitCode::from(2)
        }
        _ => ExitCode::from(u8::try_from(message.exit_code()).unwrap_or(2)),
    }
}

/// The arguments of a program that may have other defaults than its own.
fn parse(program: clap::Command, arguments: Vec<OsString>) -> clap::error::Result<Arguments> {
    let matches = program.try_get_matches_from(arguments)?;
    Arguments::from_arg_matches(&matches).map_err(|error| error.format(&mut Arguments::command()))
}

/// That there is no command of this name, and which one may be meant.
fn no_command(error: &clap::Error, program: &clap::Command) -> String {
    let typed = match error.get(ContextKind::InvalidSubcommand) {
        Some(ContextValue::String(typed)) => typed.as_str(),
        _ => "",
    };
    let meant = nearest(typed, program.get_subcommands().map(|command| command.get_name()));
    match meant {
        Some(meant) => format!("no command named {typed}; did you mean {meant}?"),
        None => format!("no command named {typed}; accords help lists the commands"),
    }
}

/// The help of a command.
fn print_help(name: &str) -> Result<u8, Error> {
    let mut program = Arguments::command();
    program.build();
    let help = program.find_subcommand_mut(name).map(clap::Command::render_help).unwrap_or_default();
    let mut out = io::stdout().lock();
    write!(out, "{help}")?;
    out.flush()?;
    Ok(0)
}
