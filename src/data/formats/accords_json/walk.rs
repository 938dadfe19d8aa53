//! Walks a document once, holds it against the shape, and notes all that is wrong and every id and reference.

use super::references::Names;
use super::shape::{Field, Fields, Object, Shape, Text};
use crate::data::problem::{Path, Severity, Step, nearest, quoted};
use crate::model::Date;
use crate::text::thousands;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::collections::{HashMap, HashSet};
use std::fmt;

/// Years outside of which a date is more likely a slip than a fact.
const USUAL_YEARS: std::ops::RangeInclusive<u16> = 1000..=2999;

/// More errors or warnings than these help nobody to mend a file; the rest is counted.
pub(super) const MOST: usize = 1_000;

/// More places than these that name the same missing id are counted only.
const MOST_USES: usize = 100;

/// A finding, not yet with its line.
pub(super) struct Finding {
    pub(super) severity: Severity,
    pub(super) path: Path,
    pub(super) message: String,
}

/// Where an id is named of which it was not yet known that something has it.
#[derive(Default)]
pub(super) struct Uses {
    /// The first of them.
    pub(super) paths: Vec<Path>,
    pub(super) count: usize,
}

/// A step on the way down. The format's own names are borrowed: a walk over a million clauses stores no path of theirs.
enum Down<'s> {
    Field(&'s str),
    Free(String),
    Index(usize),
}

/// All that a walk finds.
#[derive(Default)]
pub(super) struct Findings<'s> {
    pub(super) list: Vec<Finding>,
    pub(super) names: Names<'s>,
    pub(super) referred: HashMap<(&'s [String], Box<str>), Uses>,
    errors: usize,
    warnings: usize,
    /// Whether an object has a key twice, which the typed reader refuses.
    pub(super) repeated_keys: bool,
    path: Vec<Down<'s>>,
}

impl<'s> Findings<'s> {
    fn note(&mut self, severity: Severity, message: impl FnOnce() -> String) {
        let count = match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        };
        *count += 1;
        if *count > MOST {
            return;
        }
        let (path, message) = (self.here(), message());
        self.list.push(Finding { severity, path, message });
    }

    fn error(&mut self, message: String) {
        self.note(Severity::Error, || message);
    }

    fn warning(&mut self, message: String) {
        self.note(Severity::Warning, || message);
    }

    fn here(&self) -> Path {
        let step = |down: &Down<'_>| match down {
            Down::Field(name) => Step::Key((*name).to_owned()),
            Down::Free(name) => Step::Key(name.clone()),
            Down::Index(i) => Step::Index(*i),
        };
        self.path.iter().map(step).collect()
    }

    /// The places in lists on the way here, the outermost first.
    fn places(&self) -> (usize, usize) {
        let mut places = self.path.iter().filter_map(|down| match down {
            Down::Index(i) => Some(*i),
            _ => None,
        });
        (places.next().unwrap_or(0), places.next().unwrap_or(0))
    }

    fn declare(&mut self, kind: &'s str, id: &str) {
        let places = self.places();
        if let Err(first) = self.names.declare(kind, id, places) {
            // A key repeated within one thing is told as such.
            if first.is(kind, places) {
                return;
            }
            let owner = first.owner();
            self.error(format!("{} is already the id of {owner}; ids are unique in a dossier", quoted(id)));
        }
    }

    fn refer(&mut self, kinds: &'s [String], id: &str) {
        if !self.names.is_known(kinds, id) {
            let path = self.here();
            let uses = self.referred.entry((kinds, id.into())).or_default();
            uses.count += 1;
            if uses.paths.len() < MOST_USES {
                uses.paths.push(path);
            }
        }
    }
}

