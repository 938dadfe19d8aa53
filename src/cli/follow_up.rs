//! `accords follow-up`: clauses, and what was done since.

use super::input::{DataArgs, open_some};
use super::output::{Output, OutputArgs, most, only_first};
use crate::error::Error;
use crate::insight::{FollowUp, first_clauses, follow_up};
use crate::report::FollowUpReport;
use clap::Args;

/// Options of what was done since.
#[derive(Debug, Args)]
pub(super) struct FollowUpArgs {
    #[command(flatten)]
    data: DataArgs,
    /// Show at most N clauses
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    #[command(flatten)]
    output: OutputArgs,
}

pub(super) fn run(args: &FollowUpArgs) -> Result<u8, Error> {
    let (collection, code) = open_some(&args.data)?;
    let collection = &collection;
    let clauses = |found: &[FollowUp]| found.iter().map(|of| of.clauses.len()).sum::<usize>();
    let found = follow_up(collection);
    let all = clauses(&found);
    let found = &first_clauses(found, most(args.limit));
    Output::open(&args.output)?
        .report(&FollowUpReport { collection, found }, only_first(clauses(found), all))?;
    Ok(code)
}
