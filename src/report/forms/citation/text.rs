//! A reference as one line of text.

use super::reference::CitedWork;
use crate::text;

pub(super) fn write(reference: &CitedWork<'_>) -> String {
    let mut parts = Vec::new();
    if !reference.authors.is_empty() {
        parts.push(reference.authors.join(" and "));
    }
    parts.push(reference.title.to_owned());
    parts.extend(reference.publisher.map(str::to_owned));
    parts.extend(reference.date.map(|date| date.shown()));
    parts.extend(reference.place.map(str::to_owned));
    parts.extend(reference.pinpoint.iter().map(|pinpoint| pinpoint.words()));
    parts.extend(reference.reported_by_words());
    parts.extend(reference.url.map(str::to_owned));
    text::shown(&format!("{} [{}]", parts.join(", "), reference.address)).into_owned()
}
