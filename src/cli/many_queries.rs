//! `accords search --queries`: one reading and one index for many queries.

use super::input::{DataArgs, check, understood};
use super::output::Output;
use super::tell::complain;
use crate::data::read_text;
use crate::error::Error;
use crate::model::{Collection, ItemId};
use crate::report::{SearchReport, SearchesReport};
use crate::search::{Depth, Index, Matches};
use rayon::prelude::*;
use std::path::Path;

/// What is asked of every query.
pub(super) struct Asked<'a> {
    pub(super) depth: Depth,
    /// The most matches that are printed of each.
    pub(super) limit: usize,
    /// Whether an item is printed if it matches.
    pub(super) wanted: &'a (dyn Fn(ItemId) -> bool + Sync),
}

/// The queries of a file, each with the number of its line from one on; blank lines are none.
///
/// # Errors
/// The file cannot be read, or is also what is searched.
pub(super) fn read(file: &Path, data: &DataArgs) -> Result<Vec<(usize, String)>, Error> {
    if file.as_os_str() == "-" && data.paths.iter().any(|path| path == file) {
        let message = "standard input cannot be both the queries and what is searched; name a file for one";
        return Err(Error::Selection(message.to_owned()));
    }
    let text = read_text(file, data.max_size).map_err(Error::File)?;
    let lines = (1..).zip(text.lines().map(str::trim));
    Ok(lines.filter(|(_, query)| !query.is_empty()).map(|(line, query)| (line, query.to_owned())).collect())
}

/// Prints what each query finds, and reports those that cannot be understood. Returns the exit code: 2 if there is one, 1 if
/// nothing was found.
pub(super) fn print(
    file: &Path,
    queries: &[(usize, String)],
    collection: &Collection,
    asked: &Asked<'_>,
    output: Output,
) -> Result<u8, Error> {
    let index = Index::build(collection).keeping_texts();
    let answers = queries.par_iter().map(|(line, query)| {
        let tell = |message: &str| complain(&format!("{}: line {line}: {message}", file.display()));
        answer(&index, collection, query, asked.depth, &tell)
            .inspect_err(|error| tell(&error.to_string()))
            .ok()
            .map(|matches| (query.as_str(), matches))
    });
    let answers: Vec<Option<(&str, Matches)>> = answers.collect();
    let has_failed = answers.iter().any(Option::is_none);
    let report = |(query, matches)| {
        let matches: &Matches = matches;
        (query, SearchReport::new(collection, matches, asked.limit, asked.wanted))
    };
    let searches: Vec<(&str, SearchReport<'_>)> =
        answers.par_iter().flatten().map(|(query, matches)| report((*query, matches))).collect();
    let has_found = searches.iter().any(|(_, report)| report.all > 0);
    output.report(&SearchesReport::new(searches), None)?;
    Ok(if has_failed { 2 } else { u8::from(!has_found) })
}

fn answer(
    index: &Index,
    collection: &Collection,
    typed: &str,
    depth: Depth,
    tell: &dyn Fn(&str),
) -> Result<Matches, Error> {
    let query = understood(typed, tell)?.ok_or(Error::NoWord)?;
    let matches = index.search_to(collection, &query, depth);
    check(&matches, tell)?;
    Ok(matches)
}
