//! The one way to write a dossier: fields in the order of the model, agreements and events by date, and the same spacing, so
//! that two versions differ only in what was changed.

use super::fields::fields_of;
use super::read::read;
use super::tree::Content;
use crate::data::problem::Problem;
use crate::model::{Date, Dossier};
use crate::text::escaped_json;
use serde::Serialize;
use std::io::{self, Write};
use std::path::Path;

/// A list, or an object without lists and objects in it, is written on one line if it ends before this column.
const COLUMNS: usize = 120;

/// The remarks and the schema, which any object may have, stand before its fields.
const FIRST: [&str; 2] = ["$schema", REMARK];
const REMARK: &str = "$comment";

/// A dossier as the format writes it. Remarks, unknown fields and repeated keys are kept.
///
/// # Errors
/// All problems of a text with errors, which is no dossier.
pub fn canonical(file: &Path, text: &str) -> Result<String, Vec<Problem>> {
    let loaded = read(file, text);
    if loaded.has_errors() {
        return Err(loaded.problems);
    }
    Ok(in_memory(|out| write_whole(text, &Remarks::default(), out)))
}

/// Writes what serializes as a dossier, as the format writes it, so that `accords fmt` has nothing to change in it.
///
/// # Errors
/// What the writer returns.
pub fn write_canonical(dossier: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    write_whole(&serde_json::to_string(dossier)?, &Remarks::default(), out)
}

/// What is said of a dossier that was read from something else, to be written beside what it is about.
#[derive(Debug, Default)]
pub struct Remarks {
    /// Of the whole.
    pub dossier: Vec<String>,
    /// Of each agreement, in the order of the dossier.
    pub agreements: Vec<Vec<String>>,
}

/// Like [`write_canonical`], with remarks; the dossier is let go before it is written, since it may be large.
///
/// # Errors
/// What the writer returns.
pub fn write_with_remarks(dossier: Dossier, remarks: &Remarks, out: &mut dyn Write) -> io::Result<()> {
    let json = serde_json::to_string(&dossier)?;
    drop(dossier);
    write_whole(&json, remarks, out)
}

/// Writes a whole document in form, with a line break at its end.
fn write_whole(text: &str, remarks: &Remarks, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = Writer { out, remarks };
    match json(&remarks.dossier) {
        Some(remark) => writer.remarked(text.trim(), &remark, Some(""), 0)?,
        None => writer.value(text.trim(), Some(""), 0, 0)?,
    }
    writer.push("\n")
}

/// A value as the format writes it at a level of indentation, the first line without its own. The name is that of the list
/// that an object is in; `None` for what the format does not know.
pub(super) fn written(value: &str, name: Option<&str>, level: usize) -> String {
    in_memory(|out| {
        Writer { out, remarks: &Remarks::default() }.value(value, name, level, level * INDENT.len())
    })
}

/// What is written, as a text.
fn in_memory(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> String {
    let mut out = Vec::new();
    // Writing to memory does not fail, and what is written is text.
    let _ = write(&mut out);
    String::from_utf8(out).unwrap_or_default()
}

pub(super) const INDENT: &str = "  ";

/// Writes each value while it is looked at, so that no more than one item is kept beside the document.
struct Writer<'w> {
    out: &'w mut dyn Write,
    remarks: &'w Remarks,
}

impl Writer<'_> {
    /// Writes a value that begins in this column.
    fn value(&mut self, value: &str, name: Option<&str>, level: usize, column: usize) -> io::Result<()> {
        let content = Content::of(value, level);
        match on_one_line(&content, name, level, column) {
            Some(line) => self.push(&line),
            None => match &content {
                Content::Scalar => self.push(&scalar(value)),
                Content::List(values) => self.list(values, name, level),
                Content::Object(entries) => self.object(entries, name, level),
            },
        }
    }

    fn list(&mut self, values: &[&str], name: Option<&str>, level: usize) -> io::Result<()> {
        for (at, place) in sorted(values, name).into_iter().enumerate() {
            self.begin(if at == 0 { "[" } else { "," }, level + 1)?;
            let Some(value) = values.get(place) else { continue };
            match self.remark(name, level, place) {
                Some(remark) => self.remarked(value, &remark, name, level + 1)?,
                None => self.value(value, name, level + 1, (level + 1) * INDENT.len())?,
            }
        }
        self.begin("", level)?;
        self.push("]")
    }

    /// What is said of an item of a list of the dossier.
    fn remark(&self, name: Option<&str>, level: usize, place: usize) -> Option<String> {
        let of_agreements = || self.remarks.agreements.get(place);
        let remarks = (level == 1 && name == Some("agreements")).then(of_agreements).flatten();
        json(remarks?)
    }

    /// Writes an object with a remark.
    fn remarked(&mut self, value: &str, remark: &str, name: Option<&str>, level: usize) -> io::Result<()> {
        let Content::Object(mut entries) = Content::of(value, level) else { return self.push(value) };
        entries.push((REMARK.to_owned(), remark));
        self.object(&entries, name, level)
    }

    fn object(&mut self, entries: &[(String, &str)], name: Option<&str>, level: usize) -> io::Result<()> {
        for (at, (key, value)) in ordered(entries, name).into_iter().enumerate() {
            self.begin(if at == 0 { "{" } else { "," }, level + 1)?;
            let before = format!("{}: ", quoted(key));
            let column = (level + 1) * INDENT.len() + before.chars().count();
            self.push(&before)?;
            self.value(value, below(name, key), level + 1, column)?;
        }
        self.begin("", level)?;
        self.push("}")
    }

    /// Ends what is before, and begins a line.
    fn begin(&mut self, end: &str, level: usize) -> io::Result<()> {
        self.push(end)?;
        self.push("\n")?;
        self.push(&INDENT.repeat(level))
    }

    fn push(&mut self, json: &str) -> io::Result<()> {
        self.out.write_all(escaped_json(json).as_bytes())
    }
}

