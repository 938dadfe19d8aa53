//! The Oxford University Standard for the Citation of Legal Authorities, 4th edition, with its section on international
//! law of 2006: title (parties of a bilateral treaty) (adopted, entered into force) series, article.

use super::journal::{Journal, joined};
use super::pinpoint::Abbreviated;
use super::reference::CitedWork;
use super::wording::{day_first, without_stops};
use crate::model::Source;

pub(super) const OSCOLA: Journal = Journal { treaty, document, quoted, date: day_first, web };

fn treaty(work: &CitedWork<'_>) -> String {
    let done = if work.parties.len() == 2 { "signed" } else { "adopted" };
    let signed = work.date.map(|date| format!("{done} {}", day_first(date)));
    let dates = joined([signed, work.in_force_words()], ", ");
    let words = [
        Some(work.title.to_owned()),
        work.parties_to_name(2).map(|parties| format!("({})", parties.join("–"))),
        (!dates.is_empty()).then(|| format!("({dates})")),
        work.series.as_deref().map(without_stops),
    ];
    joined([Some(joined(words, " ")), pinpoint(work)], ", ")
}

/// The article, or the heading of a clause without a number.
pub(super) fn pinpoint(work: &CitedWork<'_>) -> Option<String> {
    let place = work.pinpoint.as_ref()?;
    Some(place.numbered(Abbreviated::Plain).unwrap_or_else(|| quoted(place.heading)))
}

fn document(source: &Source) -> String {
    let published = [Some(source.publisher.clone()), source.published.map(day_first)];
    let title = format!("{} ({})", quoted(&source.title), joined(published, ", "));
    let url = source.url.as_deref().map(web).unwrap_or_default();
    format!("{}{url}", joined([source.author.clone(), Some(title)], ", "))
}

pub(super) fn quoted(title: &str) -> String {
    format!("‘{title}’")
}

pub(super) fn web(url: &str) -> String {
    format!(" <{url}>")
}
