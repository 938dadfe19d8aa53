//! `accords new` and `accords schema`: to start a dossier of your own.

use super::export::{existing, write_to};
use crate::data::{example, schema};
use crate::error::Error;
use clap::Args;
use std::io::{self, Write};
use std::path::PathBuf;

/// Options of a new dossier.
#[derive(Debug, Args)]
pub(super) struct NewArgs {
    /// File to write; - is stdout
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Overwrite an existing file
    #[arg(long)]
    force: bool,
}

pub(super) fn run(args: &NewArgs) -> Result<u8, Error> {
    let text = example(&args.file);
    write_to(Some(&args.file), existing(args.force), |out| out.write_all(text.as_bytes()))?;
    Ok(0)
}

/// Prints the JSON Schema of a dossier.
pub(super) fn print_schema() -> Result<u8, Error> {
    let mut out = io::stdout().lock();
    writeln!(out, "{}", serde_json::to_string_pretty(&schema()).map_err(io::Error::from)?)?;
    out.flush()?;
    Ok(0)
}
