//! New ids in what refers to items by their ids.

use serde_json::{Map, Value};

/// The fields of the format that hold ids of items, as its schema says.
pub const REFERENCES: [&str; 13] = [
    "about",
    "agreements",
    "clause",
    "compares",
    "leading",
    "of",
    "organisations",
    "parties",
    "party",
    "places",
    "sectors",
    "since_sources",
    "sources",
];

/// Writes new ids into the references of an item and of all in it; `new` has the field and the id or address in it.
pub fn rename_references(fields: &mut Map<String, Value>, new: &impl Fn(&str, &str) -> Option<String>) {
    for (name, value) in fields {
        rename(value, name, new);
    }
}

fn rename(value: &mut Value, name: &str, new: &impl Fn(&str, &str) -> Option<String>) {
    match value {
        Value::String(address) if REFERENCES.contains(&name) => {
            if let Some(renamed) = renamed(address, &|id| new(name, id)) {
                *address = renamed;
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| rename(value, name, new)),
        Value::Object(fields) => rename_references(fields, new),
        _ => {}
    }
}

/// An id with its new one; of `agreement.clause` and `organisation:PARTY` also a part of it. `None` if nothing is new.
pub fn renamed(address: &str, new: &impl Fn(&str) -> Option<String>) -> Option<String> {
    if let Some(own) = new(address) {
        return Some(own);
    }
    if let Some((agreement, clause)) = address.split_once('.') {
        // The clause may have a new id in the agreement of that name.
        let own = format!("{}.{clause}", new(agreement)?);
        return Some(new(&own).unwrap_or(own));
    }
    let (organisation, party) = address.split_once(':')?;
    let (left, right) = (new(organisation), new(party));
    let is_new = left.is_some() || right.is_some();
    let or = |new: Option<String>, old: &str| new.unwrap_or_else(|| old.to_owned());
    is_new.then(|| format!("{}:{}", or(left, organisation), or(right, party)))
}
