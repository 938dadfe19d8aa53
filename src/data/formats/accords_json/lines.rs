//! Finds the lines of values, only once something is wrong with them.

use crate::data::problem::{Path, Step};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

/// Line and column (from 1, in characters) of each path's value; of the nearest value around it where it has none.
pub(super) fn locate(text: &str, paths: &[Path]) -> Vec<(usize, usize)> {
    let mut offsets = vec![0; paths.len()];
    let all: Vec<usize> = (0..paths.len()).collect();
    descend(text, text, paths, &all, 0, &mut offsets);
    places(text, &offsets)
}

/// Sets the offsets of these paths, all of which lead to `value` in `depth` steps.
fn descend(text: &str, value: &str, paths: &[Path], these: &[usize], depth: usize, offsets: &mut [usize]) {
    let start = value.as_ptr() as usize - text.as_ptr() as usize;
    let blank = value.len() - value.trim_start().len();
    let mut further: HashMap<&Step, Vec<usize>> = HashMap::new();
    for &i in these {
        if let Some(offset) = offsets.get_mut(i) {
            *offset = start + blank;
        }
        if let Some(step) = paths.get(i).and_then(|p| p.get(depth)) {
            further.entry(step).or_default().push(i);
        }
    }
    if further.is_empty() {
        return;
    }
    for (step, child) in children(value) {
        if let Some(below) = further.get(&step) {
            descend(text, child, paths, below, depth + 1, offsets);
        }
    }
}

fn children(value: &str) -> Vec<(Step, &str)> {
    if value.trim_start().starts_with('[') {
        let items: Vec<&RawValue> = serde_json::from_str(value).unwrap_or_default();
        return items.into_iter().enumerate().map(|(i, v)| (Step::Index(i), v.get())).collect();
    }
    let entries: Entries<'_> = serde_json::from_str(value).unwrap_or_default();
    entries.0.into_iter().map(|(key, v)| (Step::Key(key.into_owned()), v.get())).collect()
}

/// The entries of an object in their order, repeated keys too.
#[derive(Default)]
struct Entries<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Entries<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'de> Visitor<'de> for Collect {
            type Value = Entries<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(key) = map.next_key::<String>()? {
                    entries.push((Cow::Owned(key), map.next_value()?));
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Collect)
    }
}

/// Line and column of each offset, in one pass over the text.
fn places(text: &str, offsets: &[usize]) -> Vec<(usize, usize)> {
    let mut order: Vec<usize> = (0..offsets.len()).collect();
    order.sort_by_key(|i| offsets.get(*i).copied());
    let mut found = vec![(1, 1); offsets.len()];
    let (mut line, mut column, mut at) = (1, 1, 0);
    for i in order {
        let target = offsets.get(i).copied().unwrap_or(0);
        for c in text.get(at..target).unwrap_or_default().chars() {
            (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
        }
        at = target;
        if let Some(place) = found.get_mut(i) {
            *place = (line, column);
        }
    }
    found
}
