//! Names for the ids of a table, from the file beside it.

use super::table::{Form, Table};
use crate::data::problem::Problem;
use crate::text::reason;
use std::collections::HashMap;
use std::io::Read;
use std::path::{Path, PathBuf};

/// The file with the names for this table, if there is one.
pub(super) fn beside(table: &Path) -> Option<PathBuf> {
    let name = table.file_name()?.to_str()?;
    let other = match name.strip_prefix("memberships_") {
        Some(rest) => format!("igos_{rest}"),
        None => "agreements.csv".to_owned(),
    };
    let path = table.with_file_name(other);
    (path.is_file() && path != table).then_some(path)
}

/// Adds the names in this file to the bodies of a table. A file without the right columns is ignored.
///
/// # Errors
/// The file cannot be read to its end; the names before that are kept.
pub(super) fn add(file: &Path, max_size: u64, table: &mut Table) -> Result<(), Problem> {
    let cannot = |error: std::io::Error| {
        Problem::of_file(file, format!("cannot be read for names: {}", reason(&error)))
    };
    let input = std::fs::File::open(file).map_err(cannot)?.take(max_size);
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(input);
    let unreadable = |error: csv::Error| {
        let line = error.position().map_or(1, |p| usize::try_from(p.line()).unwrap_or(usize::MAX));
        Problem::of_file(file, "cannot be read for names from here on").at((line, 1))
    };
    let header = reader.headers().map_err(unreadable)?.clone();
    let column = |name: &str| header.iter().position(|h| h == name);
    let (id, name, short) = match table.form {
        Form::Dates => (column("treaty_id"), column("title"), None),
        Form::Spells | Form::Listing => {
            (column("igo"), column("long_name").or_else(|| column("name")), column("acronym"))
        }
    };
    let (Some(id), Some(name)) = (id, name) else { return Ok(()) };
    let places: HashMap<String, usize> =
        table.bodies.iter().enumerate().map(|(i, b)| (b.id.clone(), i)).collect();
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(unreadable)? {
        let place = record.get(id).and_then(|id| places.get(id));
        let Some(body) = place.and_then(|i| table.bodies.get_mut(*i)) else { continue };
        let filled = |column: usize| record.get(column).map(str::trim).filter(|t| !t.is_empty());
        if let Some(title) = filled(name).filter(|t| !body.names.iter().any(|n| n == t)) {
            body.names.push(title.to_owned());
        }
        if body.abbreviation.is_none() {
            body.abbreviation = short.and_then(filled).map(str::to_owned);
        }
    }
    Ok(())
}
