//! The built-in table: the last edition of the CIA World Factbook.

use super::read::read_bytes;
use super::table::Table;
use crate::data::problem::Problem;
use crate::data::tables::states::Codes;
use flate2::read::GzDecoder;
use std::collections::HashMap;
use std::io::Read;
use std::path::Path;

/// Made as described in `data/SOURCES.md`; unpacked only when needed.
const PACKED: &[u8] = include_bytes!("../../../../data/memberships-factbook-2026.csv.gz");

/// Full names of its organisations by their short ones.
const NAMES: &str = include_str!("../../../../data/organisations-factbook.csv");

/// Where the table was taken from.
const URL: &str = "https://github.com/factbook/factbook.json";

/// What the built-in table says about these states.
///
/// # Errors
/// It names none of them.
pub fn builtin(wanted: &[String]) -> Result<Table, Problem> {
    let (mut bytes, file) = (Vec::new(), Path::new("built-in table of memberships"));
    GzDecoder::new(PACKED)
        .read_to_end(&mut bytes)
        .map_err(|error| Problem::of_file(file, format!("cannot be unpacked: {error}")))?;
    let mut table = read_bytes(bytes, file, wanted, Some(Codes::Iso))?;
    let mut reader = csv::Reader::from_reader(NAMES.as_bytes());
    let names: HashMap<String, String> = reader.deserialize().flatten().collect();
    for body in &mut table.bodies {
        body.names.extend(names.get(&body.id).cloned());
    }
    Ok(Table {
        name: "CIA World Factbook".to_owned(),
        as_of: "2026-01".parse().ok(),
        url: Some(URL),
        ..table
    })
}
