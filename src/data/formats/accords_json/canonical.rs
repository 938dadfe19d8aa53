//! The one way to write a dossier: fields in the order of the model, agreements and events by date, and the same spacing, so
//! that two versions differ only in what was changed.

use super::fields::fields_of;
use super::read::read;
use super::tree::{Content, Node};
use crate::data::problem::Problem;
use crate::model::Date;
use crate::text::escaped_json;
use serde::Serialize;
use std::path::Path;

/// A list, or an object without lists and objects in it, is written on one line if it ends before this column.
const COLUMNS: usize = 120;

/// The remarks and the schema, which any object may have, stand before its fields.
const FIRST: [&str; 2] = ["$schema", "$comment"];

/// A dossier as the format writes it. Remarks, unknown fields and repeated keys are kept.
///
/// # Errors
/// All problems of a text with errors, which is no dossier.
pub fn canonical(file: &Path, text: &str) -> Result<String, Vec<Problem>> {
    let loaded = read(file, text);
    if loaded.has_errors() {
        return Err(loaded.problems);
    }
    Ok(whole(text))
}

/// What serializes as a dossier, as the format writes it, so that `accords fmt` has nothing to change in it.
///
/// # Errors
/// None, unless it cannot be JSON.
pub fn canonical_json(dossier: &impl Serialize) -> serde_json::Result<String> {
    serde_json::to_string(dossier).map(|json| whole(&json))
}

/// A whole document in form, with a line break at its end.
fn whole(text: &str) -> String {
    let mut out = written(&Node::read(text), Some(""), 0);
    out.push('\n');
    out
}

/// A value as the format writes it at a level of indentation, the first line without its own. The name is that of the list
/// that an object is in; `None` for what the format does not know.
pub(super) fn written(node: &Node<'_>, name: Option<&str>, level: usize) -> String {
    let mut writer = Writer { out: String::new() };
    writer.value(node, name, level, level * INDENT.len());
    escaped_json(&writer.out).into_owned()
}

pub(super) const INDENT: &str = "  ";

struct Writer {
    out: String,
}

impl Writer {
    /// Writes a value that begins in this column.
    fn value(&mut self, node: &Node<'_>, name: Option<&str>, level: usize, column: usize) {
        match &node.content {
            Content::Scalar => self.out.push_str(&scalar(node)),
            Content::List(values) => match on_one_line(node, name, level, column) {
                Some(line) => self.out.push_str(&line),
                None => self.list(values, name, level),
            },
            Content::Object(entries) => match on_one_line(node, name, level, column) {
                Some(line) => self.out.push_str(&line),
                None => self.object(entries, name, level),
            },
        }
    }

    fn list(&mut self, values: &[Node<'_>], name: Option<&str>, level: usize) {
        for (at, value) in sorted(values, name).into_iter().enumerate() {
            self.begin(if at == 0 { "[" } else { "," }, level + 1);
            self.value(value, name, level + 1, (level + 1) * INDENT.len());
        }
        self.begin("", level);
        self.out.push(']');
    }

    fn object(&mut self, entries: &[(String, Node<'_>)], name: Option<&str>, level: usize) {
        for (at, (key, value)) in ordered(entries, name).into_iter().enumerate() {
            self.begin(if at == 0 { "{" } else { "," }, level + 1);
            let before = format!("{}: ", quoted(key));
            let column = (level + 1) * INDENT.len() + before.chars().count();
            self.out.push_str(&before);
            self.value(value, below(name, key), level + 1, column);
        }
        self.begin("", level);
        self.out.push('}');
    }

    /// Ends what is before, and begins a line.
    fn begin(&mut self, end: &str, level: usize) {
        self.out.push_str(end);
        self.out.push('\n');
        self.out.push_str(&INDENT.repeat(level));
    }
}

/// The name of what is under a key of an object with this name.
fn below<'k>(name: Option<&str>, key: &'k str) -> Option<&'k str> {
    name.filter(|name| fields_of(name).contains(&key)).map(|_| key)
}

/// The entries of an object in the order of the format: remarks, its fields, then what the format does not know. Those of an
/// object with arbitrary keys, as names by language, are sorted by key.
fn ordered<'n, 'a>(entries: &'n [(String, Node<'a>)], name: Option<&str>) -> Vec<&'n (String, Node<'a>)> {
    let mut ordered: Vec<&(String, Node<'_>)> = entries.iter().collect();
    let Some(name) = name else { return ordered };
    let fields = fields_of(name);
    let place = |key: &str| {
        let first = FIRST.iter().position(|own| *own == key);
        let field = fields.iter().position(|own| *own == key).map(|place| FIRST.len() + place);
        first.or(field).unwrap_or(usize::MAX)
    };
    match fields.is_empty() {
        true => ordered.sort_by_key(|(key, _)| (place(key), key.clone())),
        false => ordered.sort_by_key(|(key, _)| place(key)),
    }
    ordered
}

/// The values of a list; agreements and events by date, as they are when they have been read.
fn sorted<'n, 'a>(values: &'n [Node<'a>], name: Option<&str>) -> Vec<&'n Node<'a>> {
    let mut sorted: Vec<&Node<'_>> = values.iter().collect();
    if let Some(field) = name.and_then(date_of) {
        sorted.sort_by_cached_key(|value| Date::undated_last(date(value, field)));
    }
    sorted
}

