//! Values of fields in words, and the words of two texts around what differs.

use super::super::stretches::{Stretch, stretches};
use crate::data::REFERENCES;
use crate::insight::compare::Difference;
use serde_json::Value;
use std::borrow::Cow;

/// A value as programs and people read it: things of a list apart by `; `, the parts of a thing by commas.
pub(super) fn words(value: &Value) -> String {
    joined(value, "", &|_, own| own.as_str().map_or_else(|| own.to_string(), str::to_owned))
}

/// The value of a field as people read it: what it refers to by its name, if it has one, and words of the format as words.
pub(super) fn plain_words(field: &str, value: &Value, name: &dyn Fn(&str) -> Option<String>) -> String {
    joined(value, field, &|field, own| match own {
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::String(id) if REFERENCES.contains(&field) => name(id).unwrap_or_else(|| id.clone()),
        Value::String(word) if field == "not_on_record" => field_words(word),
        Value::String(text) => text.clone(),
        own => own.to_string(),
    })
}

/// A value in words, each that is no list and no object by the field that it is in.
fn joined(value: &Value, field: &str, scalar: &dyn Fn(&str, &Value) -> String) -> String {
    let all = |values: Vec<String>, between: &str| values.join(between);
    match value {
        Value::Null => String::new(),
        Value::Array(values) => all(values.iter().map(|own| joined(own, field, scalar)).collect(), "; "),
        Value::Object(fields) => {
            all(fields.iter().map(|(field, own)| joined(own, field, scalar)).collect(), ", ")
        }
        own => scalar(field, own),
    }
}

/// The name of a field in words.
pub(super) fn field_words(name: &str) -> String {
    name.replace('_', " ")
}

/// Both texts as one, in which long stretches that are the same are shortened to the words beside what differs.
pub(super) fn shortened<'a>(
    difference: &Difference,
    old: &'a str,
    new: &'a str,
) -> Vec<(Stretch<'a>, Cow<'a, str>)> {
    let stretches: Vec<Stretch<'a>> =
        stretches(difference, old, new).into_iter().filter(|stretch| !stretch.words().is_empty()).collect();
    let last = stretches.len().saturating_sub(1);
    let short = |(at, stretch): (usize, Stretch<'a>)| {
        let words = match stretch {
            Stretch::Same(words) => around(words, at > 0, at < last),
            _ => Cow::Borrowed(stretch.words()),
        };
        (stretch, words)
    };
    stretches.into_iter().enumerate().map(short).collect()
}

/// The first and last words of a text between differences, of one before or after all of them only those beside them.
fn around(text: &str, is_after: bool, is_before: bool) -> Cow<'_, str> {
    /// As many as say where in the text it is.
    const WORDS: usize = 6;
    let starts: Vec<usize> = crate::text::words(text).map(|word| word.range.start).collect();
    if starts.len() <= 2 * WORDS + 1 {
        return Cow::Borrowed(text);
    }
    let end = starts.get(WORDS).and_then(|end| text.get(..*end)).unwrap_or_default();
    let begin = starts.get(starts.len() - WORDS).and_then(|start| text.get(*start..)).unwrap_or_default();
    Cow::Owned(match (is_after, is_before) {
        (true, true) => format!("{}… {begin}", end),
        (true, false) => format!("{end}…"),
        (false, _) => format!("… {begin}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn long_stretches_keep_the_words_beside_what_differs() {
        let same = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen";
        let (old, new) = (format!("{same} old {same} gone"), format!("{same} new {same}"));
        let shown: Vec<String> = shortened(&Difference::of(&old, &new), &old, &new)
            .into_iter()
            .map(|(stretch, words)| match stretch {
                Stretch::Same(_) | Stretch::Misread(..) => words.into_owned(),
                Stretch::Left(_) => format!("[{words}]"),
                Stretch::Right(_) => format!("{{{words}}}"),
            })
            .collect();
        assert_eq!(
            shown.concat(),
            "… nine ten eleven twelve thirteen fourteen [old] {new} one two three four five six … \
             nine ten eleven twelve thirteen fourteen [gone]"
        );
    }

    #[test]
    fn values_are_words() {
        for (value, expected) in [
            (json!(null), ""),
            (json!(["a", "b"]), "a; b"),
            (json!([{ "name": "N", "office": "O" }, { "name": "M" }]), "N, O; M"),
            (json!(40.5), "40.5"),
            (json!(true), "true"),
        ] {
            assert_eq!(words(&value), expected);
        }
    }

    #[test]
    fn people_read_names() {
        let name = |id: &str| (id == "at-baku").then(|| "Baku".to_owned());
        for (field, value, expected) in [
            ("places", json!(["at-baku", "at-x"]), "Baku; at-x"),
            ("title", json!("at-baku"), "at-baku"),
            ("not_on_record", json!("in_force"), "in force"),
            ("founding", json!(true), "yes"),
            ("signatories", json!([{ "party": "at-baku", "name": "N" }]), "N, Baku"),
        ] {
            assert_eq!(plain_words(field, &value, &name), expected, "{field}");
        }
    }
}
