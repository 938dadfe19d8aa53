//! An item as the dossier's own record.

use crate::model::{Collection, ItemId, Part};
use serde_json::{Value, json, to_value};

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
