//! A sheet as JSON: a bare array of objects, or an object a line, with the names of the columns as keys in their order.

use super::datum::Datum;
use super::sheet::{Attribute, Sheet};
use crate::text::escaped_json as escaped;
use serde::{Serialize, Serializer};
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

/// A value on several lines, without a line break at the end; `None` if it cannot be JSON.
pub fn pretty(value: &impl Serialize) -> Option<String> {
    serde_json::to_string_pretty(value).ok().map(|json| escaped(&json).into_owned())
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
