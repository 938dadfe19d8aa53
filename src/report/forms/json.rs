//! A sheet as JSON: a bare array of objects, or an object a line, with the names of the columns as keys in their order.

use super::datum::Datum;
use super::sheet::{Attribute, Sheet};
use crate::text;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write};

pub(super) fn write_array(sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut before = "[\n";
    for data in sheet.rows() {
        let object = serde_json::to_string_pretty(&Object { attributes: sheet.attributes(), data })?;
        // No text in JSON holds a line break, so that every line is one of its own.
        write!(out, "{before}  {}", escaped(&object).replace('\n', "\n  "))?;
        before = ",\n";
    }
    writeln!(out, "{}", if before == "[\n" { "[]" } else { "\n]" })
}

pub(super) fn write_lines(sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
    for data in sheet.rows() {
        write_line(&Object { attributes: sheet.attributes(), data }, out)?;
    }
    Ok(())
}

/// Writes a value on several lines.
///
/// # Errors
/// What the writer returns.
pub fn write_pretty(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", escaped(&serde_json::to_string_pretty(value)?))
}

/// Writes a value on one line.
pub(super) fn write_line(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", escaped(&serde_json::to_string(value)?))
}

/// A row under the names of its columns.
struct Object<'a> {
    attributes: &'a [Attribute],
    data: Vec<Datum<'a>>,
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.attributes.iter().map(|attribute| attribute.name).zip(&self.data))
    }
}

/// JSON in which characters that could command a terminal are escaped too. They occur only inside strings, where an
/// escape means the same.
pub fn escaped(json: &str) -> Cow<'_, str> {
    let commands = |c: char| c != '\n' && text::is_command(c);
    if !json.chars().any(commands) {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        if commands(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a string does not fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::escaped;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn escaped_json_means_the_same_and_commands_nothing(text in any::<String>()) {
            let json = serde_json::to_string_pretty(&[&text]).unwrap();
            let safe = escaped(&json);
            prop_assert_eq!(serde_json::from_str::<Vec<String>>(&safe).unwrap(), vec![text]);
            prop_assert!(!safe.chars().any(|c| c != '\n' && crate::text::is_command(c)));
        }
    }
}
