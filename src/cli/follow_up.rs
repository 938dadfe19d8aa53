//! `accords follow-up`: clauses, and what was done since.

use super::chart;
use super::input::{ChartedArgs, open_some};
use super::output::only_first;
use super::progress;
use super::tell;
use crate::error::Error;
use crate::explore::overlays::{FollowUpView, Overlay};
use crate::explore::pictured;
use crate::insight::charts::Done;
use crate::insight::{FollowUp, chosen_clauses, first_clauses, follow_up};
use crate::model::Kind;
use crate::report::FollowUpReport;

pub(super) fn run(args: &ChartedArgs) -> Result<u8, Error> {
    let ChartedArgs { list: args, chart } = args;
    let (collection, code) = open_some(&args.data)?;
    let clauses = |found: &[FollowUp]| found.iter().map(|of| of.clauses.len()).sum::<usize>();
    let mut found = progress::during("Looking for what was done", |_| follow_up(&collection));
    if let Some(matches) = args.filter.matches(&collection)? {
        let listed = matches.listed(Kind::Clause);
        found = chosen_clauses(found, |clause| listed.contains(&clause));
        if found.is_empty() {
            tell::nothing("no clause matches", args.filter.query(), &collection);
        }
    }
    if chart.chart {
        let state = pictured(collection, chart::width(&args.print.output), |state| {
            let last = state.open.axis.map(|axis| axis.last);
            Overlay::FollowUp(FollowUpView::new(Done::of(state.collection(), found, last), None))
        });
        chart::print(&state, "Done since", chart, &args.print.output)?;
        return Ok(code);
    }
    let all = clauses(&found);
    let found = &first_clauses(found, args.print.most());
    args.print.report(&FollowUpReport { collection: &collection, found }, only_first(clauses(found), all))?;
    Ok(code)
}
