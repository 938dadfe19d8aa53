//! What goes to standard error.

use super::progress;
use crate::data::{Meter, Problem, Severity};
use crate::model::Collection;
use crate::search::{Query, nearest_to};
use crate::text;
use std::io::{self, Write};

/// The most lines for one file: they must not hide what a command prints.
const MOST_OF_FILE: usize = 5;

/// The most lines for the errors of all files.
const MOST: usize = 50;

/// The most lines for the warnings of all files: a folder of documents read by machine has one for most of them.
const MOST_WARNINGS: usize = 5;

/// The most words that are said to be similar to those of a query.
pub(super) const NEAREST: usize = 5;

/// Writes one line to standard error, filtered for a terminal; an error of that cannot be reported.
pub(super) fn complain(words: &str) {
    let _ = writeln!(io::stderr(), "accords: {}", text::shown(words));
}

/// Says that defaults are in effect in place of a file with errors; `None` without errors.
pub(super) fn defaults(what: &str, problems: &[Problem]) -> Option<String> {
    let first = problems.first()?;
    let file = first.file.file_name().unwrap_or_default().to_string_lossy();
    let line = first.place.map_or_else(String::new, |(line, _)| format!(" line {line}"));
    Some(text::shown(&format!("{what}, for {file}{line} has an error: {}", first.message)).into_owned())
}

/// Reports that a query has no matches, and which words of the collection are similar.
pub(super) fn nothing(what: &str, query: &str, collection: &Collection) {
    let near = |meter: &Meter| nearest_to(collection, &Query::parse(query), NEAREST, meter);
    no_match(what, query, &progress::during("Looking for similar words", near));
}

/// Reports that a query has no matches, and these similar words.
pub(super) fn no_match(what: &str, query: &str, near: &[String]) {
    let hint = if near.is_empty() { String::new() } else { format!("; nearest words: {}", near.join(", ")) };
    complain(&format!("{what} {query}{hint}"));
}

/// Reports the first problems, errors before warnings, and how many more there are. True if there is an error.
pub(super) fn problems<'a>(problems: impl IntoIterator<Item = &'a Problem>) -> bool {
    let problems: Vec<&Problem> = problems.into_iter().collect();
    let (mut shown, unlisted) = (0, problems.iter().map(|problem| problem.unlisted).sum::<usize>());
    let listed = problems.iter().filter(|problem| problem.unlisted == 0).count();
    for (severity, most) in [(Severity::Error, MOST), (Severity::Warning, MOST_WARNINGS)] {
        let mut of_severity: Vec<&&Problem> =
            problems.iter().filter(|p| p.severity == severity && p.unlisted == 0).collect();
        // What a folder passed over says more than the warnings of its files, which come before.
        of_severity.sort_by_cached_key(|problem| !problem.file.is_dir());
        let of_files = of_severity.chunk_by(|a, b| a.file == b.file);
        for problem in of_files.flat_map(|of_file| of_file.iter().take(MOST_OF_FILE)).take(most) {
            complain(&problem.to_string());
            shown += 1;
        }
    }
    if shown < listed + unlisted {
        let more = text::count(listed + unlisted - shown, "more problem", "more problems");
        let all = if unlisted == 0 { "lists them all" } else { "lists the first of each file" };
        complain(&format!("{more}; accords check {all}"));
    }
    problems.iter().any(|problem| problem.severity == Severity::Error)
}
