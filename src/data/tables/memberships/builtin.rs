//! The table that the program carries: the last edition of the CIA World Factbook.

use super::read::{Loaded, Origin, read_from};
use super::table::Form;
use flate2::read::GzDecoder;
use std::path::PathBuf;

/// Made and described in `data/SOURCES.md`; unpacked only when asked for.
const PACKED: &[u8] = include_bytes!("../../../../data/memberships-factbook-2026.csv.gz");

/// Where the table was taken from.
pub const BUILTIN_URL: &str = "https://github.com/factbook/factbook.json";

/// What the built-in table says about these states.
pub fn builtin(wanted: &[String]) -> Loaded {
    let origin = Origin { file: PathBuf::from("built-in table of memberships"), beside: None };
    let mut loaded = read_from(GzDecoder::new(PACKED), &origin, wanted);
    if let Some(table) = loaded.table.as_mut().filter(|t| t.form == Form::Listing) {
        table.name = "CIA World Factbook".to_owned();
        table.as_of = "2026-01".parse().ok();
    }
    loaded
}
