//! A reference as an item of CSL-JSON, the data of the Citation Style Language.

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
    if !reference.authors.is_empty() {
        let names: Vec<Value> = reference.authors.iter().map(|name| json!({ "literal": name })).collect();
        set("author", json!(names));
    }
    if let Some(day) = reference.date.map(|of| date(&of)) {
        if reference.sort == Sort::Treaty {
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
        ("section", pinpoint.and_then(|p| p.number)),
        ("part-title", pinpoint.map(|p| p.heading)),
        ("container-title", (reference.sort == Sort::Entry).then_some(reference.dossier)),
        ("source", reference.reported_by.map(|source| source.publisher.as_str())),
        ("URL", reference.url),
    ];
    for (name, text) in texts.into_iter().filter_map(|(name, text)| Some((name, text?))) {
        set(name, json!(text));
    }
    Value::Object(item)
}

fn kind(reference: &CitedWork<'_>) -> &'static str {
    match reference.sort {
        Sort::Treaty => "treaty",
        Sort::Document if reference.url.is_some() => "webpage",
        Sort::Document => "document",
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
