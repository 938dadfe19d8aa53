//! What stands in a cell, and how each form of output says it.

use crate::model::Date;
use serde::{Serialize, Serializer};
use serde_json::Value;
use std::borrow::Cow;

/// A typed value.
#[derive(Clone, Debug)]
pub enum Cell<'a> {
    /// A text.
    Text(Cow<'a, str>),
    /// A count or a score.
    Number(usize),
    /// Yes or no.
    Flag(bool),
    /// A date; none is not on record.
    Date(Option<Date>),
    /// Something named one way for programs and another for people: a word of the format, an address with a title.
    Named(String, Cow<'a, str>),
    /// Several things.
    List(Vec<Entry<'a>>),
    /// Not on record.
    Absent,
}

/// One of several things.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// For programs.
    pub data: Value,
    /// For people.
    pub words: Cow<'a, str>,
}

impl<'a> Cell<'a> {
    /// A text that may be absent.
    pub fn text(text: Option<&'a str>) -> Self {
        text.map_or(Self::Absent, |text| Self::Text(Cow::Borrowed(text)))
    }

    /// A number that may be absent.
    pub fn number(number: Option<usize>) -> Self {
        number.map_or(Self::Absent, Self::Number)
    }

    /// A word of the format.
    pub fn term(value: impl Serialize, word: &'static str) -> Self {
        match serde_json::to_value(value) {
            Ok(Value::String(id)) => Self::Named(id, Cow::Borrowed(word)),
            _ => Self::Text(Cow::Borrowed(word)),
        }
    }

    /// For people, on any number of lines; not yet filtered for a terminal. What is not on record is `?`.
    pub(super) fn words(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Flag(flag) => Cow::Borrowed(if *flag { "yes" } else { "no" }),
            Self::Date(date) => date.map_or(Cow::Borrowed("undated"), |date| Cow::Owned(date.shown())),
            Self::Named(_, words) => Cow::Borrowed(words),
            Self::List(entries) => {
                let words: Vec<&str> = entries.iter().map(|entry| &*entry.words).collect();
                Cow::Owned(words.join("; "))
            }
            Self::Absent => Cow::Borrowed("?"),
        }
    }

    /// For programs that know no lists: empty where absent, the things of a list with `; ` between them.
    pub(super) fn flat(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Flag(flag) => Cow::Owned(flag.to_string()),
            Self::Date(date) => date.map_or(Cow::Borrowed(""), |date| Cow::Owned(date.to_string())),
            Self::Named(id, _) => Cow::Borrowed(id),
            Self::List(entries) => {
                let flat: Vec<String> = entries.iter().map(flat).collect();
                Cow::Owned(flat.join("; "))
            }
            Self::Absent => Cow::Borrowed(""),
        }
    }

    /// Whether it is a number, which stands at the right of its column.
    pub(super) fn is_number(&self) -> bool {
        matches!(self, Self::Number(_))
    }
}

/// A thing of a list in a few words: itself, its address where it has one, the numbers of a range, else as people read it.
fn flat(entry: &Entry<'_>) -> String {
    match &entry.data {
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(Value::to_string).collect::<Vec<_>>().join(" "),
        data => match data.get("address").and_then(Value::as_str) {
            Some(address) => address.to_owned(),
            None => entry.words.clone().into_owned(),
        },
    }
}

/// As JSON has it; what is not on record is null.
impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => number.serialize(serializer),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Date(date) => date.serialize(serializer),
            Self::Named(id, _) => serializer.serialize_str(id),
            Self::List(entries) => serializer.collect_seq(entries.iter().map(|entry| &entry.data)),
            Self::Absent => serializer.serialize_none(),
        }
    }
}