/// Walks a document. A syntax error is the deserializer's own error; everything else is a finding.
pub(super) fn walk<'s>(shape: &'s Shape, text: &str) -> Result<Findings<'s>, serde_json::Error> {
    let mut findings = Findings::default();
    let mut reader = serde_json::Deserializer::from_str(text);
    Walk { shape, nullable: false, findings: &mut findings }.deserialize(&mut reader)?;
    reader.end()?;
    for (count, severity, words) in
        [(findings.errors, Severity::Error, "errors"), (findings.warnings, Severity::Warning, "warnings")]
    {
        if count > MOST {
            let message = format!("{} more {words} are not listed", thousands(count - MOST));
            findings.list.push(Finding { severity, path: Path::new(), message });
        }
    }
    Ok(findings)
}

struct Walk<'a, 's> {
    shape: &'s Shape,
    nullable: bool,
    findings: &'a mut Findings<'s>,
}

impl Walk<'_, '_> {
    fn wrong_type<E: Error>(self, found: &str) -> Result<bool, E> {
        if !matches!(self.shape, Shape::Any) {
            self.findings.error(format!("is {found}, must be {}", self.shape.name()));
        }
        Ok(true)
    }
}

/// Whether the value holds anything: false for an empty text, list or object.
type Filled = bool;