/// Remarks as JSON; `None` if there are none.
fn json(remarks: &[String]) -> Option<String> {
    if remarks.is_empty() { None } else { serde_json::to_string(remarks).ok() }
}

/// The name of what is under a key of an object with this name.
fn below<'k>(name: Option<&str>, key: &'k str) -> Option<&'k str> {
    name.filter(|name| fields_of(name).contains(&key)).map(|_| key)
}

/// The entries of an object in the order of the format: remarks, its fields, then what the format does not know. Those of an
/// object with arbitrary keys, as names by language, are sorted by key.
fn ordered<'n, 'a>(entries: &'n [(String, &'a str)], name: Option<&str>) -> Vec<&'n (String, &'a str)> {
    let mut ordered: Vec<&(String, &str)> = entries.iter().collect();
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

/// The places of the values of a list in order; agreements and events by date, as they are when they have been read.
fn sorted(values: &[&str], name: Option<&str>) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..values.len()).collect();
    if let Some(field) = name.and_then(date_of) {
        let dates: Vec<_> = values.iter().map(|value| Date::undated_last(dated(value, field))).collect();
        sorted.sort_by(|a, b| dates.get(*a).cmp(&dates.get(*b)));
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

/// A date in an object; of a repeated one the last, which counts.
pub(super) fn dated(object: &str, field: &str) -> Option<Date> {
    let Content::Object(entries) = Content::of(object, 0) else { return None };
    let (_, value) = entries.into_iter().rev().find(|(key, _)| key == field)?;
    serde_json::from_str::<String>(value).ok()?.parse().ok()
}

/// A list or an object on one line, if it is short and plain: nothing in it has parts of its own, and it is no item.
fn on_one_line(content: &Content<&str>, name: Option<&str>, level: usize, column: usize) -> Option<String> {
    /// An item of a list of the dossier is in an object at this level of indentation.
    const ITEM: usize = 2;
    let is_scalar = |value: &str| !value.starts_with(['[', '{']) && !value.contains('\n');
    let room = COLUMNS.checked_sub(column)?;
    let line = match content {
        Content::Scalar => None,
        Content::List(values) if values.is_empty() => Some("[]".to_owned()),
        Content::Object(entries) if entries.is_empty() => Some("{}".to_owned()),
        Content::List(values) => {
            let plain = values.iter().all(|value| is_scalar(value));
            plain.then(|| {
                format!("[{}]", values.iter().map(|value| scalar(value)).collect::<Vec<_>>().join(", "))
            })
        }
        Content::Object(entries) => {
            let is_item = level <= ITEM || entries.iter().any(|(key, _)| key == "id");
            let plain = !is_item && entries.iter().all(|(_, value)| is_scalar(value));
            let entry = |(key, value): &(String, &str)| format!("{}: {}", quoted(key), scalar(value));
            plain.then(|| {
                let entries: Vec<String> = ordered(entries, name).into_iter().map(entry).collect();
                format!("{{ {} }}", entries.join(", "))
            })
        }
    };
    line.filter(|line| line.chars().count() <= room)
}

/// A value that is neither a list nor an object, with as few escapes as there may be.
fn scalar(value: &str) -> String {
    serde_json::from_str::<String>(value).map_or_else(|_| value.to_owned(), |text| quoted(&text))
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
            let serialized = in_memory(|out| write_canonical(&whole, out));
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
