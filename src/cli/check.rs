//! `accords check`: everything that is wrong with dossiers.

use crate::data::{self, Problem, Severity, builtin_text};
use crate::error::Error;
use crate::text;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

pub(super) fn run(files: &[PathBuf], max_size: u64) -> Result<u8, Error> {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut code = 0;
    if files.is_empty() {
        code = print(
            &mut out,
            "the built-in dossier",
            &data::parse(Path::new("built-in"), builtin_text()).problems,
        )?;
    }
    for file in data::files(files) {
        let text = file.and_then(|file| Ok((data::read_text(&file, max_size)?, file)));
        match text {
            Ok((text, file)) => {
                let shown = file.to_string_lossy();
                code = code.max(print(&mut out, &shown, &data::parse(&file, &text).problems)?);
            }
            Err(problem) => code = code.max(unreadable(&mut out, &problem)?),
        }
    }
    out.flush()?;
    Ok(code)
}

/// Prints the problems of a file; 1 where one of them keeps it out.
fn print(out: &mut impl Write, file: &str, problems: &[Problem]) -> Result<u8, Error> {
    for problem in problems {
        writeln!(out, "{problem}")?;
    }
    if problems.is_empty() {
        writeln!(out, "{}: no problems", text::shown(file))?;
    }
    Ok(u8::from(problems.iter().any(|p| p.severity == Severity::Error)))
}

/// A file that is no text is a problem of the file; one that cannot be read at all is an error of the command.
fn unreadable(out: &mut impl Write, problem: &Problem) -> Result<u8, Error> {
    let is_readable = |file: &Path| file.is_file() && std::fs::File::open(file).is_ok();
    if problem.file == Path::new("-") || is_readable(&problem.file) {
        writeln!(out, "{problem}")?;
        return Ok(1);
    }
    super::complain(&problem.to_string());
    Ok(2)
}
