//! `accords new` and `accords schema`: to start a dossier of your own.

use super::file::{existing, write_to};
use super::tell::complain;
use crate::data::example;
use crate::error::Error;
use crate::text;
use clap::Args;
use serde::Serialize;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

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
    let example = example(&args.file);
    write_to(Some(&args.file), existing(args.force), |out| out.write_all(example.as_bytes()))?;
    if args.file != Path::new("-") {
        // A path with blanks can be pasted too.
        let file = text::shown(&args.file.to_string_lossy()).into_owned();
        let file = if file.contains(char::is_whitespace) { format!("'{file}'") } else { file };
        complain(&format!(
            "wrote an example dossier to {file}, with every field explained; put your own facts in their place, then \
             list its errors with: accords check {file} and explore it with: accords {file}"
        ));
    }
    Ok(0)
}

/// Prints a JSON Schema.
pub(super) fn print_schema(schema: &impl Serialize) -> Result<u8, Error> {
    let mut out = io::stdout().lock();
    writeln!(out, "{}", serde_json::to_string_pretty(schema).map_err(io::Error::from)?)?;
    out.flush()?;
    Ok(0)
}
