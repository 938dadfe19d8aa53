//! What a row has in one of its columns, and how each form says it.

use crate::model::{Address, Date};
use serde::{Serialize, Serializer};
use serde_json::Value;
use std::borrow::Cow;

/// A typed value.
#[derive(Clone, Debug, Default)]
pub enum Datum<'a> {
    /// A text.
    Text(Cow<'a, str>),
    /// A count or a score.
    Number(usize),
    /// Yes or no.
    Flag(bool),
    /// A date; `None` is a date that is not on record.
    Date(Option<Date>),
    /// Something with one name for programs and another for people: a word of the format, an address with a title.
    Named(String, Cow<'a, str>),
    /// Several things.
    List(Vec<Labelled<'a>>),
    /// Not on record.
    #[default]
    Absent,
}

/// One of several things.
#[derive(Clone, Debug)]
pub struct Labelled<'a> {
    /// For programs.
    pub data: Value,
    /// For people.
    pub words: Cow<'a, str>,
}

impl<'a> Datum<'a> {
    /// A word of the format: `value` as the format writes it, `word` as people read it.
    pub fn term(value: impl Serialize, word: &'a str) -> Self {
        match serde_json::to_value(value) {
            Ok(Value::String(id)) => Self::Named(id, Cow::Borrowed(word)),
            _ => Self::from(word),
        }
    }

    /// The things of a list by the words that people read, for programs too.
    pub fn in_words(self) -> Self {
        let Self::List(things) = self else { return self };
        let named = |thing: Labelled<'a>| Labelled { data: Value::from(&*thing.words), ..thing };
        Self::List(things.into_iter().map(named).collect())
    }

    /// For people, on any number of lines; not yet filtered for a terminal. What is not on record is `?`.
    pub(super) fn words(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Flag(flag) => Cow::Borrowed(if *flag { "yes" } else { "no" }),
            Self::Date(date) => Cow::Owned(Date::shown_or_undated(*date)),
            Self::Named(_, words) => Cow::Borrowed(words),
            Self::List(things) => {
                let words: Vec<&str> = things.iter().map(|thing| &*thing.words).collect();
                Cow::Owned(words.join("; "))
            }
            Self::Absent => Cow::Borrowed("?"),
        }
    }

    /// For programs without lists: empty if absent, the things of a list with `; ` between them.
    pub(super) fn flat(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Flag(flag) => Cow::Owned(flag.to_string()),
            Self::Date(date) => date.map_or(Cow::Borrowed(""), |date| Cow::Owned(date.to_string())),
            Self::Named(id, _) => Cow::Borrowed(id),
            Self::List(things) => {
                let flat: Vec<String> = things.iter().map(Labelled::flat).collect();
                Cow::Owned(flat.join("; "))
            }
            Self::Absent => Cow::Borrowed(""),
        }
    }

    /// Whether it is a number, which is aligned right.
    pub(super) fn is_number(&self) -> bool {
        matches!(self, Self::Number(_))
    }
}

impl Labelled<'_> {
    /// In one text: itself, the address of an object that has one, else what people read.
    fn flat(&self) -> String {
        match &self.data {
            Value::String(text) => text.clone(),
            Value::Array(values) => values.iter().map(Value::to_string).collect::<Vec<_>>().join(" "),
            data => match data.get("address").and_then(Value::as_str) {
                Some(address) => address.to_owned(),
                None => self.words.clone().into_owned(),
            },
        }
    }
}

impl<'a> From<&'a str> for Datum<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Datum<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<Address> for Datum<'_> {
    fn from(address: Address) -> Self {
        String::from(address).into()
    }
}

impl From<usize> for Datum<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Datum<'_> {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<Date> for Datum<'_> {
    fn from(date: Date) -> Self {
        Self::Date(Some(date))
    }
}

/// What is `None` is absent.
impl<'a, D: Into<Datum<'a>>> From<Option<D>> for Datum<'a> {
    fn from(datum: Option<D>) -> Self {
        datum.map(Into::into).unwrap_or_default()
    }
}

/// As JSON has it; what is not on record is null.
impl Serialize for Datum<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => number.serialize(serializer),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Date(date) => date.serialize(serializer),
            Self::Named(id, _) => serializer.serialize_str(id),
            Self::List(things) => serializer.collect_seq(things.iter().map(|thing| &thing.data)),
            Self::Absent => serializer.serialize_none(),
        }
    }
}
