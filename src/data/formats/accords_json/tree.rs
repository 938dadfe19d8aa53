//! A document as a tree of its own text, in which nothing is lost: not the order of keys, nor repeated or unknown ones.

use super::path::Step;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// The format has fewer levels. A remark may have more, which are kept as they are written.
const LEVELS: usize = 32;

/// A value of a document.
pub(super) struct Node<'a> {
    /// Its text in the document, without blanks around it.
    pub(super) text: &'a str,
    pub(super) content: Content<Self>,
}

/// What a value is, and what is in it: nodes, or no more than their texts.
pub(super) enum Content<V> {
    Scalar,
    List(Vec<V>),
    /// The entries in their order, with repeated keys.
    Object(Vec<(String, V)>),
}

impl<'a> Content<&'a str> {
    /// What a value without blanks around it is, at this level of a document.
    pub(super) fn of(text: &'a str, level: usize) -> Self {
        match text.as_bytes().first() {
            _ if level >= LEVELS => Self::Scalar,
            Some(b'[') => Self::List(children(text).into_iter().map(|(_, child)| child.trim()).collect()),
            Some(b'{') => {
                let entry = |(step, child): (_, &'a str)| match step {
                    Step::Key(key) => Some((Cow::into_owned(key), child.trim())),
                    Step::Index(_) => None,
                };
                Self::Object(children(text).into_iter().filter_map(entry).collect())
            }
            _ => Self::Scalar,
        }
    }
}

impl<'a> Node<'a> {
    /// The tree of a document that is known to be JSON; of any other, what can be read of it.
    pub(super) fn read(text: &'a str) -> Self {
        Self::at(text, 0)
    }

    fn at(text: &'a str, level: usize) -> Self {
        let text = text.trim();
        let node = |child: &'a str| Self::at(child, level + 1);
        let content = match Content::of(text, level) {
            Content::Scalar => Content::Scalar,
            Content::List(values) => Content::List(values.into_iter().map(node).collect()),
            Content::Object(entries) => {
                Content::Object(entries.into_iter().map(|(key, value)| (key, node(value))).collect())
            }
        };
        Self { text, content }
    }

    /// The entries of an object; none of anything else.
    pub(super) fn entries(&self) -> &[(String, Self)] {
        match &self.content {
            Content::Object(entries) => entries,
            _ => &[],
        }
    }

    /// The values of a list; none of anything else.
    pub(super) fn values(&self) -> &[Self] {
        match &self.content {
            Content::List(values) => values,
            _ => &[],
        }
    }

    /// The value of a key in an object; of a repeated one the last, which counts.
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        self.entries().iter().rev().find(|(own, _)| own == key).map(|(_, value)| value)
    }

    /// A text.
    pub(super) fn string(&self) -> Option<String> {
        serde_json::from_str(self.text).ok()
    }

    /// Where it begins in the document, in bytes.
    pub(super) fn offset(&self, document: &str) -> usize {
        self.text.as_ptr() as usize - document.as_ptr() as usize
    }
}

/// The values in a list or an object, each with its index or its key.
pub(super) fn children(value: &str) -> Vec<(Step<'static>, &str)> {
    if value.trim_start().starts_with('[') {
        let items: Vec<&RawValue> = serde_json::from_str(value).unwrap_or_default();
        return items.into_iter().enumerate().map(|(i, v)| (Step::Index(i), v.get())).collect();
    }
    serde_json::from_str::<Entries<'_>>(value).unwrap_or_default().0
}

/// The entries of an object in their order, with repeated keys.
#[derive(Default)]
struct Entries<'a>(Vec<(Step<'static>, &'a str)>);

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
                while let Some((key, value)) = map.next_entry::<String, &RawValue>()? {
                    entries.push((Step::Key(key.into()), value.get()));
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Collect)
    }
}
