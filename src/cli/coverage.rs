//! `accords coverage`: subjects against agreements.

use super::complete::queries;
use super::input::{DataArgs, find, open_some};
use super::output::{Output, OutputArgs, most, only_first};
use super::tell;
use crate::data::{builtin_topics, read_topics};
use crate::error::Error;
use crate::insight::{Subjects, coverage};
use crate::model::{ItemId, Kind};
use crate::report::CoverageReport;
use crate::search::Depth;
use clap::Args;
use clap_complete::ArgValueCompleter;
use std::path::PathBuf;

/// Options of the matrix of coverage.
#[derive(Debug, Args)]
pub(super) struct CoverageArgs {
    #[command(flatten)]
    data: DataArgs,
    /// Show only agreements that match a query, as in the explorer; see accords search --help
    #[arg(long = "where", value_name = "QUERY", allow_hyphen_values = true, add = ArgValueCompleter::new(queries))]
    query: Option<String>,
    /// Show at most N subjects
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    #[command(flatten)]
    output: OutputArgs,
    /// File of topics (TOML) to use instead of sectors; assets/topics.toml is used for texts without sectors
    #[arg(long, value_name = "FILE")]
    topics: Option<PathBuf>,
}

pub(super) fn run(args: &CoverageArgs) -> Result<u8, Error> {
    let (topics, subjects) = match &args.topics {
        Some(file) => (read_topics(file, args.data.max_size), Subjects::Topics),
        None => (builtin_topics(), Subjects::SectorsElseTopics),
    };
    let topics = topics.map_err(Error::File)?;
    let (collection, code) = open_some(&args.data)?;
    let collection = &collection;
    let query = args.query.as_deref().unwrap_or_default();
    let matches = find(collection, query, Depth::FULL)?;
    let listed = matches.as_ref().map(|matches| matches.listed(Kind::Agreement));
    let wanted = |item: ItemId| listed.as_ref().is_none_or(|listed| listed.contains(&item));
    let coverage = coverage(collection, &topics, subjects, wanted);
    if let Some(matches) = matches.filter(|_| coverage.agreements.is_empty()) {
        tell::nothing("no agreement matches", query, &matches);
    }
    let all = coverage.subjects.len();
    let coverage = &coverage.limited(most(args.limit));
    let note = only_first(coverage.subjects.len(), all);
    Output::open(&args.output)?.report(&CoverageReport { collection, coverage }, note)?;
    Ok(code)
}
