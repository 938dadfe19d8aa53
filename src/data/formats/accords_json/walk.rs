//! Walks a document once and checks every value against its shape.

use super::findings::Findings;
use super::path::Step;
use super::shape::{Field, Fields, Object, Shape};
use super::texts::check_text;
use crate::data::problem::{Severity, quoted};
use crate::text::edit::nearest;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::collections::HashSet;
use std::fmt;

/// Walks a document. A syntax error is the deserializer's own error; everything else is a finding.
pub(super) fn walk<'s>(shape: &'s Shape, text: &str) -> Result<Findings<'s>, serde_json::Error> {
    let mut findings = Findings::default();
    let mut reader = serde_json::Deserializer::from_str(text);
    Walk { shape, nullable: false, findings: &mut findings }.deserialize(&mut reader)?;
    reader.end()?;
    Ok(findings.finish())
}

struct Walk<'a, 's> {
    shape: &'s Shape,
    nullable: bool,
    findings: &'a mut Findings<'s>,
}

impl Walk<'_, '_> {
    fn wrong_type<E: Error>(self, found: &str) -> Result<bool, E> {
        if !matches!(self.shape, Shape::Any) {
            self.findings.error(format!("is {found}; {} is expected", self.shape.name()));
        }
        Ok(true)
    }
}

/// Whether the value has any content: false for an empty text, list or object.
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
            Shape::Number | Shape::NumberOrText if u32::try_from(number).is_err() => {
                self.findings.error(format!("is {number}; at most {} is allowed", u32::MAX));
                Ok(true)
            }
            Shape::Number | Shape::NumberOrText => Ok(true),
            Shape::Decimal(..) => self.visit_f64(number as f64),
            _ => self.wrong_type("a number"),
        }
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Filled, E> {
        self.visit_f64(number as f64)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Filled, E> {
        match self.shape {
            Shape::Decimal(least, most) if (*least..=*most).contains(&number) => Ok(true),
            Shape::Decimal(least, most) => {
                self.findings.error(format!("is {number}; a number from {least} to {most} is expected"));
                Ok(true)
            }
            _ => self.wrong_type(&format!("{number}")),
        }
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Filled, E> {
        match self.shape {
            Shape::Text(text) => {
                check_text(text, value, self.findings);
                Ok(!value.is_empty())
            }
            Shape::NumberOrText => Ok(!value.is_empty()),
            _ => self.wrong_type("text"),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Filled, A::Error> {
        let Shape::Array(item) = self.shape else {
            while items.next_element::<IgnoredAny>()?.is_some() {}
            return self.wrong_type("a list [ ]");
        };
        let mut count = 0;
        loop {
            self.findings.enter(Step::Index(count));
            let next =
                items.next_element_seed(Walk { shape: item, nullable: false, findings: self.findings })?;
            self.findings.leave();
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
                    self.findings.enter(Step::Key(key.into()));
                    map.next_value_seed(Walk { shape: value, nullable: false, findings: self.findings })?;
                    self.findings.leave();
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
        found.enter(Step::Key(match &key {
            Key::Known(_, field) => field.name.as_str().into(),
            Key::Unknown(name) => name.clone().into(),
        }));
        if !is_new {
            found.repeated_keys = true;
            found.warning("duplicate key; the last value is used, remove the other".to_owned());
        }
        match key {
            Key::Known(place, Field { shape, nullable, .. }) => {
                if map.next_value_seed(Walk { shape, nullable: *nullable, findings: found })? {
                    filled.add(place);
                }
            }
            Key::Unknown(name) => {
                map.next_value::<IgnoredAny>()?;
                found.note(Severity::Warning, || unknown_field(&name, object));
                unknown.insert(name);
            }
        }
        found.leave();
    }
    for field in object.of(object.required.without(seen)) {
        found.error(format!("the required field {} is missing", quoted(&field.name)));
    }
    for field in object.of(object.required.and(seen).without(filled)) {
        found.enter(Step::Key(field.name.as_str().into()));
        found.warning("is empty".to_owned());
        found.leave();
    }
    if !object.says_who.without(filled).is_empty() {
        found.warning("no source is given; add the id of one to \"sources\"".to_owned());
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
        Some(meant) => format!("unknown field; did you mean {}?", quoted(meant)),
        None => "unknown field; remove it or put it into \"$comment\"".to_owned(),
    }
}
