//! `accords follow-up`: clauses, and what was done since.

use super::complete::queries;
use super::input::{DataArgs, find, open_some};
use super::output::{Output, OutputArgs, most, only_first};
use super::tell;
use crate::error::Error;
use crate::insight::{FollowUp, chosen_clauses, first_clauses, follow_up};
use crate::model::Kind;
use crate::report::FollowUpReport;
use crate::search::Depth;
use clap::Args;
use clap_complete::ArgValueCompleter;

/// Options of what was done since.
#[derive(Debug, Args)]
pub(super) struct FollowUpArgs {
    #[command(flatten)]
    data: DataArgs,
    /// Show only clauses that match a query, as in the explorer; see accords search --help
    #[arg(long = "where", value_name = "QUERY", allow_hyphen_values = true, add = ArgValueCompleter::new(queries))]
    query: Option<String>,
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
    let mut found = follow_up(collection);
    let query = args.query.as_deref().unwrap_or_default();
    if let Some(matches) = find(collection, query, Depth::FULL)? {
        let listed = matches.listed(Kind::Clause);
        found = chosen_clauses(found, |clause| listed.contains(&clause));
        if found.is_empty() {
            tell::nothing("no clause matches", query, &matches);
        }
    }
    let all = clauses(&found);
    let found = &first_clauses(found, most(args.limit));
    Output::open(&args.output)?
        .report(&FollowUpReport { collection, found }, only_first(clauses(found), all))?;
    Ok(code)
}
