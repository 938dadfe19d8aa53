//! `accords coverage`: subjects against agreements.

use super::chart::{self, ChartArgs};
use super::input::{ListArgs, open_some};
use super::output::only_first;
use super::progress;
use super::tell;
use crate::data::{builtin_topics, read_topics};
use crate::error::Error;
use crate::explore::overlays::{CoverageTable, Overlay};
use crate::explore::pictured;
use crate::insight::{Subjects, coverage};
use crate::model::{ItemId, Kind};
use crate::report::CoverageReport;
use clap::Args;
use std::path::PathBuf;

/// Options of the matrix of coverage.
#[derive(Debug, Args)]
pub(super) struct CoverageArgs {
    #[command(flatten)]
    list: ListArgs,
    /// File of topics (TOML) to use instead of sectors; assets/topics.toml is used for texts without sectors
    #[arg(long, value_name = "FILE")]
    topics: Option<PathBuf>,
    #[command(flatten)]
    chart: ChartArgs,
}

pub(super) fn run(args: &CoverageArgs) -> Result<u8, Error> {
    let ListArgs { data, filter, print } = &args.list;
    let (topics, subjects) = match &args.topics {
        Some(file) => (read_topics(file, data.max_size), Subjects::Topics),
        None => (builtin_topics(), Subjects::SectorsElseTopics),
    };
    let topics = topics.map_err(Error::File)?;
    let (collection, code) = open_some(data)?;
    let matches = filter.matches(&collection)?;
    let listed = matches.as_ref().map(|matches| matches.listed(Kind::Agreement));
    let wanted = |item: ItemId| listed.as_ref().is_none_or(|listed| listed.contains(&item));
    let coverage =
        progress::during("Counting", |meter| coverage(&collection, &topics, subjects, wanted, meter));
    if matches.is_some() && coverage.agreements.is_empty() {
        tell::nothing("no agreement matches", filter.query(), &collection);
    }
    if args.chart.chart {
        let table = CoverageTable::new(&collection, coverage);
        let state = pictured(collection, chart::width(&print.output), |_| Overlay::Coverage(table));
        chart::print(&state, "Coverage", &args.chart, &print.output)?;
        return Ok(code);
    }
    let all = coverage.subjects.len();
    let coverage = &coverage.limited(print.most());
    let note = only_first(coverage.subjects.len(), all);
    print.report(&CoverageReport { collection: &collection, coverage }, note)?;
    Ok(code)
}
