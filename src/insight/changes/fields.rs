//! Which fields of an entry differ, and how.

use super::kind::EntryKind;
use crate::data::fields_of;
use crate::insight::compare::Difference;
use serde_json::{Map, Value};
use std::collections::HashMap;

/// A text of which a smaller share of the words is kept is another text: both are read whole.
const KEPT: f64 = 0.5;

/// A field that differs.
#[derive(Clone, Debug)]
pub struct FieldChange {
    /// Its name in the format.
    pub name: &'static str,
    /// Its value in the old version; null if it is absent.
    pub old: Value,
    /// Its value in the new version; null if it is absent.
    pub new: Value,
    /// How they differ.
    pub delta: Delta,
}

/// How two values of a field differ.
#[derive(Clone, Debug)]
pub enum Delta {
    /// Two texts with enough words in common to compare them word by word.
    Words(Difference),
    /// Two lists: what only one of them has, in its order.
    List {
        /// What the new list has more.
        added: Vec<Value>,
        /// What the old list has more.
        removed: Vec<Value>,
    },
    /// One in place of the other, as a whole.
    Whole,
}

/// The fields that differ, in the order of the format.
pub(super) fn compare(
    kind: EntryKind,
    old: &Map<String, Value>,
    new: &Map<String, Value>,
) -> Vec<FieldChange> {
    let value = |of: &Map<String, Value>, name: &str| of.get(name).cloned().unwrap_or_default();
    let differs = |name: &&&str| old.get(**name) != new.get(**name);
    let change = |name: &&'static str| {
        let (old, new) = (value(old, name), value(new, name));
        let delta = delta(&old, &new);
        FieldChange { name, old, new, delta }
    };
    fields_of(kind.list()).iter().filter(differs).map(change).collect()
}

fn delta(old: &Value, new: &Value) -> Delta {
    match (old, new) {
        (Value::String(old), Value::String(new)) => {
            let difference = Difference::of(old, new);
            // Punctuation and case alone are no words; an id or a date is replaced as a whole.
            let is_text = old.contains(char::is_whitespace) && new.contains(char::is_whitespace);
            let by_words = is_text && !difference.is_empty() && difference.share() >= KEPT;
            if by_words { Delta::Words(difference) } else { Delta::Whole }
        }
        (Value::Array(_) | Value::Object(_) | Value::Null, Value::Array(_) | Value::Object(_))
        | (Value::Array(_) | Value::Object(_), Value::Null) => of_lists(&listed(old), &listed(new)),
        _ => Delta::Whole,
    }
}

/// The values of a list; of an object, its values with their keys.
fn listed(value: &Value) -> Vec<Value> {
    match value {
        Value::Array(values) => values.clone(),
        Value::Object(fields) => {
            let named = |(name, value): (&String, &Value)| {
                Value::String(format!(
                    "{name}: {}",
                    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
                ))
            };
            fields.iter().map(named).collect()
        }
        _ => Vec::new(),
    }
}

/// What only one of two lists has; the whole of both if they have the same in another order.
fn of_lists(old: &[Value], new: &[Value]) -> Delta {
    let (added, removed) = (without(new, old), without(old, new));
    if added.is_empty() && removed.is_empty() { Delta::Whole } else { Delta::List { added, removed } }
}

/// What a list has more of than another.
fn without(list: &[Value], other: &[Value]) -> Vec<Value> {
    let mut held: HashMap<String, usize> = HashMap::new();
    for value in other {
        *held.entry(value.to_string()).or_default() += 1;
    }
    let is_more = |value: &&Value| match held.get_mut(&value.to_string()) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    };
    list.iter().filter(is_more).cloned().collect()
}
