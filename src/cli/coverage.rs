//! `accords coverage`: subjects against agreements.

use super::input::{DataArgs, open_some};
use super::output::{Output, OutputArgs, most, only_first};
use crate::data::{builtin_topics, read_topics};
use crate::error::Error;
use crate::insight::{Subjects, coverage};
use crate::report::CoverageReport;
use clap::Args;
use std::path::PathBuf;

/// Options of the matrix of coverage.
#[derive(Debug, Args)]
pub(super) struct CoverageArgs {
    #[command(flatten)]
    data: DataArgs,
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
    let coverage = coverage(collection, &topics, subjects);
    let all = coverage.subjects.len();
    let coverage = &coverage.limited(most(args.limit));
    let note = only_first(coverage.subjects.len(), all);
    Output::open(&args.output)?.report(&CoverageReport { collection, coverage }, note)?;
    Ok(code)
}
