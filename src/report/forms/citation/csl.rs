//! A reference as an item of CSL-JSON, the data of the Citation Style Language.

use super::pinpoint::Pinpoint;
use super::reference::{CitedWork, Sort};
use crate::model::{CalendarDate, Date};
use serde_json::{Map, Value, json};

pub(super) fn item(reference: &CitedWork<'_>) -> Value {
    let mut item = Map::new();
    let mut set = |name: &str, value: Value| drop(item.insert(name.to_owned(), value));
    set("id", json!(reference.address));
    set("type", json!(kind(reference)));
    set("title", json!(reference.title));
    set("note", json!(reference.remarks().join("; ")));
    let authors = reference.authors();
    if !authors.is_empty() {
        let names: Vec<Value> = authors.iter().map(|name| json!({ "literal": name })).collect();
        set("author", json!(names));
    }
    if let Some(day) = reference.date.map(|of| date(&of)) {
        if matches!(reference.sort, Sort::Treaty) {
            set("event-date", day.clone());
        }
        set("issued", day);
    }
    let dated = [("available-date", reference.in_force)];
    for (name, value) in dated.into_iter().filter_map(|(name, of)| Some((name, date(&of?)))) {
        set(name, value);
    }
    let pinpoint = reference.pinpoint.as_ref();
    let texts = [
        ("title-short", reference.short_title),
        ("genre", reference.genre),
        ("event-place", reference.place),
        ("publisher", reference.publisher),
        ("language", reference.language),
        ("container-title", reference.series.as_deref()),
        ("part-title", pinpoint.and_then(Pinpoint::title)),
        ("container-title", matches!(reference.sort, Sort::Entry).then_some(reference.dossier)),
        ("source", reference.source.map(|source| source.publisher.as_str())),
        ("URL", reference.url),
    ];
    for (name, text) in texts.into_iter().filter_map(|(name, text)| Some((name, text?))) {
        set(name, json!(text));
    }
    if let Some(pinpoint) = pinpoint.filter(|pinpoint| pinpoint.is_numbered()) {
        set("section", json!(pinpoint.section()));
    }
    if !reference.keywords().is_empty() {
        set("keyword", json!(reference.keywords().join(", ")));
    }
    Value::Object(item)
}

fn kind(reference: &CitedWork<'_>) -> &'static str {
    match reference.sort {
        Sort::Treaty => "treaty",
        Sort::Document(_) if reference.url.is_some() => "webpage",
        Sort::Document(_) => "document",
        Sort::Entry => "entry",
    }
}

/// A date as exactly as it is known: one, or the two that bound an interval.
fn date(date: &Date) -> Value {
    let parts = |known: CalendarDate| -> Vec<u16> {
        [Some(known.year), known.month.map(u16::from), known.day.map(u16::from)]
            .into_iter()
            .flatten()
            .collect()
    };
    let all: Vec<Vec<u16>> = date.bounds().map(parts).collect();
    if date.bounds().any(|known| known.about) {
        json!({ "date-parts": all, "circa": true })
    } else {
        json!({ "date-parts": all })
    }
}
