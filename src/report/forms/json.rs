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

/// JSON in which everything that a screen would not show as it is is escaped too: see [`text::shown`]. It occurs only inside
/// strings, where an escape means the same.
pub(super) fn escaped(json: &str) -> Cow<'_, str> {
    if !json.chars().any(|c| c != '\n' && text::is_hidden(c)) {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len() + 16);
    for glyph in text::glyphs(json) {
        let printed = json.get(glyph.range).unwrap_or_default();
        if glyph.breaks || glyph.shown == printed {
            out.push_str(printed);
        } else {
            printed.chars().for_each(|c| escape(c, &mut out));
        }
    }
    Cow::Owned(out)
}

/// Adds a character, escaped if it may be hidden.
fn escape(c: char, out: &mut String) {
    if c == '\n' || !text::is_hidden(c) {
        return out.push(c);
    }
    for unit in c.encode_utf16(&mut [0; 2]) {
        // Writing to a string does not fail.
        let _ = write!(out, "\\u{unit:04x}");
    }
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

        #[test]
        fn what_is_shown_as_it_is_stays(text in "[a-zم\u{200c}\u{200d}\u{fe0f}\u{301}👩\u{202e}]{0,12}") {
            let json = serde_json::to_string(&text).unwrap();
            let safe = escaped(&json);
            prop_assert_eq!(&serde_json::from_str::<String>(&safe).unwrap(), &text);
            prop_assert_eq!(safe == json, !crate::text::glyphs(&json).any(|glyph| {
                let printed = json.get(glyph.range.clone()).unwrap();
                glyph.shown != printed && printed.chars().any(crate::text::is_hidden)
            }));
        }
    }
}