impl<'de> DeserializeSeed<'de> for Walk<'_, '_> {
    type Value = Filled;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Filled, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_, '_> {
    type Value = Filled;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.shape.name())
    }

    fn visit_unit<E: Error>(self) -> Result<Filled, E> {
        if !self.nullable {
            self.wrong_type::<E>("null")?;
        }
        Ok(false)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Filled, E> {
        if matches!(self.shape, Shape::Bool) { Ok(true) } else { self.wrong_type("true or false") }
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Filled, E> {
        match self.shape {
            Shape::Number if u32::try_from(number).is_err() => {
                self.findings.error(format!("is {number}, more than {}", u32::MAX));
                Ok(true)
            }
            Shape::Number => Ok(true),
            _ => self.wrong_type("a number"),
        }
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Filled, E> {
        self.wrong_type(&format!("{number}"))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Filled, E> {
        self.wrong_type(&format!("{number}"))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Filled, E> {
        match self.shape {
            Shape::Text(text) => {
                check_text(text, value, self.findings);
                Ok(!value.is_empty())
            }
            _ => self.wrong_type("a text"),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Filled, A::Error> {
        let Shape::Array(item) = self.shape else {
            while items.next_element::<IgnoredAny>()?.is_some() {}
            return self.wrong_type("a list [ ]");
        };
        let mut count = 0;
        loop {
            self.findings.path.push(Down::Index(count));
            let next =
                items.next_element_seed(Walk { shape: item, nullable: false, findings: self.findings })?;
            self.findings.path.pop();
            if next.is_none() {
                return Ok(count > 0);
            }
            count += 1;
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Filled, A::Error> {
        match self.shape {
            Shape::Object(object) => walk_object(object, map, self.findings),
            Shape::Map(value) => {
                while let Some(key) = map.next_key::<String>()? {
                    self.findings.path.push(Down::Free(key));
                    map.next_value_seed(Walk { shape: value, nullable: false, findings: self.findings })?;
                    self.findings.path.pop();
                }
                Ok(true)
            }
            _ => {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                self.wrong_type("an object { }")
            }
        }
    }
}

fn walk_object<'de, 's, A: MapAccess<'de>>(
    object: &'s Object,
    mut map: A,
    found: &mut Findings<'s>,
) -> Result<Filled, A::Error> {
    let (mut seen, mut filled) = (Fields::default(), Fields::default());
    let mut unknown: HashSet<String> = HashSet::new();
    while let Some(key) = map.next_key_seed(KeyOf(object))? {
        let is_new = match &key {
            Key::Known(place, _) => seen.add(*place),
            Key::Unknown(name) => !unknown.contains(name),
        };
        found.path.push(match &key {
            Key::Known(_, field) => Down::Field(&field.name),
            Key::Unknown(name) => Down::Free(name.clone()),
        });
        if !is_new {
            found.repeated_keys = true;
            found.warning("stands twice in this object; the last one counts, remove the other".to_owned());
        }
        match key {
            Key::Known(place, Field { shape, nullable, .. }) => {
                if map.next_value_seed(Walk { shape, nullable: *nullable, findings: found })? {
                    filled.add(place);
                }
            }
            Key::Unknown(name) => {
                map.next_value::<IgnoredAny>()?;
                // What was meant is looked for only where it is told.
                found.note(Severity::Warning, || unknown_field(&name, object));
                unknown.insert(name);
            }
        }
        found.path.pop();
    }
    for field in object.of(object.required.without(seen)) {
        found.error(format!("has no {}, which is required", quoted(&field.name)));
    }
    for field in object.of(object.required.and(seen).without(filled)) {
        found.path.push(Down::Field(&field.name));
        found.warning("is empty".to_owned());
        found.path.pop();
    }
    if !object.says_who.without(filled).is_empty() {
        found.warning("names no source; add who says so to its \"sources\"".to_owned());
    }
    Ok(seen != Fields::default() || !unknown.is_empty())
}

/// A key of an object.
enum Key<'s> {
    Known(usize, &'s Field),
    Unknown(String),
}

/// Reads a key without copying it where the format knows it.
struct KeyOf<'s>(&'s Object);

impl<'de, 's> DeserializeSeed<'de> for KeyOf<'s> {
    type Value = Key<'s>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key<'s>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'s> Visitor<'_> for KeyOf<'s> {
    type Value = Key<'s>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key in quotes")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Key<'s>, E> {
        Ok(match self.0.field(key) {
            Some((place, field)) => Key::Known(place, field),
            None => Key::Unknown(key.to_owned()),
        })
    }
}

fn unknown_field(key: &str, object: &Object) -> String {
    let known = object.names().filter(|k| !k.starts_with('$'));
    match nearest(key, known) {
        Some(meant) => format!("is not a field of the format; did you mean {}?", quoted(meant)),
        None => "is not a field of the format; remove it or put it into \"$comment\"".to_owned(),
    }
}

fn check_text<'s>(text: &'s Text, value: &str, found: &mut Findings<'s>) {
    if text.date {
        check_date(value, found);
    }
    if !text.words.is_empty() && !text.words.iter().any(|w| w == value) {
        found.note(Severity::Error, || unknown_word(value, &text.words));
    }
    if let Some(kind) = &text.declares {
        let good = if kind == "party" { is_party_id(value) } else { is_own_id(value) };
        if !good {
            let form = if kind == "party" { "three capitals for a state, else " } else { "" };
            found.error(format!("{} is no id; write {form}a-z, 0-9 and hyphens only", quoted(value)));
        }
        found.declare(kind, value);
    }
    if !text.refers_to.is_empty() {
        found.refer(&text.refers_to, value);
    }
}

fn check_date(value: &str, found: &mut Findings<'_>) {
    match value.parse::<Date>() {
        Err(error) => found.error(format!("{} {error}", quoted(value))),
        Ok(date) if !USUAL_YEARS.contains(&date.year()) || !USUAL_YEARS.contains(&date.ends().year) => {
            found.warning(format!("{} is outside of the years 1000 to 2999", quoted(value)));
        }
        Ok(_) => {}
    }
}

/// A word that is not in the list; a format of a later version says so.
fn unknown_word(value: &str, words: &[String]) -> String {
    if let Some(version) = value.strip_prefix("accords/").filter(|v| v.parse::<u32>().is_ok_and(|v| v > 1)) {
        return format!("is format {version} of accords, which is newer than this program; update it");
    }
    let list = words.iter().map(|w| w.as_str()).collect::<Vec<_>>().join(", ");
    let meant = nearest(value, words.iter().map(String::as_str));
    let hint = meant.map(|m| format!("; did you mean {}?", quoted(m))).unwrap_or_default();
    format!("{} is not one of {list}{hint}", quoted(value))
}

fn is_own_id(id: &str) -> bool {
    id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !id.is_empty()
        && !id.starts_with('-')
}

fn is_party_id(id: &str) -> bool {
    is_own_id(id) || (id.len() == 3 && id.bytes().all(|b| b.is_ascii_uppercase()))
}
