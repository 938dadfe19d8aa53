//! The record of what the format has no place for, as JSON of format `accords/1`.

use super::texts::{is_line, is_text};
use crate::model::{Agreement, Dossier};
use serde_json::{Value, json, to_value};

/// The dossier, without the texts that the documents of its agreements contain.
pub(super) fn record_of_all(dossier: &Dossier) -> Value {
    let mut record = to_value(dossier).unwrap_or_default();
    let agreements = dossier.agreements.iter().map(without_words).collect();
    if let Some(fields) = record.as_object_mut() {
        fields.insert("agreements".to_owned(), Value::Array(agreements));
    }
    record
}

/// The dossier reduced to this agreement and what it names, without the texts that the document contains.
pub(super) fn record_of_one(dossier: &Dossier, agreement: &Agreement) -> Value {
    let own = without_words(agreement);
    let names = own.to_string();
    // Wherever the record names an id, it is in quotes.
    let named = |id: &str| names.contains(&Value::from(id).to_string());
    let parties: Vec<_> = dossier.parties.iter().filter(|p| named(&p.id)).collect();
    let sources: Vec<_> = dossier.sources.iter().filter(|s| named(&s.id)).collect();
    let sectors: Vec<_> = dossier.sectors.iter().filter(|s| named(&s.id)).collect();
    let mut record = json!({
        "format": dossier.format, "id": dossier.id, "title": dossier.title, "parties": parties,
        "sources": sources, "sectors": sectors, "agreements": [own],
    });
    if let (Some(fields), Some(as_of)) = (record.as_object_mut(), dossier.as_of) {
        fields.insert("as_of".to_owned(), json!(as_of));
    }
    record
}

/// An agreement without the texts that are read back unchanged from its document.
fn without_words(agreement: &Agreement) -> Value {
    let mut own = to_value(agreement).unwrap_or_default();
    if is_line(&agreement.title) {
        own.as_object_mut().and_then(|fields| fields.remove("title"));
    }
    let values = own.get_mut("clauses").and_then(Value::as_array_mut).into_iter().flatten();
    for (clause, value) in agreement.clauses.iter().zip(values) {
        let Some(fields) = value.as_object_mut() else { continue };
        if is_line(&clause.heading) {
            fields.remove("heading");
        }
        if is_text(&clause.text) {
            fields.remove("text");
        }
    }
    own
}
