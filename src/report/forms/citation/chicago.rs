//! The Chicago Manual of Style, 17th edition, 14.290, as a note: title, parties (two or three), article, date, series (entered
//! into force). Names of states are not abbreviated.

use super::bluebook::{dated, pinpoint, web};
use super::journal::{Journal, joined};
use super::reference::CitedWork;
use super::wording::month_first;
use crate::model::Source;

pub(super) const CHICAGO: Journal = Journal { treaty, document, quoted, date: month_first, web };

fn treaty(work: &CitedWork<'_>) -> String {
    let parties = work.parties_to_name(3).map(|parties| parties.join("-"));
    dated(work, joined([Some(work.title.to_owned()), parties, pinpoint(work)], ", "))
}

fn document(source: &Source) -> String {
    // The comma is inside the quotation marks.
    let title = format!("“{},” {}", source.title, source.publisher);
    let url = source.url.as_deref().map(web).unwrap_or_default();
    let words = [source.author.clone(), Some(title), source.published.map(month_first)];
    format!("{}{url}", joined(words, ", "))
}

fn quoted(title: &str) -> String {
    format!("“{title}”")
}
