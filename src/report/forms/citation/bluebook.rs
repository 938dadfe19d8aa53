//! The Bluebook, rule 21.4: title, parties of a bilateral treaty, article, date, series (entered into force). Names of states
//! are not abbreviated.

use super::journal::{Journal, joined};
use super::pinpoint::Abbreviated;
use super::reference::CitedWork;
use super::wording::{month_first_short, with_stops};
use crate::model::Source;

pub(super) const BLUEBOOK: Journal =
    Journal { treaty, document, quoted: str::to_owned, date: month_first_short, web };

fn treaty(work: &CitedWork<'_>) -> String {
    let title = match work.parties_to_name(2) {
        Some(parties) => joined([Some(work.title.to_owned()), Some(parties.join("-")), pinpoint(work)], ", "),
        None => joined([Some(work.title.to_owned()), pinpoint(work)], " "),
    };
    dated(work, title)
}

/// What is before the date, with the date, the series, and since when it is in force.
pub(super) fn dated(work: &CitedWork<'_>, before: String) -> String {
    let words = [Some(before), work.date.map(month_first_short), work.series.as_deref().map(with_stops)];
    let in_force = work.in_force.map(|date| format!("(entered into force {})", month_first_short(date)));
    joined([Some(joined(words, ", ")), in_force], " ")
}

/// The article, or the heading of a clause without a number.
pub(super) fn pinpoint(work: &CitedWork<'_>) -> Option<String> {
    let place = work.pinpoint.as_ref()?;
    Some(place.numbered(Abbreviated::Stopped).unwrap_or_else(|| format!("“{}”", place.heading)))
}

fn document(source: &Source) -> String {
    let date = source.published.map(|date| format!("({})", month_first_short(date)));
    let place = joined([Some(source.publisher.clone()), date], " ");
    let url = source.url.as_deref().map(web).unwrap_or_default();
    format!("{}{url}", joined([source.author.clone(), Some(source.title.clone()), Some(place)], ", "))
}

pub(super) fn web(url: &str) -> String {
    format!(", {url}")
}
