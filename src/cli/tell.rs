//! What goes to standard error.

use crate::data::{Problem, Severity};
use crate::search::Matches;
use crate::text;
use std::io::{self, Write};

/// Lines for one file at most: what a command prints must not be lost behind them.
const MOST_OF_FILE: usize = 5;

/// Lines for all files at most.
const MOST: usize = 50;

/// One line on standard error; if that is gone, nobody can be told.
pub(super) fn complain(words: &str) {
    let _ = writeln!(io::stderr(), "accords: {words}");
}

/// Says that nothing holds the words of a search, and which words are near.
pub(super) fn nothing(what: &str, query: &str, matches: &Matches) {
    let near = matches.nearest_words(5);
    let hint = if near.is_empty() { String::new() } else { format!("; nearest words: {}", near.join(", ")) };
    complain(&text::shown(&format!("{what} {query}{hint}")));
}

/// Says what is wrong, errors before warnings, the first of much, and that there is more. True where an error is among
/// it.
pub(super) fn problems<'a>(problems: impl IntoIterator<Item = &'a Problem>) -> bool {
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
