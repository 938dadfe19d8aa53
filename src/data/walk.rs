//! Walks a document once, holds it against the shape, and notes all that is wrong and every id and reference.

use super::problem::{Path, Severity, Step, nearest, quoted};
use super::shape::{Field, Object, Shape, Text};
use crate::model::Date;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::collections::HashSet;
use std::fmt;

/// Years outside of which a date is more likely a slip than a fact.
const USUAL_YEARS: std::ops::RangeInclusive<u16> = 1000..=2999;

/// A finding, not yet with its line.
pub(super) struct Finding {
    pub(super) severity: Severity,
    pub(super) path: Path,
    pub(super) message: String,
}

/// An id that something has, or that something names.
pub(super) struct Mention {
    pub(super) path: Path,
    pub(super) id: String,
    /// The kind it is, or the kinds it may be.
    pub(super) kinds: Vec<String>,
}

/// All that a walk finds.
#[derive(Default)]
pub(super) struct Findings {
    pub(super) list: Vec<Finding>,
    pub(super) declared: Vec<Mention>,
    pub(super) referred: Vec<Mention>,
    /// Whether an object has a key twice, which the typed reader refuses.
    pub(super) repeated_keys: bool,
    path: Path,
}

impl Findings {
    fn note(&mut self, severity: Severity, message: String) {
        self.list.push(Finding { severity, path: self.path.clone(), message });
    }

    fn error(&mut self, message: String) {
        self.note(Severity::Error, message);
    }

    fn warning(&mut self, message: String) {
        self.note(Severity::Warning, message);
    }

    fn mention(&self, id: &str, kinds: Vec<String>) -> Mention {
        Mention { path: self.path.clone(), id: id.to_owned(), kinds }
    }
}

/// Walks a document. A syntax error is the deserializer's own error; everything else is a finding.
pub(super) fn walk(shape: &Shape, text: &str) -> Result<Findings, serde_json::Error> {
    let mut findings = Findings::default();
    let mut reader = serde_json::Deserializer::from_str(text);
    Walk { shape, nullable: false, findings: &mut findings }.deserialize(&mut reader)?;
    reader.end()?;
    Ok(findings)
}

struct Walk<'a> {
    shape: &'a Shape,
    nullable: bool,
    findings: &'a mut Findings,
}

impl Walk<'_> {
    fn wrong_type<E: Error>(self, found: &str) -> Result<bool, E> {
        if !matches!(self.shape, Shape::Any) {
            self.findings.error(format!("is {found}, must be {}", self.shape.name()));
        }
        Ok(true)
    }
}

/// Whether the value holds anything: false for an empty text, list or object.
type Filled = bool;

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = Filled;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Filled, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
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
            self.findings.path.push(Step::Index(count));
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
                    self.findings.path.push(Step::Key(key));
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

fn walk_object<'de, A: MapAccess<'de>>(
    object: &Object,
    mut map: A,
    found: &mut Findings,
) -> Result<Filled, A::Error> {
    let mut seen: HashSet<String> = HashSet::new();
    let mut filled: HashSet<String> = HashSet::new();
    while let Some(key) = map.next_key::<String>()? {
        found.path.push(Step::Key(key.clone()));
        if !seen.insert(key.clone()) {
            found.repeated_keys = true;
            found.warning("stands twice in this object; the last one counts, remove the other".to_owned());
        }
        match object.fields.get(&key) {
            Some(Field { shape, nullable, .. }) => {
                if map.next_value_seed(Walk { shape, nullable: *nullable, findings: found })? {
                    filled.insert(key);
                }
            }
            None => {
                map.next_value::<IgnoredAny>()?;
                found.warning(unknown_field(&key, object));
            }
        }
        found.path.pop();
    }
    for name in object.required.iter().filter(|name| !seen.contains(*name)) {
        found.error(format!("has no {}, which is required", quoted(name)));
    }
    for name in object.required.iter().filter(|name| seen.contains(*name) && !filled.contains(*name)) {
        found.path.push(Step::Key(name.clone()));
        found.warning("is empty".to_owned());
        found.path.pop();
    }
    if object.fields.iter().any(|(name, field)| field.says_who && !filled.contains(name)) {
        found.warning("names no source; add who says so to its \"sources\"".to_owned());
    }
    Ok(!seen.is_empty())
}

fn unknown_field(key: &str, object: &Object) -> String {
    let known = object.fields.keys().map(String::as_str).filter(|k| !k.starts_with('$'));
    match nearest(key, known) {
        Some(meant) => format!("is not a field of the format; did you mean {}?", quoted(meant)),
        None => "is not a field of the format; remove it or put it into \"$comment\"".to_owned(),
    }
}

fn check_text(text: &Text, value: &str, found: &mut Findings) {
    if text.date {
        check_date(value, found);
    }
    if !text.words.is_empty() && !text.words.iter().any(|w| w == value) {
        found.error(unknown_word(value, &text.words));
    }
    if let Some(kind) = &text.declares {
        let good = if kind == "party" { is_party_id(value) } else { is_own_id(value) };
        if !good {
            let form = if kind == "party" { "three capitals for a state, else " } else { "" };
            found.error(format!("{} is no id; write {form}a-z, 0-9 and hyphens only", quoted(value)));
        }
        let mention = found.mention(value, vec![kind.clone()]);
        // A repeated key: the last value counts, here too.
        if found.declared.last().is_some_and(|last| last.path == mention.path) {
            found.declared.pop();
        }
        found.declared.push(mention);
    }
    if !text.refers_to.is_empty() {
        let mention = found.mention(value, text.refers_to.clone());
        found.referred.push(mention);
    }
}

fn check_date(value: &str, found: &mut Findings) {
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
