//! The rules of the CSL data schema (csl-data.json of the Citation Style Language) that concern what is written here,
//! checked here.

use serde_json::Value;

const TYPES: &[&str] = &["treaty", "document", "webpage", "entry"];
const TEXTS: &[&str] = &[
    "title",
    "title-short",
    "genre",
    "note",
    "publisher",
    "language",
    "section",
    "keyword",
    "part-title",
    "container-title",
    "source",
    "URL",
    "event-place",
];
const DATES: &[&str] = &["issued", "event-date", "available-date"];
const NAME_FIELDS: &[&str] = &["family", "given", "literal", "suffix"];

/// Every violation.
pub fn problems(data: &Value) -> Vec<String> {
    let Some(items) = data.as_array() else { return vec!["not a list".to_owned()] };
    items.iter().flat_map(item).collect()
}

fn item(item: &Value) -> Vec<String> {
    let Some(fields) = item.as_object() else { return vec!["not an object".to_owned()] };
    let required = ["type", "id"].into_iter().filter(|name| !fields.contains_key(*name));
    let mut found: Vec<String> = required.map(|name| format!("has no {name}")).collect();
    for (name, value) in fields {
        let good = match name.as_str() {
            "id" => value.is_string() || value.is_number(),
            "type" => value.as_str().is_some_and(|word| TYPES.contains(&word)),
            "author" => value.as_array().is_some_and(|names| names.iter().all(is_name)),
            text if TEXTS.contains(&text) => value.is_string(),
            date if DATES.contains(&date) => is_date(value),
            _ => false,
        };
        if !good {
            found.push(format!("{name}: {value}"));
        }
    }
    found
}

fn is_name(name: &Value) -> bool {
    name.as_object()
        .is_some_and(|n| n.iter().all(|(key, v)| NAME_FIELDS.contains(&key.as_str()) && v.is_string()))
}

/// One or two dates of one to three numbers each, and an optional `circa`.
fn is_date(date: &Value) -> bool {
    let Some(fields) = date.as_object() else { return false };
    fields.iter().all(|(name, value)| match name.as_str() {
        "circa" => value.is_boolean(),
        "date-parts" => value.as_array().is_some_and(|moments| {
            (1..=2).contains(&moments.len())
                && moments.iter().all(|m| {
                    m.as_array().is_some_and(|p| (1..=3).contains(&p.len()) && p.iter().all(Value::is_u64))
                })
        }),
        _ => false,
    })
}
