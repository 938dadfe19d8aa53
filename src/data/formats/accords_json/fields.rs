//! The fields of each object of the format in the order of the model's types, which is the order in which they are written.

use crate::model::{
    Agreement, Allowance, CarriesOut, Claim, Clause, Dispute, Dossier, Earlier, Event, Guess, Membership,
    Organisation, PageTurn, Party, Person, Place, Reading, Sector, Signatory, Source,
};
use serde::de::value::Error;
use serde::de::{Deserialize, Deserializer, Error as _, Visitor};
use serde::forward_to_deserialize_any;

/// The fields of the objects under this name ("events"), or of a dossier under the empty name; none if the objects have
/// arbitrary keys.
pub fn fields_of(name: &str) -> &'static [&'static str] {
    match name {
        "" => of::<Dossier>(),
        "agreements" => of::<Agreement>(),
        "allow" => of::<Allowance>(),
        "carries_out" => of::<CarriesOut>(),
        "claims" => of::<Claim>(),
        "clauses" => of::<Clause>(),
        "disputes" => of::<Dispute>(),
        "earlier" => of::<Earlier>(),
        "events" => of::<Event>(),
        "guessed" => of::<Guess>(),
        "memberships" => of::<Membership>(),
        "organisations" => of::<Organisation>(),
        "parties" => of::<Party>(),
        "people" => of::<Person>(),
        "places" => of::<Place>(),
        "reading" => of::<Reading>(),
        "sectors" => of::<Sector>(),
        "signatories" => of::<Signatory>(),
        "sources" => of::<Source>(),
        "turns" => of::<PageTurn>(),
        _ => &[],
    }
}

/// The fields of a struct: what it asks a deserializer for.
fn of<'de, T: Deserialize<'de>>() -> &'static [&'static str] {
    let mut fields: &'static [&'static str] = &[];
    // It never gets a value; the question is enough.
    let _ = T::deserialize(Ask(&mut fields));
    fields
}

/// Notes the fields that a struct asks for, and has none of them.
struct Ask<'a>(&'a mut &'static [&'static str]);

impl<'de> Deserializer<'de> for Ask<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("has no value"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        *self.0 = fields;
        self.deserialize_any(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct newtype_struct seq
        tuple tuple_struct map enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::formats::accords_json::schema::schema;
    use serde_json::Value;
    use std::collections::BTreeSet;

    /// The object that a schema is, refers to, or has as its entries.
    fn object<'s>(schema: &'s Value, part: &'s Value) -> Option<&'s Value> {
        if part["properties"].is_object() {
            return Some(part);
        }
        if let Some(name) = part["$ref"].as_str() {
            return object(schema, &schema["$defs"][name.trim_start_matches("#/$defs/")]);
        }
        let options = part["anyOf"].as_array().into_iter().flatten();
        options.chain(part.get("items")).find_map(|inner| object(schema, inner))
    }

    fn check(schema: &Value, name: &str, part: &Value, checked: &mut BTreeSet<String>) {
        let Some(object) = object(schema, part) else { return };
        if !checked.insert(name.to_owned()) {
            return;
        }
        let properties = object["properties"].as_object().unwrap();
        let known: BTreeSet<&str> =
            properties.keys().map(String::as_str).filter(|name| !name.starts_with('$')).collect();
        assert_eq!(fields_of(name).iter().copied().collect::<BTreeSet<_>>(), known, "{name}");
        properties.iter().for_each(|(name, part)| check(schema, name, part, checked));
    }

    #[test]
    fn every_object_of_the_format_has_its_fields() {
        let (schema, mut checked) = (schema(), BTreeSet::new());
        check(&schema, "", &schema, &mut checked);
        assert_eq!(checked.len(), 20, "{checked:?}");
        assert_eq!(fields_of("events").first(), Some(&"id"));
        assert_eq!(fields_of("names"), [""; 0]);
    }
}
