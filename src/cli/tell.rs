//! What goes to standard error.

use crate::data::{Problem, Severity};
use crate::search::Matches;
use crate::text;
use std::io::{self, Write};

/// The most lines for one file: they must not hide what a command prints.
const MOST_OF_FILE: usize = 5;

/// The most lines for all files.
const MOST: usize = 50;

/// Writes one line to standard error; an error of that cannot be reported.
pub(super) fn complain(words: &str) {
    let _ = writeln!(io::stderr(), "accords: {words}");
}

/// Reports that a query has no matches, and which words are similar.
pub(super) fn nothing(what: &str, query: &str, matches: &Matches) {
    let near = matches.nearest_words(5);
    let hint = if near.is_empty() { String::new() } else { format!("; nearest words: {}", near.join(", ")) };
    complain(&text::shown(&format!("{what} {query}{hint}")));
}

/// Reports the first problems, errors before warnings, and how many more there are. True if there is an error.
pub(super) fn problems<'a>(problems: impl IntoIterator<Item = &'a Problem>) -> bool {
    let mut problems: Vec<&Problem> = problems.into_iter().collect();
    problems.sort_by_key(|problem| problem.severity);
    let of_files = problems.chunk_by(|a, b| a.file == b.file);
    let mut shown = 0;
    for problem in of_files.flat_map(|of_file| of_file.iter().take(MOST_OF_FILE)).take(MOST) {
        complain(&problem.to_string());
        shown += 1;
    }
    if shown < problems.len() {
        let more = text::count(problems.len() - shown, "more problem", "more problems");
        complain(&format!("{more}; accords check lists them all"));
    }
    problems.iter().any(|problem| problem.severity == Severity::Error)
}
