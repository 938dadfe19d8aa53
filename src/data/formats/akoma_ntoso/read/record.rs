//! What this program writes beside the text of an agreement that it exports, and reads back.
//!
//! The record is a dossier of format `accords/1` in JSON, of whose clauses it leaves out the words that the document
//! itself says: a dossier of the one agreement, or the whole one where the file is a collection. So a dossier comes back
//! whole, and who edits the document edits the words.

use super::body::Titles;
use super::components::Component;
use crate::data::formats::akoma_ntoso::names::{PLACEHOLDER, component_prefix, written_id};
use crate::model::{Clause, Dossier, escape_id};
use serde_json::{Map, Value, json};
use std::collections::HashMap;

/// The dossier of a record, with the titles and the clauses that the document says.
pub(super) fn merge(json: &str, titles: &Titles, clauses: &[Clause]) -> Result<Dossier, String> {
    let mut record: Value = serde_json::from_str(json).map_err(|error| error.to_string())?;
    let agreement = record.pointer_mut("/agreements/0").and_then(Value::as_object_mut);
    let agreement = agreement.ok_or_else(|| "it holds no agreement".to_owned())?;
    say(agreement, "", titles, clauses);
    let id = agreement.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let Dossier { id: dossier, agreements, parties, people, sources, sectors, as_of, .. } =
        serde_json::from_value(record).map_err(|error| error.to_string())?;
    let agreement = agreements.into_iter().next().ok_or_else(|| "it holds no agreement".to_owned())?;
    let mut one = Dossier::of_one_agreement(format!("{dossier}-{id}"), agreement);
    (one.parties, one.people, one.sources) = (parties, people, sources);
    (one.sectors, one.as_of) = (sectors, as_of);
    Ok(one.arrange())
}

/// The dossier of a record, with the titles and clauses that the documents of its agreements say. A document that
/// somebody added is another agreement, and one that is gone takes its agreement with it.
pub(super) fn merge_all(json: &str, components: &[Component]) -> Result<Dossier, String> {
    let mut record: Value = serde_json::from_str(json).map_err(|error| error.to_string())?;
    let recorded = record.get_mut("agreements").and_then(Value::as_array_mut);
    let recorded = recorded.ok_or_else(|| "it holds no agreements".to_owned())?;
    let mut known: HashMap<String, Map<String, Value>> = HashMap::new();
    for agreement in std::mem::take(recorded) {
        let id = agreement.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        if let Value::Object(fields) = agreement {
            known.insert(id, fields);
        }
    }
    for Component { id, titles, clauses } in components {
        let mut agreement = known.remove(id).unwrap_or_default();
        fill(&mut agreement, "id", Some(id));
        say(&mut agreement, &component_prefix(id), titles, clauses);
        fill(&mut agreement, "title", Some(id));
        recorded.push(Value::Object(agreement));
    }
    let dossier: Dossier = serde_json::from_value(record).map_err(|error| error.to_string())?;
    Ok(dossier.arrange())
}

/// Lets the record of an agreement say what its document says, whose ids begin with `prefix`.
fn say(agreement: &mut Map<String, Value>, prefix: &str, titles: &Titles, clauses: &[Clause]) {
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

/// A clause that somebody added to the document, without its words.
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

/// Says what the document says, unless the record itself does: it keeps the words that XML cannot carry.
fn fill(fields: &mut Map<String, Value>, name: &str, words: Option<&str>) {
    if let Some(words) = words {
        fields.entry(name).or_insert_with(|| json!(words));
    }
}
