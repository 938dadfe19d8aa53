//! A table as JSON: a bare array of objects, or an object a line. The keys are the names of the columns, in their order.

use super::{Column, Row, Table};
use crate::text;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write};

pub(super) fn write_array(table: &Table<'_>, out: &mut impl Write) -> io::Result<()> {
    let mut before = "[\n";
    for cells in table.rows() {
        let object = serde_json::to_string_pretty(&Object { columns: table.columns, cells })?;
        // No text in JSON holds a line break, so that every line is one of its own.
        write!(out, "{before}  {}", escaped(&object).replace('\n', "\n  "))?;
        before = ",\n";
    }
    writeln!(out, "{}", if before == "[\n" { "[]" } else { "\n]" })
}

pub(super) fn write_lines(table: &Table<'_>, out: &mut impl Write) -> io::Result<()> {
    for cells in table.rows() {
        let object = serde_json::to_string(&Object { columns: table.columns, cells })?;
        writeln!(out, "{}", escaped(&object))?;
    }
    Ok(())
}

/// A row under the names of its columns.
struct Object<'a> {
    columns: &'static [Column],
    cells: Row<'a>,
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.columns.iter().map(|column| column.name).zip(&self.cells))
    }
}

/// JSON in which what could command a terminal is escaped too. Such characters stand only inside texts, where an
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
