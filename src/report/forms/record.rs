//! An item as the dossier's own record.

use crate::insight::{Related, of_item, rest_of_package};
use crate::model::{Chapter, Collection, Item, ItemId, Part, Thing};
use serde_json::{Value, json, to_value};

/// The item as its dossier writes it, with its address, as JSON; `None` if it is not in the collection.
pub fn record(collection: &Collection, item: ItemId) -> Option<Value> {
    let item = collection.item(item)?;
    let mut record = match item.thing() {
        Thing::Agreement(agreement) => to_value(agreement),
        Thing::Clause(clause) => to_value(clause),
        Thing::Chapter(chapter) => Ok(chapter_record(&item, chapter)),
        Thing::Event(event) => to_value(event),
        Thing::Sector(sector) => to_value(sector),
        Thing::Organisation(organisation) => to_value(organisation),
        Thing::Source(source) => to_value(source),
        Thing::Dispute(dispute) => to_value(dispute),
    }
    .ok()?;
    if let Value::Object(fields) = &mut record {
        fields.insert("address".to_owned(), json!(item.address().as_str()));
        fields.insert("kind_of_item".to_owned(), json!(item.kind().word()));
    }
    Some(record)
}

/// A chapter, which no dossier writes: it follows from the places of its clauses.
fn chapter_record(item: &Item<'_>, chapter: &Chapter) -> Value {
    let words = item.agreement().map(|agreement| chapter.words(agreement));
    json!({
        "id": chapter.id,
        "number": chapter.number,
        "heading": chapter.heading,
        "level": chapter.level,
        "clauses": chapter.len(),
        "words": words,
    })
}

/// [`record`] with the addresses of all that belongs to the item under `linked`, by kind of link.
pub fn linked_record(collection: &Collection, item: ItemId) -> Option<Value> {
    let address = |part: Part| collection.address(ItemId { part, ..item }).map(String::from);
    let links = |parts: &[Part]| -> Vec<String> { parts.iter().filter_map(|part| address(*part)).collect() };
    let acts = |acts: &[Related]| -> Vec<Value> {
        acts.iter().map(|act| json!({ "address": address(act.part), "basis": act.basis })).collect()
    };
    let mut related = of_item(collection, item);
    related.agreements.extend(rest_of_package(collection, item));
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
