//! The fields of an item for those who do not write JSON: what each holds, and its value from words.

use super::fields::fields_of;
use super::schema::schema;
use super::shape::{Object, Shape, Text};
use crate::data::problem::quoted;
use serde_json::{Map, Value};

/// A field of an item.
#[derive(Clone, Debug)]
pub struct FieldAbout {
    /// Its name in the format.
    pub name: &'static str,
    /// What it is.
    pub about: String,
    /// Whether an item must have it.
    pub is_required: bool,
    /// Whether it holds several values.
    pub is_list: bool,
    /// What a value of it is.
    pub holds: Holds,
}

/// What a value of a field is.
#[derive(Clone, Debug)]
pub enum Holds {
    /// A text.
    Text,
    /// The id of the item itself.
    OwnId,
    /// A date.
    Date,
    /// One of these words.
    Words(Vec<String>),
    /// The id of another item of one of these kinds.
    Ids(Vec<String>),
    /// Yes or no.
    Flag,
    /// A number.
    Number,
    /// An object with these fields, written as `field=value,field=value`.
    Parts(Vec<FieldAbout>),
}

impl FieldAbout {
    /// The value of the field from words: several if it is a list.
    ///
    /// # Errors
    /// That the parts of a value are not those of the field.
    pub fn value(&self, words: &[&str]) -> Result<Value, String> {
        let values =
            words.iter().map(|word| self.holds.value(word)).collect::<Result<Vec<Value>, String>>()?;
        Ok(if self.is_list {
            Value::Array(values)
        } else {
            values.into_iter().next_back().unwrap_or_default()
        })
    }
}

impl Holds {
    fn value(&self, word: &str) -> Result<Value, String> {
        Ok(match self {
            Self::Flag => Value::Bool(true),
            // What is no number is a text, which the check reports.
            Self::Number => word.parse::<u32>().map_or_else(|_| word.into(), Value::from),
            Self::Parts(fields) => parts(fields, word)?,
            _ => word.into(),
        })
    }
}

/// An object from `field=value,field=value`; a repeated field adds to its list.
fn parts(fields: &[FieldAbout], word: &str) -> Result<Value, String> {
    let known = || fields.iter().map(|field| format!("{}=…", field.name)).collect::<Vec<_>>().join(",");
    let mut given: Vec<(&FieldAbout, Vec<&str>)> = Vec::new();
    for part in word.split(',') {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let Some(field) = fields.iter().find(|field| field.name == name.trim() && !value.is_empty()) else {
            return Err(format!("{} is not understood; write {}", quoted(word), known()));
        };
        match given.iter_mut().find(|(own, _)| own.name == field.name) {
            Some((_, values)) => values.push(value.trim()),
            None => given.push((field, vec![value.trim()])),
        }
    }
    let entry =
        |(field, values): (&FieldAbout, Vec<&str>)| Ok((field.name.to_owned(), field.value(&values)?));
    given.into_iter().map(entry).collect::<Result<Map<String, Value>, String>>().map(Value::Object)
}

/// The fields of the items of a list ("events"), or of a list in the items of another (`["organisations", "memberships"]`), in
/// the order of the format.
pub fn fields_about(list: &[&str]) -> Vec<FieldAbout> {
    let schema = schema();
    let (mut shape, mut described) = (Shape::of_schema(&schema), &schema);
    for name in list {
        let inner = match &shape {
            Shape::Object(object) => object.field(name).map(|(_, field)| of_items(&field.shape).clone()),
            _ => None,
        };
        let Some(inner) = inner else { return Vec::new() };
        shape = inner;
        described = described_items(&schema, described.get("properties").and_then(|all| all.get(name)));
    }
    let Shape::Object(object) = &shape else { return Vec::new() };
    of_object(object, list.last().copied().unwrap_or_default(), described)
}

/// The schema of the items of a list.
fn described_items<'s>(schema: &'s Value, list: Option<&'s Value>) -> &'s Value {
    let name = list.and_then(|list| list.get("items")?.get("$ref")?.as_str()?.strip_prefix("#/$defs/"));
    name.and_then(|name| schema.get("$defs")?.get(name)).unwrap_or(&Value::Null)
}

fn of_items(shape: &Shape) -> &Shape {
    match shape {
        Shape::Array(items) => items,
        other => other,
    }
}

fn of_object(object: &Object, list: &str, described: &Value) -> Vec<FieldAbout> {
    let about = |name: &&'static str| {
        let (place, field) = object.field(name)?;
        let words = described.get("properties").and_then(|all| all.get(name)?.get("description")?.as_str());
        Some(FieldAbout {
            name,
            about: words.unwrap_or_default().trim_end_matches('.').replace('`', ""),
            is_required: object.required.has(place),
            is_list: matches!(field.shape, Shape::Array(_)),
            holds: holds(of_items(&field.shape), name)?,
        })
    };
    fields_of(list).iter().filter_map(about).collect()
}

/// What the values of a shape are; `None` for what words cannot say.
fn holds(shape: &Shape, name: &str) -> Option<Holds> {
    Some(match shape {
        Shape::Text(Text { declares: Some(_), .. }) => Holds::OwnId,
        Shape::Text(Text { date: true, .. }) => Holds::Date,
        Shape::Text(text) if !text.refers_to.is_empty() => Holds::Ids(text.refers_to.clone()),
        Shape::Text(text) if !text.words.is_empty() && !text.open => Holds::Words(text.words.clone()),
        Shape::Text(_) => Holds::Text,
        Shape::Bool => Holds::Flag,
        Shape::Number => Holds::Number,
        Shape::Object(object) => Holds::Parts(of_object(object, name, &Value::Null)),
        Shape::Array(_) | Shape::Map(_) | Shape::NumberOrText | Shape::Decimal(..) | Shape::Any => {
            return None;
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn fields_are_those_of_the_format_with_their_words() {
        let event = fields_about(&["events"]);
        assert_eq!(event.iter().map(|field| field.name).collect::<Vec<_>>(), fields_of("events"));
        let field = |name: &str| event.iter().find(|field| field.name == name).unwrap();
        assert!(field("date").is_required && matches!(field("date").holds, Holds::Date));
        assert_eq!(field("sectors").about, "The sectors that it concerns");
        assert!(matches!(&field("sectors").holds, Holds::Ids(kinds) if kinds == &["sector"]));
        assert!(matches!(&field("kind").holds, Holds::Words(words) if words.contains(&"visit".to_owned())));
        let membership = fields_about(&["organisations", "memberships"]);
        assert_eq!(membership.iter().map(|field| field.name).collect::<Vec<_>>(), fields_of("memberships"));
        assert!(fields_about(&["nothing"]).is_empty());
    }

    #[test]
    fn parts_are_objects() {
        let membership = fields_about(&["organisations", "memberships"]);
        let earlier = membership.iter().find(|field| field.name == "earlier").unwrap();
        assert_eq!(
            earlier.value(&["status=observer,since=1993,sources=a,sources=b"]),
            Ok(json!([{ "status": "observer", "since": "1993", "sources": ["a", "b"] }]))
        );
        for wrong in ["observer", "status=", "stat=observer", ""] {
            assert!(earlier.value(&[wrong]).unwrap_err().contains("write status=…,since=…"), "{wrong}");
        }
    }
}
