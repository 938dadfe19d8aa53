//! `accords fmt`: writes dossiers in their one form.

use super::file::write_to;
use super::input::tell_of_terminal;
use super::tell::{complain, problems};
use crate::data::{DEFAULT_MAX_SIZE, Existing, canonical, read_text};
use crate::error::Error;
use crate::text::shown;
use clap::Args;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

const AFTER_HELP: &str = "\
Fields have the order of the format, agreements and events that of their dates.
Remarks in $comment and unknown fields are kept. A file with errors stays as it is.

Exit codes: 0 success, 1 with --check if a file would change, 2 an error.

Examples:
  accords fmt mine.json
  accords fmt --check mine.json";

/// Options of a formatting.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct FmtArgs {
    /// Dossiers to write anew, in JSON; - reads stdin and writes stdout
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Write nothing, list the files that would change, and exit with code 1 if there are any
    #[arg(long)]
    check: bool,
    /// Refuse files larger than this
    #[arg(long, value_name = "BYTES", default_value_t = DEFAULT_MAX_SIZE)]
    max_size: u64,
}

pub(super) fn run(args: &FmtArgs) -> Result<u8, Error> {
    tell_of_terminal(&args.files);
    let mut code = 0;
    for file in &args.files {
        code = code.max(one(args, file)?);
    }
    Ok(code)
}

/// Writes one file, or says whether it would change; returns the exit code for it.
fn one(args: &FmtArgs, file: &Path) -> Result<u8, Error> {
    let text = match read_text(file, args.max_size) {
        Ok(text) => text,
        Err(problem) => {
            complain(&problem.to_string());
            return Ok(2);
        }
    };
    let written = match canonical(file, &text) {
        Ok(written) => written,
        Err(found) => {
            problems(&found);
            return Ok(2);
        }
    };
    let changes = written != text;
    if args.check {
        if changes {
            writeln!(io::stdout(), "{}", shown(&file.to_string_lossy()))?;
        }
        return Ok(u8::from(changes));
    }
    // Standard output has the text even if it is the same.
    if changes || file == Path::new("-") {
        let saved = write_to(Some(file), Existing::Replace, |out| out.write_all(written.as_bytes()));
        return match saved {
            // The other files are written all the same.
            Err(error @ Error::Save(_)) => {
                complain(&error.to_string());
                Ok(2)
            }
            saved => saved.map(|()| 0),
        };
    }
    Ok(0)
}
