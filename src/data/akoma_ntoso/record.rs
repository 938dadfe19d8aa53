//! What this program writes beside the text of an agreement that it exports, and reads back.
//!
//! The record is a dossier of format `accords/1` in JSON with one agreement in it, of whose clauses it leaves out the
//! words that the document itself says. So a dossier comes back whole, and who edits the document edits the words.

use super::body::Titles;
use crate::model::{Clause, Dossier, escape_id};
use serde_json::{Map, Value, json};
use std::collections::HashMap;

/// The dossier of a record, with the titles and the clauses that the document says.
pub(super) fn merge(json: &str, titles: &Titles, clauses: &[Clause]) -> Result<Dossier, String> {
    let mut record: Value = serde_json::from_str(json).map_err(|error| error.to_string())?;
    let agreement = record.pointer_mut("/agreements/0").and_then(Value::as_object_mut);
    let agreement = agreement.ok_or_else(|| "it holds no agreement".to_owned())?;
    fill(agreement, "title", titles.title.as_deref());
    let recorded = match agreement.remove("clauses") {
        Some(Value::Array(recorded)) => recorded,
        _ => Vec::new(),
    };
    let mut known: HashMap<String, Map<String, Value>> = HashMap::new();
    let is_placeholder = |clause: &&Clause| recorded.is_empty() && clause.id == super::PLACEHOLDER;
    for fields in recorded.iter().filter_map(Value::as_object) {
        let id = fields.get("id").and_then(Value::as_str).unwrap_or_default();
        known.insert(escape_id(&super::written_id(id)).into_owned(), fields.clone());
    }
    let mut merged = Vec::new();
    for clause in clauses.iter().filter(|c| !is_placeholder(c)) {
        let known = known.remove(&clause.id);
        let mut fields = known.unwrap_or_else(|| without_words(clause));
        fill(&mut fields, "heading", Some(&clause.heading));
        fill(&mut fields, "text", Some(&clause.text));
        merged.push(Value::Object(fields));
    }
    agreement.insert("clauses".to_owned(), Value::Array(merged));
    let id = agreement.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let Dossier { id: dossier, agreements, parties, people, sources, sectors, as_of, .. } =
        serde_json::from_value(record).map_err(|error| error.to_string())?;
    let agreement = agreements.into_iter().next().ok_or_else(|| "it holds no agreement".to_owned())?;
    let mut one = Dossier::of_one_agreement(format!("{dossier}-{id}"), agreement);
    (one.parties, one.people, one.sources) = (parties, people, sources);
    (one.sectors, one.as_of) = (sectors, as_of);
    Ok(one.arrange())
}

/// A clause that somebody added to the document, without its words.
fn without_words(clause: &Clause) -> Map<String, Value> {
    match serde_json::to_value(clause) {
        Ok(Value::Object(mut fields)) => {
            fields.remove("heading");
            fields.remove("text");
            fields.remove("sources");
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
