//! The record that this program writes beside the text of an agreement, merged with the text.
//!
//! It is a dossier of format `accords/1` in JSON, of the one agreement or, in a collection, of all, without the texts that
//! the document contains. So a dossier comes back complete, and editing the document edits the texts.

use super::body::Titles;
use super::components::Component;
use crate::data::formats::akoma_ntoso::names::{PLACEHOLDER, component_prefix, written_id};
use crate::model::{Clause, Dossier, escape_id};
use serde_json::{Map, Value, json};
use std::collections::HashMap;

/// The dossier of a record, with the titles and clauses of the document.
pub(super) fn merge(json: &str, titles: &Titles, clauses: &[Clause]) -> Result<Dossier, String> {
    let mut record: Value = serde_json::from_str(json).map_err(|error| error.to_string())?;
    let agreement = record.pointer_mut("/agreements/0").and_then(Value::as_object_mut);
    let agreement = agreement.ok_or_else(|| "it contains no agreement".to_owned())?;
    add_texts(agreement, "", titles, clauses);
    let dossier: Dossier = serde_json::from_value(record).map_err(|error| error.to_string())?;
    Ok(dossier.arrange())
}

/// The dossier of a record, with the titles and clauses of the documents of its agreements. A document that was added is
/// another agreement; one that was removed takes its agreement with it.
pub(super) fn merge_all(json: &str, components: &[Component]) -> Result<Dossier, String> {
    let mut record: Value = serde_json::from_str(json).map_err(|error| error.to_string())?;
    let recorded = record.get_mut("agreements").and_then(Value::as_array_mut);
    let recorded = recorded.ok_or_else(|| "it contains no agreements".to_owned())?;
    let mut known: HashMap<String, Map<String, Value>> = HashMap::new();
    for agreement in std::mem::take(recorded) {
        let id = agreement.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        if let Value::Object(fields) = agreement {
            known.insert(id, fields);
        }
    }
    for Component { id, titles, clauses, .. } in components {
        let mut agreement = known.remove(id).unwrap_or_default();
        fill(&mut agreement, "id", Some(id));
        add_texts(&mut agreement, &component_prefix(id), titles, clauses);
        fill(&mut agreement, "title", Some(id));
        recorded.push(Value::Object(agreement));
    }
    let dossier: Dossier = serde_json::from_value(record).map_err(|error| error.to_string())?;
    Ok(dossier.arrange())
}

/// Adds the title and clauses of a document, whose ids begin with `prefix`, to the record of its agreement.
fn add_texts(agreement: &mut Map<String, Value>, prefix: &str, titles: &Titles, clauses: &[Clause]) {
    fill(agreement, "title", titles.title.as_deref());
    let recorded = match agreement.remove("clauses") {
        Some(Value::Array(recorded)) => recorded,
        _ => Vec::new(),
    };
    let mut known: HashMap<String, Map<String, Value>> = HashMap::new();
    for fields in recorded.iter().filter_map(Value::as_object) {
        let id = fields.get("id").and_then(Value::as_str).unwrap_or_default();
        known.insert(escape_id(&written_id(id)).into_owned(), fields.clone());
    }
    let mut merged = Vec::new();
    for clause in clauses {
        let id = clause.id.strip_prefix(prefix).unwrap_or(&clause.id);
        if recorded.is_empty() && id == PLACEHOLDER {
            continue;
        }
        let mut fields = known.remove(id).unwrap_or_else(|| without_words(clause, id));
        fill(&mut fields, "heading", Some(&clause.heading));
        fill(&mut fields, "text", Some(&clause.text));
        merged.push(Value::Object(fields));
    }
    agreement.insert("clauses".to_owned(), Value::Array(merged));
}

/// A clause that was added to the document, without its texts.
fn without_words(clause: &Clause, id: &str) -> Map<String, Value> {
    match serde_json::to_value(clause) {
        Ok(Value::Object(mut fields)) => {
            fields.remove("heading");
            fields.remove("text");
            fields.remove("sources");
            fields.insert("id".to_owned(), json!(id));
            fields
        }
        _ => Map::new(),
    }
}

/// Adds a text of the document, unless the record has its own: it keeps the texts that XML cannot represent.
fn fill(fields: &mut Map<String, Value>, name: &str, words: Option<&str>) {
    if let Some(words) = words {
        fields.entry(name).or_insert_with(|| json!(words));
    }
}
