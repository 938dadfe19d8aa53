//! `accords timeline`, `clauses`, `sectors` and the other lists: what the explorer's panes list, printed.

use super::chart;
use super::input::{ChartedArgs, ListArgs, open_some};
use super::output::only_first;
use super::tell;
use crate::error::Error;
use crate::explore::{Pane, charted};
use crate::insight::{self, Lacking, Order};
use crate::model::Kind;
use crate::report::{corrected, counted, no_word, not_on_record, view};
use crate::text::thousands;

/// Does what [`run`] does, or prints the chart of a pane.
pub(super) fn run_charted(kind: Kind, pane: Pane, args: &ChartedArgs) -> Result<u8, Error> {
    let ChartedArgs { list, chart } = args;
    if !chart.chart {
        return run(kind, list);
    }
    let (collection, code) = open_some(&list.data)?;
    let matches = list.filter.matches(&collection)?;
    let state = charted(collection, pane, matches.as_ref(), chart::width(&list.print.output));
    chart::print(&state, pane.title(), chart, &list.print.output)?;
    Ok(code)
}

pub(super) fn run(kind: Kind, args: &ListArgs) -> Result<u8, Error> {
    let (collection, code) = open_some(&args.data)?;
    let collection = &collection;
    let mut items = insight::items(collection, kind, Order::Usual);
    let mut notes = Vec::new();
    let total = items.len();
    let (query, matches) = (args.filter.query(), args.filter.matches(collection)?);
    if let Some(matches) = &matches {
        let listed = matches.listed(kind);
        items.retain(|item| listed.contains(item));
        notes.extend(matches.corrections().map(corrected));
        notes.extend(matches.unknown().map(no_word));
    }
    let found = items.len();
    items.truncate(args.print.most());
    notes.extend(not_on_record(collection, &items));
    if matches.is_some() && found > 0 {
        notes.push(format!("{} of {} match {query}", thousands(found), counted(kind, total)));
    }
    notes.extend(only_first(items.len(), found));
    args.print.report(&view(collection, kind, items).with_notes(notes), None)?;
    if matches.is_none()
        && let Some(lacking) = Lacking::of_kind(collection, kind)
    {
        tell::complain(&lacking.words());
    }
    if matches.is_some() && found == 0 {
        tell::nothing(&format!("none of {} match", counted(kind, total)), query, collection);
    }
    Ok(code)
}
