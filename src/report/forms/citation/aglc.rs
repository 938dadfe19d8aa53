//! The Australian Guide to Legal Citation, 4th edition, chapter 8: title, parties (two or three), how and when it was
//! concluded, series (entered into force) article.

use super::journal::{Journal, joined};
use super::oscola::{pinpoint, quoted, web};
use super::reference::CitedWork;
use super::wording::{day_first, without_stops};
use crate::model::Source;

pub(super) const AGLC: Journal = Journal { treaty, document, quoted, date: day_first, web };

fn treaty(work: &CitedWork<'_>) -> String {
    let done = if (2..=3).contains(&work.parties.len()) { "signed" } else { "opened for signature" };
    let words = [
        Some(work.title.to_owned()),
        work.parties_to_name(3).map(|parties| parties.join("–")),
        work.date.map(|date| format!("{done} {}", day_first(date))),
        work.series.as_deref().map(without_stops),
    ];
    let in_force = work.in_force_words().map(|words| format!("({words})"));
    joined([Some(joined(words, ", ")), in_force, pinpoint(work)], " ")
}

fn document(source: &Source) -> String {
    let kind = source.url.as_ref().map(|_| "Web Page".to_owned());
    let published = joined([kind, source.published.map(day_first)], ", ");
    let published = (!published.is_empty()).then(|| format!("({published})"));
    let place = joined([Some(source.publisher.clone()), published], " ");
    let url = source.url.as_deref().map(web).unwrap_or_default();
    format!("{}{url}", joined([source.author.clone(), Some(quoted(&source.title)), Some(place)], ", "))
}
