//! `accords follow-up`: clauses, and what was done since.

use super::input::{ListArgs, open_some};
use super::output::only_first;
use super::tell;
use crate::error::Error;
use crate::insight::{FollowUp, chosen_clauses, first_clauses, follow_up};
use crate::model::Kind;
use crate::report::FollowUpReport;

pub(super) fn run(args: &ListArgs) -> Result<u8, Error> {
    let (collection, code) = open_some(&args.data)?;
    let collection = &collection;
    let clauses = |found: &[FollowUp]| found.iter().map(|of| of.clauses.len()).sum::<usize>();
    let mut found = follow_up(collection);
    if let Some(matches) = args.filter.matches(collection)? {
        let listed = matches.listed(Kind::Clause);
        found = chosen_clauses(found, |clause| listed.contains(&clause));
        if found.is_empty() {
            tell::nothing("no clause matches", args.filter.query(), collection);
        }
    }
    let all = clauses(&found);
    let found = &first_clauses(found, args.print.most());
    args.print.report(&FollowUpReport { collection, found }, only_first(clauses(found), all))?;
    Ok(code)
}
