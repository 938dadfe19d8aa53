//! `accords check`: everything that is wrong with dossiers, for people, programs and the pages of a code review.

use crate::data::{self, DEFAULT_MAX_SIZE, Problem, Severity, builtin_text};
use crate::error::Error;
use crate::report::{problems_github, problems_json};
use crate::text;
use clap::{Args, ValueEnum};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Options of a check.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Dossiers; without any, the built-in one; - is standard input
    #[arg(value_name = "PATH")]
    pub files: Vec<PathBuf>,
    /// Refuse files larger than this many bytes
    #[arg(long, value_name = "BYTES", default_value_t = DEFAULT_MAX_SIZE)]
    pub max_size: u64,
    /// For people, for programs, or as annotations of GitHub Actions
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub format: CheckFormat,
    /// End with code 1 for a warning too
    #[arg(long)]
    pub strict: bool,
}

/// Forms of what a check says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// A line a problem, and a line for a file without any.
    Text,
    /// A JSON array of the problems.
    Json,
    /// A command line of GitHub Actions a problem.
    Github,
}

/// A file and what is wrong with it.
type Checked = (String, Vec<Problem>);

pub(super) fn run(args: &CheckArgs) -> Result<u8, Error> {
    let mut out = BufWriter::new(io::stdout().lock());
    let (mut code, mut all) = (0, Vec::new());
    for checked in checked(&args.files, args.max_size) {
        let (file, problems) = match checked {
            Ok(checked) => checked,
            Err(problem) => {
                super::complain(&problem.to_string());
                code = 2;
                continue;
            }
        };
        let counts = |problem: &Problem| args.strict || problem.severity == Severity::Error;
        code = code.max(u8::from(problems.iter().any(counts)));
        match args.format {
            CheckFormat::Text => print(&mut out, &file, &problems)?,
            CheckFormat::Github => problems_github(&problems, &mut out)?,
            CheckFormat::Json => all.extend(problems),
        }
    }
    if args.format == CheckFormat::Json {
        problems_json(&all, &mut out)?;
    }
    out.flush()?;
    Ok(code)
}

/// Every file with its problems, one at a time; an error is a file that cannot be read at all.
fn checked(files: &[PathBuf], max_size: u64) -> impl Iterator<Item = Result<Checked, Problem>> {
    let builtin = || {
        let problems = data::parse(Path::new("built-in"), builtin_text()).problems;
        Ok(("the built-in dossier".to_owned(), problems))
    };
    let read = move |file: Result<PathBuf, Problem>| {
        let text = file.and_then(|file| Ok((data::read_text(&file, max_size)?, file)));
        match text {
            Ok((text, file)) => Ok((file.to_string_lossy().into_owned(), data::parse(&file, &text).problems)),
            Err(problem) => unread(problem),
        }
    };
    files.is_empty().then(builtin).into_iter().chain(data::files(files).into_iter().map(read))
}

/// A file that is no text is a problem of the file; one that cannot be read at all is an error of the command.
fn unread(problem: Problem) -> Result<Checked, Problem> {
    let is_readable = |file: &Path| file.is_file() && std::fs::File::open(file).is_ok();
    if problem.file == Path::new("-") || is_readable(&problem.file) {
        return Ok((problem.file.to_string_lossy().into_owned(), vec![problem]));
    }
    Err(problem)
}

fn print(out: &mut impl Write, file: &str, problems: &[Problem]) -> io::Result<()> {
    for problem in problems {
        writeln!(out, "{problem}")?;
    }
    if problems.is_empty() {
        writeln!(out, "{}: no problems", text::shown(file))?;
    }
    Ok(())
}
