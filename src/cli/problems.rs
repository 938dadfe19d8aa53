//! What is wrong with files, told on standard error by the commands that are about something else.

use super::complain;
use crate::data::{Problem, Severity};
use crate::text;

/// Lines for one file at most: what a command prints must not be lost behind them.
const MOST_OF_FILE: usize = 5;

/// Lines for all files at most.
const MOST: usize = 50;

/// Says what is wrong, errors before warnings, the first of much, and that there is more. True where an error is among
/// it.
pub(super) fn tell<'a>(problems: impl IntoIterator<Item = &'a Problem>) -> bool {
    let mut problems: Vec<&Problem> = problems.into_iter().collect();
    problems.sort_by_key(|problem| problem.severity);
    let of_files = problems.chunk_by(|a, b| a.file == b.file);
    let mut told = 0;
    for problem in of_files.flat_map(|of_file| of_file.iter().take(MOST_OF_FILE)).take(MOST) {
        complain(&problem.to_string());
        told += 1;
    }
    if told < problems.len() {
        let more = text::count(problems.len() - told, "more problem", "more problems");
        complain(&format!("{more}; accords check lists them all"));
    }
    problems.iter().any(|problem| problem.severity == Severity::Error)
}
