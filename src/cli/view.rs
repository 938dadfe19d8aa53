//! `accords timeline`, `clauses`, `sectors` and the other lists: what the explorer's panes list, printed.

use super::complete::queries;
use super::input::{DataArgs, find, open_some};
use super::output::{Output, OutputArgs, most, only_first};
use super::tell;
use crate::error::Error;
use crate::insight::{self, Order};
use crate::model::Kind;
use crate::report::{corrected, counted, no_word, not_on_record, view};
use crate::search::Depth;
use crate::text::thousands;
use clap::Args;
use clap_complete::ArgValueCompleter;

/// Options of a list.
#[derive(Debug, Args)]
pub(super) struct ViewArgs {
    #[command(flatten)]
    data: DataArgs,
    /// Show only matches of a query, as in the explorer; see accords search --help
    #[arg(long = "where", value_name = "QUERY", allow_hyphen_values = true, add = ArgValueCompleter::new(queries))]
    query: Option<String>,
    /// Show at most N rows
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    #[command(flatten)]
    output: OutputArgs,
}

pub(super) fn run(kind: Kind, args: &ViewArgs) -> Result<u8, Error> {
    let (collection, code) = open_some(&args.data)?;
    let collection = &collection;
    let mut items = insight::items(collection, kind, Order::Usual);
    let mut notes = Vec::new();
    let total = items.len();
    let query = args.query.as_deref().unwrap_or_default();
    let matches = find(collection, query, Depth::FULL)?;
    if let Some(matches) = &matches {
        let listed = matches.listed(kind);
        items.retain(|item| listed.contains(item));
        notes.extend(matches.corrections().map(corrected));
        notes.extend(matches.unknown().map(no_word));
    }
    let found = items.len();
    items.truncate(most(args.limit));
    notes.extend(not_on_record(collection, &items));
    if matches.is_some() && found > 0 {
        notes.push(format!("{} of {} match {query}", thousands(found), counted(kind, total)));
    }
    notes.extend(only_first(items.len(), found));
    Output::open(&args.output)?.report(&view(collection, kind, items).with_notes(notes), None)?;
    if let Some(matches) = matches.filter(|_| found == 0) {
        tell::nothing(&format!("none of {} match", counted(kind, total)), query, &matches);
    }
    Ok(code)
}
