//! The file that a command writes.

use super::progress;
use super::signals::leave_no_files;
use crate::data::{Existing, save};
use crate::error::Error;
use clap::Args;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Where to write; the same for every command that can write a file.
#[derive(Debug, Args)]
pub(super) struct FileArgs {
    /// Output file, written atomically; - or omitted: stdout
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Overwrite an existing file
    #[arg(long, requires = "output")]
    force: bool,
}

impl FileArgs {
    /// The file, if it is not standard output.
    pub(super) fn path(&self) -> Option<&Path> {
        self.output.as_deref().filter(|file| *file != Path::new("-"))
    }

    /// What happens to an existing file.
    pub(super) fn existing(&self) -> Existing {
        existing(self.force)
    }

    /// Writes to the file, or to standard output; returns what `write` does.
    pub(super) fn write<T>(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<T>) -> Result<T, Error> {
        write_to(self.path(), self.existing(), write)
    }
}

/// What happens to an existing file.
pub(super) fn existing(force: bool) -> Existing {
    if force { Existing::Replace } else { Existing::Keep }
}

/// Writes to a file, or to standard output without one or if it is `-`; returns what `write` does.
pub(super) fn write_to<T>(
    file: Option<&Path>,
    existing: Existing,
    write: impl FnOnce(&mut dyn Write) -> io::Result<T>,
) -> Result<T, Error> {
    let Some(file) = file.filter(|file| *file != Path::new("-")) else {
        let mut out = BufWriter::new(io::stdout().lock());
        let written = write(&mut out)?;
        out.flush()?;
        return Ok(written);
    };
    leave_no_files();
    Ok(progress::during("Writing", |_| save(file, existing, write))?)
}
