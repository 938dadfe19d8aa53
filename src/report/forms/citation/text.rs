//! A reference as one line of text.

use super::pinpoint::Pinpoint;
use super::reference::CitedWork;
use super::wording::without_stops;
use crate::text;

pub(super) fn write(reference: &CitedWork<'_>) -> String {
    let mut parts: Vec<String> = reference.author.iter().copied().map(str::to_owned).collect();
    parts.extend(reference.parties_to_name(3).map(listed));
    parts.push(reference.title.to_owned());
    parts.extend(reference.publisher.map(str::to_owned));
    parts.extend(reference.date.map(|date| date.shown()));
    parts.extend(reference.place.map(str::to_owned));
    parts.extend(reference.in_force.map(|date| format!("entered into force {}", date.shown())));
    parts.extend(reference.series.as_deref().map(without_stops));
    parts.extend(reference.pinpoint.iter().map(Pinpoint::words));
    parts.extend(reference.reported_by_words());
    parts.extend(reference.url.map(str::to_owned));
    text::shown(&format!("{} [{}]", parts.join(", "), reference.address)).into_owned()
}

/// Names as a list: `A and B`, `A, B and C`.
fn listed(names: &[&str]) -> String {
    match names {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        names => names.concat(),
    }
}
