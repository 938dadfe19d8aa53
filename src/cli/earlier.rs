//! An earlier result of a search, to find what is new.

use crate::data::{Problem, read_text};
use crate::error::Error;
use serde_json::{Deserializer, Value};
use std::collections::HashSet;
use std::path::Path;

/// The addresses in a result that was printed as JSON or as JSON lines; an empty file has none.
///
/// # Errors
/// The file cannot be read, or is not such a result.
pub(super) fn addresses(file: &Path, max_size: u64) -> Result<HashSet<String>, Error> {
    let wrong = |message: &str| {
        Error::File(Problem::of_file(
            file,
            format!("{message}; --since takes what accords search --json printed"),
        ))
    };
    // The first of a series of results may be an empty file made with touch.
    if std::fs::metadata(file).is_ok_and(|about| about.is_file() && about.len() == 0) {
        return Ok(HashSet::new());
    }
    let text = read_text(file, max_size).map_err(Error::File)?;
    let mut found = HashSet::new();
    for value in Deserializer::from_str(&text).into_iter::<Value>() {
        let rows = match value.map_err(|error| wrong(&format!("is not JSON: {error}")))? {
            Value::Array(rows) => rows,
            row => vec![row],
        };
        for row in rows {
            let address = row.get("address").and_then(Value::as_str);
            found.insert(address.ok_or_else(|| wrong("contains something without an address"))?.to_owned());
        }
    }
    Ok(found)
}
