//! The built-in table: the last edition of the CIA World Factbook.

use super::read::read_from;
use super::table::Table;
use crate::data::problem::Problem;
use flate2::read::GzDecoder;
use std::path::Path;

/// Made as described in `data/SOURCES.md`; unpacked only when needed.
const PACKED: &[u8] = include_bytes!("../../../../data/memberships-factbook-2026.csv.gz");

/// Where the table was taken from.
pub const BUILTIN_URL: &str = "https://github.com/factbook/factbook.json";

/// What the built-in table says about these states.
///
/// # Errors
/// None in a build whose tests pass.
pub fn builtin(wanted: &[String]) -> Result<Table, Problem> {
    let table = read_from(GzDecoder::new(PACKED), Path::new("built-in table of memberships"), wanted)?;
    Ok(Table { name: "CIA World Factbook".to_owned(), as_of: "2026-01".parse().ok(), ..table })
}