/// The field by whose date the items of a list are sorted.
pub(super) fn date_of(list: &str) -> Option<&'static str> {
    match list {
        "agreements" => Some("signed"),
        "events" => Some("date"),
        _ => None,
    }
}

/// A date in an object.
pub(super) fn date(object: &Node<'_>, field: &str) -> Option<Date> {
    object.get(field)?.string()?.parse().ok()
}

/// A list or an object on one line, if it is short and plain: nothing in it has parts of its own, and it is no item.
fn on_one_line(node: &Node<'_>, name: Option<&str>, level: usize, column: usize) -> Option<String> {
    /// An item of a list of the dossier is in an object at this level of indentation.
    const ITEM: usize = 2;
    let is_scalar = |value: &Node<'_>| matches!(value.content, Content::Scalar) && !value.text.contains('\n');
    let room = COLUMNS.checked_sub(column)?;
    let line = match &node.content {
        Content::Scalar => None,
        Content::List(values) if values.is_empty() => Some("[]".to_owned()),
        Content::Object(entries) if entries.is_empty() => Some("{}".to_owned()),
        Content::List(values) => {
            let plain = values.iter().all(is_scalar);
            plain.then(|| format!("[{}]", values.iter().map(scalar).collect::<Vec<_>>().join(", ")))
        }
        Content::Object(entries) => {
            let is_item = level <= ITEM || entries.iter().any(|(key, _)| key == "id");
            let plain = !is_item && entries.iter().all(|(_, value)| is_scalar(value));
            let entry = |(key, value): &(String, Node<'_>)| format!("{}: {}", quoted(key), scalar(value));
            plain.then(|| {
                let entries: Vec<String> = ordered(entries, name).into_iter().map(entry).collect();
                format!("{{ {} }}", entries.join(", "))
            })
        }
    };
    line.filter(|line| line.chars().count() <= room)
}

/// A value that is neither a list nor an object, with as few escapes as there may be.
fn scalar(node: &Node<'_>) -> String {
    node.string().map_or_else(|| node.text.to_owned(), |text| quoted(&text))
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    fn formatted(text: &str) -> String {
        canonical(Path::new("x.json"), text).unwrap()
    }

    const BEGIN: &str = r#"{"title": "X", "id": "x", "format": "accords/1""#;

    #[test]
    fn fields_items_and_spacing_have_one_form() {
        let text = format!(
            r#"{BEGIN}, "zebra": [1,  2.50], "$comment": {{"b": 1, "a": [{{"id": "q"}}]}},
            "parties": [{{"names": {{"ru": "\u0410", "az": "A"}}, "name": "A", "kind": "state", "id": "AAA"}}], "sectors": [],
            "sources": [{{"id": "s", "kind": "news", "publisher": "P", "title": "T\/\u202e", "title": "U"}}],
            "events": [{{"id": "f", "date": "2002", "title": "F", "kind": "trade", "carries_out": [{{"basis": "reading", "clause": "a.c"}}], "sources": ["s"]}},
              {{"id": "e", "date": "2001", "title": "E", "kind": "trade", "sources": ["s"]}}],
            "agreements": [{{"clauses": [{{"wording": "summary", "id": "c", "heading": "H", "text": "T", "sources": []}}], "title": "A", "id": "a"}},
              {{"id": "b", "title": "B", "signed": "2001"}}]}}"#
        );
        let expected = r#"{
  "$comment": {
    "b": 1,
    "a": [
      {
        "id": "q"
      }
    ]
  },
  "format": "accords/1",
  "id": "x",
  "title": "X",
  "parties": [
    {
      "id": "AAA",
      "kind": "state",
      "name": "A",
      "names": { "az": "A", "ru": "А" }
    }
  ],
  "sources": [
    {
      "id": "s",
      "kind": "news",
      "publisher": "P",
      "title": "T/\u202e",
      "title": "U"
    }
  ],
  "sectors": [],
  "agreements": [
    {
      "id": "b",
      "title": "B",
      "signed": "2001"
    },
    {
      "id": "a",
      "title": "A",
      "clauses": [
        {
          "id": "c",
          "heading": "H",
          "text": "T",
          "wording": "summary",
          "sources": []
        }
      ]
    }
  ],
  "events": [
    {
      "id": "e",
      "date": "2001",
      "title": "E",
      "kind": "trade",
      "sources": ["s"]
    },
    {
      "id": "f",
      "date": "2002",
      "title": "F",
      "kind": "trade",
      "carries_out": [
        { "clause": "a.c", "basis": "reading" }
      ],
      "sources": ["s"]
    }
  ],
  "zebra": [1, 2.50]
}
"#;
        assert_eq!(formatted(&text), expected);
        assert_eq!(formatted(expected), expected);
    }

    #[test]
    fn a_text_with_errors_is_refused_and_deep_remarks_are_kept() {
        let problems = canonical(Path::new("x.json"), "{\"format\": \"accords/1\",}").unwrap_err();
        assert!(problems[0].to_string().starts_with("x.json:1:"), "{}", problems[0]);
        assert!(canonical(Path::new("x.json"), &format!("{BEGIN}, \"leading\": \"none\"}}")).is_err());
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        let text = formatted(&format!("{BEGIN}, \"$comment\": {deep}}}"));
        assert_eq!(text.matches('[').count(), 100_000);
        assert_eq!(formatted(&text), text);
    }

    /// A remark, which may be any JSON.
    fn remark() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 24, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                prop::collection::btree_map("[a-z$]{0,6}", inner, 0..5)
                    .prop_map(|entries| Value::Object(entries.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn formatting_twice_is_formatting_once_and_nothing_is_lost(
            remark in remark(), unknown in remark(), titles in prop::collection::vec(any::<String>(), 0..6),
            years in prop::collection::vec(1900..2100, 6), compact in any::<bool>(),
        ) {
            let item = |(at, (title, year)): (usize, (&String, &i32))| {
                json!({ "id": format!("i{at}"), "title": title, "signed": year.to_string(), "zebra": unknown, "$comment": remark })
            };
            let items: Vec<Value> = titles.iter().zip(&years).enumerate().map(item).collect();
            let whole = json!({ "format": "accords/1", "id": "x", "title": "X", "$comment": remark, "agreements": items, "apple": unknown });
            let text = if compact { whole.to_string() } else { format!("{whole:#}") };
            // Of a number with many digits, what is read is not always what was written.
            let whole: Value = serde_json::from_str(&text).unwrap();
            let once = formatted(&text);
            prop_assert_eq!(&formatted(&once), &once);
            let serialized = canonical_json(&whole).unwrap();
            prop_assert_eq!(&formatted(&serialized), &serialized);
            let mut read: Value = serde_json::from_str(&once).unwrap();
            let by_id = |item: &Value| item["id"].to_string();
            read["agreements"].as_array_mut().unwrap().sort_by_key(by_id);
            prop_assert_eq!(read, whole);
            let dossier = |text: &str| read_dossier(text);
            prop_assert_eq!(dossier(&once), dossier(&text));
        }
    }

    fn read_dossier(text: &str) -> std::sync::Arc<crate::model::Dossier> {
        read(Path::new("x.json"), text).dossiers.remove(0)
    }
}
