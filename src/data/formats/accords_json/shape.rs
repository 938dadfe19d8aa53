//! The schema in a form that is quick to check a file against.

use serde_json::Value;

/// What a value must look like.
#[derive(Debug, Clone)]
pub(super) enum Shape {
    Object(Object),
    /// An object with arbitrary keys.
    Map(Box<Shape>),
    Array(Box<Shape>),
    Text(Text),
    /// A whole number, not negative.
    Number,
    /// A whole number, not negative, or text.
    NumberOrText,
    /// A number between two others, or either of them.
    Decimal(f64, f64),
    Bool,
    /// Anything.
    Any,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Object {
    /// Sorted by name for binary search. At most 64, since a set of fields is one number.
    fields: Vec<Field>,
    pub(super) required: Fields,
    /// Those that list the sources of the fact.
    pub(super) says_who: Fields,
}

impl Object {
    /// A field by its name, with its index.
    pub(super) fn field(&self, name: &str) -> Option<(usize, &Field)> {
        let place = self.fields.binary_search_by(|field| field.name.as_str().cmp(name)).ok()?;
        Some((place, self.fields.get(place)?))
    }

    /// The fields in a set.
    pub(super) fn of(&self, set: Fields) -> impl Iterator<Item = &Field> {
        self.fields.iter().enumerate().filter(move |(place, _)| set.has(*place)).map(|(_, field)| field)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().map(|field| field.name.as_str())
    }
}

/// A set of fields of an object, by their indices.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Fields(u64);

impl Fields {
    pub(super) fn has(self, place: usize) -> bool {
        self.0 & Self::bit(place) != 0
    }

    /// Adds a field. Returns false if it was already in the set.
    pub(super) fn add(&mut self, place: usize) -> bool {
        let is_new = !self.has(place);
        self.0 |= Self::bit(place);
        is_new
    }

    pub(super) fn without(self, others: Self) -> Self {
        Self(self.0 & !others.0)
    }

    pub(super) fn and(self, others: Self) -> Self {
        Self(self.0 & others.0)
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    fn bit(place: usize) -> u64 {
        u32::try_from(place).ok().and_then(|place| 1u64.checked_shl(place)).unwrap_or(0)
    }
}

#[derive(Debug, Clone)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) shape: Shape,
    pub(super) nullable: bool,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Text {
    pub(super) date: bool,
    /// The known texts; if empty, any text is allowed.
    pub(super) words: Vec<String>,
    /// Whether other texts are allowed beside the known ones.
    pub(super) open: bool,
    /// The kind of thing whose own id it is.
    pub(super) declares: Option<String>,
    /// The kinds of things it may refer to; empty if it is not a reference.
    pub(super) refers_to: Vec<String>,
}

impl Shape {
    /// The shape that a JSON Schema describes.
    pub(super) fn of_schema(schema: &Value) -> Self {
        Reader { defs: schema.get("$defs").unwrap_or(&Value::Null) }.shape(schema)
    }

    /// What to call such a value in messages.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Object(_) | Self::Map(_) => "an object { }",
            Self::Array(_) => "a list [ ]",
            Self::Text(text) if text.date => "a date in quotes",
            Self::Text(_) => "text in quotes",
            Self::Number => "a whole number",
            Self::NumberOrText => "a whole number, or text in quotes",
            Self::Decimal(..) => "a number",
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
        if let Some(shape) = self.alternatives(schema) {
            return shape;
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
                open: false,
                declares: schema.get("x-declares").and_then(Value::as_str).map(str::to_owned),
                refers_to: list(schema, "x-refers-to"),
            }),
            Some("integer") => Shape::Number,
            Some("number") => {
                let bound = |key| schema.get(key).and_then(Value::as_f64);
                Shape::Decimal(bound("minimum").unwrap_or(f64::MIN), bound("maximum").unwrap_or(f64::MAX))
            }
            Some("boolean") => Shape::Bool,
            _ => Shape::Any,
        }
    }

    /// A list of known words beside which any other text is allowed, or text beside which a number is, if the schema is one.
    fn alternatives(&self, schema: &Value) -> Option<Shape> {
        let options: Vec<&Value> =
            schema.get("anyOf")?.as_array()?.iter().map(|option| self.resolve(option)).collect();
        let is_free = |option: &&Value| type_of(option) == Some("string") && words(option).is_empty();
        let words = options.iter().flat_map(|option| words(option)).collect();
        options.iter().any(is_free).then(|| match options.iter().any(|o| type_of(o) == Some("integer")) {
            true => Shape::NumberOrText,
            false => Shape::Text(Text { words, open: true, ..Text::default() }),
        })
    }

    fn object(&self, schema: &Value) -> Object {
        let properties = schema.get("properties").and_then(Value::as_object);
        let mut properties: Vec<(&String, &Value)> = properties.into_iter().flatten().collect();
        properties.sort_by_key(|(name, _)| *name);
        let required = list(schema, "required");
        let mut object = Object::default();
        for (place, (name, schema)) in properties.into_iter().enumerate() {
            if required.contains(name) {
                object.required.add(place);
            }
            if schema.get("x-says-who").and_then(Value::as_bool).unwrap_or(false) {
                object.says_who.add(place);
            }
            object.fields.push(self.field(name.clone(), schema));
        }
        object
    }

    fn field(&self, name: String, schema: &Value) -> Field {
        if let Some(options) = schema.get("anyOf").and_then(Value::as_array) {
            let real = options.iter().find(|o| type_of(o) != Some("null")).unwrap_or(&Value::Null);
            return Field { name, shape: self.shape(real), nullable: options.len() > 1 };
        }
        let nullable = list(schema, "type").iter().any(|t| t == "null");
        Field { name, shape: self.shape(schema), nullable }
    }
}

/// The type a schema asks for, other than null.
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

/// The words of a closed list; empty if the schema is not one.
fn words(schema: &Value) -> Vec<String> {
    let constants = schema.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    let mut words: Vec<String> =
        constants.filter_map(|o| o.get("const").and_then(Value::as_str)).map(str::to_owned).collect();
    words.extend(list(schema, "enum"));
    words.extend(schema.get("const").and_then(Value::as_str).map(str::to_owned));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn largest(shape: &Shape) -> usize {
        match shape {
            Shape::Object(object) => {
                object.fields.iter().map(|f| largest(&f.shape)).max().unwrap_or(0).max(object.fields.len())
            }
            Shape::Map(inner) | Shape::Array(inner) => largest(inner),
            _ => 0,
        }
    }

    #[test]
    fn every_object_has_fewer_fields_than_a_set_can_hold() {
        let shape = Shape::of_schema(&crate::data::formats::accords_json::schema::schema());
        assert!((10..=64).contains(&largest(&shape)));
    }
}
