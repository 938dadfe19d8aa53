//! The schema in the form in which a file is held against it.

use serde_json::Value;
use std::collections::BTreeMap;

/// What a value must look like.
#[derive(Debug, Clone)]
pub(super) enum Shape {
    Object(Object),
    /// An object whose keys are free.
    Map(Box<Shape>),
    Array(Box<Shape>),
    Text(Text),
    /// A whole number, not negative.
    Number,
    Bool,
    /// Anything.
    Any,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Object {
    pub(super) fields: BTreeMap<String, Field>,
    pub(super) required: Vec<String>,
}

#[derive(Debug, Clone)]
pub(super) struct Field {
    pub(super) shape: Shape,
    pub(super) nullable: bool,
    /// Whether the field names the sources of the fact its object tells.
    pub(super) says_who: bool,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Text {
    pub(super) date: bool,
    /// The only texts allowed; empty: any.
    pub(super) words: Vec<String>,
    /// The kind of thing of which it is the own id.
    pub(super) declares: Option<String>,
    /// The kinds of things of which it may be the id; empty: it is no id.
    pub(super) refers_to: Vec<String>,
}

impl Shape {
    /// The shape that a schema asks for.
    pub(super) fn of_schema(schema: &Value) -> Self {
        Reader { defs: schema.get("$defs").unwrap_or(&Value::Null) }.shape(schema)
    }

    /// The name of this kind of value, for messages.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Object(_) | Self::Map(_) => "an object { }",
            Self::Array(_) => "a list [ ]",
            Self::Text(text) if text.date => "a date in quotes",
            Self::Text(_) => "a text in quotes",
            Self::Number => "a whole number",
            Self::Bool => "true or false",
            Self::Any => "a value",
        }
    }
}

struct Reader<'a> {
    defs: &'a Value,
}

impl Reader<'_> {
    fn resolve<'b>(&'b self, schema: &'b Value) -> &'b Value {
        let name = schema.get("$ref").and_then(Value::as_str).and_then(|r| r.strip_prefix("#/$defs/"));
        name.and_then(|name| self.defs.get(name)).unwrap_or(schema)
    }

    fn shape(&self, schema: &Value) -> Shape {
        let schema = self.resolve(schema);
        let words = words(schema);
        if !words.is_empty() {
            return Shape::Text(Text { words, ..Text::default() });
        }
        match type_of(schema) {
            Some("object") => match schema.get("properties").and_then(Value::as_object) {
                Some(_) => Shape::Object(self.object(schema)),
                None => Shape::Map(Box::new(
                    self.shape(schema.get("additionalProperties").unwrap_or(&Value::Null)),
                )),
            },
            Some("array") => {
                let mut item = self.shape(schema.get("items").unwrap_or(&Value::Null));
                if let Shape::Text(text) = &mut item {
                    text.refers_to = list(schema, "x-refers-to");
                }
                Shape::Array(Box::new(item))
            }
            Some("string") => Shape::Text(Text {
                date: schema.get("format").and_then(Value::as_str) == Some("edtf"),
                words,
                declares: schema.get("x-declares").and_then(Value::as_str).map(str::to_owned),
                refers_to: list(schema, "x-refers-to"),
            }),
            Some("integer") => Shape::Number,
            Some("boolean") => Shape::Bool,
            _ => Shape::Any,
        }
    }

    fn object(&self, schema: &Value) -> Object {
        let properties = schema.get("properties").and_then(Value::as_object);
        let fields =
            properties.into_iter().flatten().map(|(name, field)| (name.clone(), self.field(field))).collect();
        Object { fields, required: list(schema, "required") }
    }

    fn field(&self, schema: &Value) -> Field {
        let says_who = schema.get("x-says-who").and_then(Value::as_bool).unwrap_or(false);
        if let Some(options) = schema.get("anyOf").and_then(Value::as_array) {
            let real = options.iter().find(|o| type_of(o) != Some("null")).unwrap_or(&Value::Null);
            return Field { shape: self.shape(real), nullable: options.len() > 1, says_who };
        }
        let nullable = list(schema, "type").iter().any(|t| t == "null");
        Field { shape: self.shape(schema), nullable, says_who }
    }
}

/// The type of a schema; the one that is not null where there are two.
fn type_of(schema: &Value) -> Option<&str> {
    match schema.get("type")? {
        Value::String(one) => Some(one),
        Value::Array(several) => several.iter().filter_map(Value::as_str).find(|t| *t != "null"),
        _ => None,
    }
}

fn list(schema: &Value, key: &str) -> Vec<String> {
    let items = schema.get(key).and_then(Value::as_array);
    items.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// The words of a closed list.
fn words(schema: &Value) -> Vec<String> {
    let constants = schema.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    let mut words: Vec<String> =
        constants.filter_map(|o| o.get("const").and_then(Value::as_str)).map(str::to_owned).collect();
    words.extend(list(schema, "enum"));
    words.extend(schema.get("const").and_then(Value::as_str).map(str::to_owned));
    words
}
