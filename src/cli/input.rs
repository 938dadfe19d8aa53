//! What a command opens and searches.

use super::chart::ChartArgs;
use super::complete::queries;
use super::output::PrintArgs;
use super::progress;
use super::saved::written_out;
use super::tell::{self, complain};
use crate::data::{self, DEFAULT_MAX_SIZE, Loaded, Loader};
use crate::error::Error;
use crate::model::Collection;
use crate::search::{Cause, Depth, Matches, Query, QueryProblem, search_once};
use clap::Args;
use clap_complete::ArgValueCompleter;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::sync::Arc;

/// What to open; the same for every command that reads dossiers.
#[derive(Debug, Args)]
pub(super) struct DataArgs {
    /// Files or folders to open [default: built-in dossier]; - is stdin
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Also open the built-in dossier
    #[arg(long)]
    pub builtin: bool,
    /// Refuse files larger than this
    #[arg(long, value_name = "BYTES", default_value_t = DEFAULT_MAX_SIZE)]
    pub max_size: u64,
}

/// What to open, which of it to list, and how to print it; the same for every command that lists.
#[derive(Debug, Args)]
pub(super) struct ListArgs {
    #[command(flatten)]
    pub data: DataArgs,
    #[command(flatten)]
    pub filter: FilterArgs,
    #[command(flatten)]
    pub print: PrintArgs,
}

/// The same for a command whose view has a chart.
#[derive(Debug, Args)]
pub(super) struct ChartedArgs {
    #[command(flatten)]
    pub list: ListArgs,
    #[command(flatten)]
    pub chart: ChartArgs,
}

/// Which of what is open a command is about.
#[derive(Debug, Args)]
pub(super) struct FilterArgs {
    /// Keep only matches of a query, as in the explorer; see accords search --help
    #[arg(long = "where", value_name = "QUERY", allow_hyphen_values = true, add = ArgValueCompleter::new(queries))]
    query: Option<String>,
}

impl FilterArgs {
    /// The matches of the query; `None` without a query.
    pub(super) fn matches(&self, collection: &Collection) -> Result<Option<Matches>, Error> {
        find(collection, self.query(), Depth::FULL)
    }

    /// The query as typed; empty without one.
    pub(super) fn query(&self) -> &str {
        self.query.as_deref().unwrap_or_default()
    }
}

/// What to open: the paths, or the built-in dossier without any.
pub(super) fn loader(args: &DataArgs) -> Result<Loader, Error> {
    tell_of_terminal(&args.paths);
    let wanted = args.paths.is_empty() || args.builtin;
    let builtin = if wanted { Some(Arc::new(data::builtin()?)) } else { None };
    Ok(Loader { builtin, max_size: args.max_size, ..Loader::new(args.paths.clone()) })
}

/// Says so if a terminal is read as a file, since nothing happens until something is typed.
pub(super) fn tell_of_terminal(paths: &[PathBuf]) {
    if reads_terminal(paths) {
        complain("reading a file from the terminal; ctrl-d ends it");
    }
}

/// Whether one of these paths is standard input, and that is a terminal.
pub(super) fn reads_terminal(paths: &[PathBuf]) -> bool {
    paths.iter().any(|path| path.as_os_str() == "-") && io::stdin().is_terminal()
}

/// Opens what can be opened and reports problems on standard error. Also returns the exit code of a command that
/// succeeds: 2 if a file was kept out.
pub(super) fn open(args: &DataArgs) -> Result<(Collection, u8), Error> {
    let Loaded { dossiers, problems } = progress::reading(loader(args)?, Loader::open);
    let failed = tell::problems(&problems);
    Ok((Collection::new(dossiers), if failed { 2 } else { 0 }))
}

/// Does what [`open`] does.
///
/// # Errors
/// Also if nothing could be opened.
pub(super) fn open_some(args: &DataArgs) -> Result<(Collection, u8), Error> {
    let opened = open(args)?;
    if opened.0.dossiers().is_empty() { Err(Error::NothingOpen) } else { Ok(opened) }
}

/// What a search finds to a depth, as in the explorer; `None` if the query is blank. Reports on standard error what is not
/// understood.
///
/// # Errors
/// If the query has a filter or a kind that does not exist, or no part of it is understood: the rest would find something else.
pub(super) fn find(collection: &Collection, typed: &str, depth: Depth) -> Result<Option<Matches>, Error> {
    let Some(query) = understood(typed, &complain)? else { return Ok(None) };
    let matches = progress::during("Searching", |meter| search_once(collection, &query, depth, meter));
    check(&matches, &complain)?;
    Ok(Some(matches))
}

/// A query that can be searched; `None` if it is blank. What else there is to say of it goes to `tell`.
///
/// # Errors
/// As of [`find`].
pub(super) fn understood(typed: &str, tell: &dyn Fn(&str)) -> Result<Option<Query>, Error> {
    let written = written_out(typed).map_err(Error::File)?;
    let query = written.query();
    refuse(&written.problems(query.problems()))?;
    if let Some(open) = query.open_quotation() {
        tell(&format!("{open}; the quotation is read to the end of the query"));
    }
    match (query.is_empty(), query.problems().first()) {
        (true, Some(problem)) => Err(Error::Query(problem.message.clone())),
        (true, None) => Ok(None),
        (false, _) => Ok(Some(query)),
    }
}

/// Passes what is not understood of the query of a search to `tell`.
///
/// # Errors
/// If it names a kind that does not exist.
pub(super) fn check(matches: &Matches, tell: &dyn Fn(&str)) -> Result<(), Error> {
    refuse(matches.problems())?;
    matches.problems().iter().for_each(|problem| tell(&problem.message));
    Ok(())
}

fn refuse(problems: &[QueryProblem]) -> Result<(), Error> {
    match problems.iter().find(|problem| problem.cause == Cause::Filter) {
        Some(unknown) => Err(Error::Query(unknown.message.clone())),
        None => Ok(()),
    }
}
