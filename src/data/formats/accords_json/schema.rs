//! The format as JSON Schema, generated from the types of the model.

use crate::model::Dossier;
use serde_json::{Map, Value, json};

/// The JSON Schema of the format `accords/1`.
///
/// Beyond the standard keywords it uses `x-declares` (the text is the own id of a thing of this kind), `x-refers-to` (ids
/// of things of these kinds) and `x-says-who` (the list of sources of a fact). The checks of a file follow the schema and
/// nothing else.
pub fn schema() -> Value {
    let mut schema = schemars::schema_for!(Dossier).to_value();
    visit(&mut schema);
    if let Some(top) = schema.as_object_mut() {
        top.insert("title".to_owned(), json!("Dossier of accords, format accords/1"));
    }
    schema
}

/// Allows `$schema` and `$comment` in any object, and no other unknown key.
fn visit(value: &mut Value) {
    match value {
        Value::Object(object) => {
            object.values_mut().for_each(visit);
            if let Some(Value::Object(properties)) = object.get_mut("properties") {
                allow_remarks(properties);
                object.insert("additionalProperties".to_owned(), json!(false));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(visit),
        _ => {}
    }
}

fn allow_remarks(properties: &mut Map<String, Value>) {
    properties.insert("$schema".to_owned(), json!({ "type": "string" }));
    properties.insert("$comment".to_owned(), json!(true));
}
