//! An item as the dossier's own record.

use super::table::{Format, escaped};
use crate::insight::{Related, of_item};
use crate::model::{Collection, ItemId, Part};
use serde_json::{Value, json, to_value};
use std::io::{self, Write};

/// The item as it stands in the dossier, with its address, as JSON. None where it is not in the collection.
pub fn record(collection: &Collection, item: ItemId) -> Option<Value> {
    let dossier = collection.dossier(item)?;
    let mut record = match item.part {
        Part::Agreement(i) => to_value(dossier.agreement(i)?),
        Part::Clause(..) => to_value(dossier.clause(item.part)?),
        Part::Event(i) => to_value(dossier.event(i)?),
        Part::Sector(i) => to_value(dossier.sector(i)?),
        Part::Organisation(i) => to_value(dossier.organisation(i)?),
        Part::Source(i) => to_value(dossier.source(i)?),
        Part::Dispute(i) => to_value(dossier.dispute(i)?),
    }
    .ok()?;
    if let Value::Object(fields) = &mut record {
        fields.insert("address".to_owned(), json!(collection.address(item)?.as_str()));
        fields.insert("kind_of_item".to_owned(), json!(item.kind().word()));
    }
    Some(record)
}

/// [`record`], and under `linked` the addresses of all that belongs to the item, by kind of link.
pub fn linked_record(collection: &Collection, item: ItemId) -> Option<Value> {
    let address = |part: Part| collection.address(ItemId { part, ..item }).map(|a| a.to_string());
    let links = |parts: &[Part]| -> Vec<String> { parts.iter().filter_map(|part| address(*part)).collect() };
    let acts = |acts: &[Related]| -> Vec<Value> {
        acts.iter().map(|act| json!({ "address": address(act.part), "basis": act.basis })).collect()
    };
    let related = of_item(collection, item);
    let mut record = record(collection, item)?;
    record.as_object_mut()?.insert(
        "linked".to_owned(),
        json!({
            "sectors": links(&related.sectors),
            "agreements": links(&related.agreements),
            "clauses": links(&related.clauses),
            "events": links(&related.events),
            "organisations": links(&related.organisations),
            "disputes": links(&related.disputes),
            "done_since": acts(&related.done_since),
            "carries_out": acts(&related.carries_out),
        }),
    );
    Some(record)
}

/// Writes a record as JSON on several lines, or on one for [`Format::Jsonl`].
///
/// # Errors
/// What the writer returns.
pub fn write_record(record: &Value, format: Format, out: &mut impl Write) -> io::Result<()> {
    let json = match format {
        Format::Jsonl => serde_json::to_string(record)?,
        _ => serde_json::to_string_pretty(record)?,
    };
    writeln!(out, "{}", escaped(&json))
}
