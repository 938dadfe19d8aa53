//! `accords check`: everything wrong with dossiers, for people, programs and code reviews.

use super::input::tell_of_terminal;
use super::output::{Color, Output, only_first};
use super::progress;
use super::tell::complain;
use crate::data::{
    self, DEFAULT_MAX_SIZE, FileRead, LINTS, Loaded, Meter, Problem, Severity, builtin_text, lint,
};
use crate::error::Error;
use crate::report::{Format, ProblemReport, problems_github};
use clap::{Args, ValueEnum};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Options of a check.
#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// Files or folders to check [default: built-in dossier]; - is stdin
    #[arg(value_name = "PATH")]
    files: Vec<PathBuf>,
    /// Refuse files larger than this
    #[arg(long, value_name = "BYTES", default_value_t = DEFAULT_MAX_SIZE)]
    max_size: u64,
    /// Output format
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    format: CheckFormat,
    /// Same as --format json
    #[arg(long, conflicts_with = "format")]
    json: bool,
    /// Show at most N problems; the exit code still covers all of them
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// When to highlight; a check highlights nothing
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    color: Color,
    /// On a terminal, show the output in $PAGER, or in less
    #[arg(long)]
    pager: bool,
    /// Find lints too, and exit with code 1 for them and for warnings
    #[arg(long)]
    strict: bool,
    /// Explain a lint, or all of them, and check nothing
    #[arg(long, value_name = "LINT", num_args = 0..=1, default_missing_value = "")]
    explain: Option<String>,
}

/// Forms of the output of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum CheckFormat {
    /// A line for each problem, and one for each file without any.
    Text,
    /// A JSON array of the problems.
    Json,
    /// A JSON object per line.
    Jsonl,
    /// For spreadsheets.
    Csv,
    /// A table.
    Markdown,
    /// A command of GitHub Actions for each problem.
    Github,
}

impl CheckArgs {
    /// The form of output, if every command has it.
    fn format(&self) -> Option<Format> {
        match self.format {
            _ if self.json => Some(Format::Json),
            CheckFormat::Text => Some(Format::Text),
            CheckFormat::Json => Some(Format::Json),
            CheckFormat::Jsonl => Some(Format::Jsonl),
            CheckFormat::Csv => Some(Format::Csv),
            CheckFormat::Markdown => Some(Format::Markdown),
            CheckFormat::Github => None,
        }
    }
}

/// A file and its problems.
type Checked = (String, Vec<Problem>);

pub(super) fn run(args: &CheckArgs) -> Result<u8, Error> {
    if let Some(name) = &args.explain {
        return explain(name);
    }
    let (mut code, mut all, mut files) = (0, Vec::new(), Vec::new());
    for checked in progress::during("Checking", |meter| read(args, meter)) {
        match checked {
            Ok((file, problems)) => {
                files.push((file, problems.len()));
                all.extend(problems);
            }
            Err(problem) => {
                complain(&problem.to_string());
                code = 2;
            }
        }
    }
    let counts = |problem: &Problem| args.strict || problem.severity == Severity::Error;
    code = code.max(u8::from(all.iter().any(counts)));
    let first = all.get(..all.len().min(args.limit.unwrap_or(usize::MAX))).unwrap_or_default();
    let mut output = Output::new(args.format().unwrap_or(Format::Text), args.color, args.pager)?;
    if args.format().is_some() {
        let note = only_first(first.len(), all.len());
        output.report(&ProblemReport { files: &files, problems: first }, note)?;
    } else {
        let written = problems_github(first, &mut output);
        output.finish(written)?;
    }
    Ok(code)
}

/// Prints what a lint finds and what to do about it; without a name, of all.
fn explain(name: &str) -> Result<u8, Error> {
    let chosen: Vec<_> = LINTS.iter().filter(|lint| name.is_empty() || lint.name == name).collect();
    if chosen.is_empty() {
        complain(&format!("there is no lint {name}; accords check --explain lists them"));
        return Ok(2);
    }
    let mut out = io::stdout().lock();
    for lint in chosen {
        writeln!(out, "{}\n  {}", lint.name, lint.explanation)?;
    }
    out.flush()?;
    Ok(0)
}

/// What [`checked`] gives, with the files counted.
fn read(args: &CheckArgs, meter: &Meter) -> Vec<Result<Checked, Problem>> {
    meter.begin(data::files(&args.files).len());
    checked(args).inspect(|_| meter.step()).collect()
}

/// Every file with its problems, one at a time; an error means that a file cannot be read at all.
fn checked(args: &CheckArgs) -> impl Iterator<Item = Result<Checked, Problem>> {
    let strict = args.strict;
    let problems = move |file: &Path, bytes: &[u8], loaded: Loaded| {
        let mut problems = loaded.problems;
        for dossier in loaded.dossiers.iter().filter(|_| strict) {
            problems.extend(lint(file, bytes, dossier));
        }
        problems
    };
    let builtin = move || {
        let (file, text) = (Path::new("built-in"), builtin_text());
        Ok(("the built-in dossier".to_owned(), problems(file, text.as_bytes(), data::parse(file, text))))
    };
    let named = move |FileRead { file, bytes, loaded }| {
        (file.to_string_lossy().into_owned(), problems(&file, &bytes, loaded))
    };
    tell_of_terminal(&args.files);
    let read = data::read_each(&args.files, args.max_size).map(move |file| file.map(named).or_else(unread));
    args.files.is_empty().then(builtin).into_iter().chain(read)
}

/// That a file is not text is its own problem; that it cannot be read at all is an error of the command.
fn unread(problem: Problem) -> Result<Checked, Problem> {
    let is_readable = |file: &Path| file.is_file() && std::fs::File::open(file).is_ok();
    // What a folder passed over keeps nothing from being read.
    let is_warning = problem.severity == Severity::Warning;
    if is_warning || problem.file == Path::new("-") || is_readable(&problem.file) {
        return Ok((problem.file.to_string_lossy().into_owned(), vec![problem]));
    }
    Err(problem)
}
