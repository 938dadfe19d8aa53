//! `accords search --queries`: one reading and one index for many queries.

use super::input::{DataArgs, check, understood};
use super::output::Output;
use super::progress;
use super::tell::complain;
use crate::data::{Meter, read_text};
use crate::error::Error;
use crate::model::{Collection, ItemId};
use crate::report::{SearchReport, SearchesReport};
use crate::search::{Depth, Index, Matches};
use rayon::prelude::*;
use std::cell::RefCell;
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
    let answers = progress::during("Searching", |meter| answers(queries, collection, asked.depth, meter));
    for (line, Answer { told, .. }) in queries.iter().map(|(line, _)| line).zip(&answers) {
        told.iter().for_each(|message| complain(&format!("{}: line {line}: {message}", file.display())));
    }
    let found = answers.iter().map(|answer| answer.found.as_ref());
    let found: Vec<Option<(&str, &Matches)>> =
        queries.iter().zip(found).map(|((_, query), found)| Some((query.as_str(), found?))).collect();
    let has_failed = found.iter().any(Option::is_none);
    let report =
        |(query, matches)| (query, SearchReport::new(collection, matches, asked.limit, asked.wanted));
    let searches: Vec<(&str, SearchReport<'_>)> = found.into_par_iter().flatten().map(report).collect();
    let has_found = searches.iter().any(|(_, report)| report.all > 0);
    output.report(&SearchesReport::new(searches), None)?;
    Ok(if has_failed { 2 } else { u8::from(!has_found) })
}

/// What a query finds, `None` if it cannot be understood, and what there is to say of it.
struct Answer {
    found: Option<Matches>,
    told: Vec<String>,
}

fn answers(queries: &[(usize, String)], collection: &Collection, depth: Depth, meter: &Meter) -> Vec<Answer> {
    let index = Index::build(collection).keeping_texts();
    meter.begin(queries.len());
    let answers = queries.par_iter().map(|(_, query)| answer(&index, collection, query, depth));
    answers.inspect(|_| meter.step()).collect()
}

fn answer(index: &Index, collection: &Collection, typed: &str, depth: Depth) -> Answer {
    let told = RefCell::new(Vec::new());
    let tell = |message: &str| told.borrow_mut().push(message.to_owned());
    let found = understood(typed, &tell).and_then(|query| {
        let matches = index.search_to(collection, &query.ok_or(Error::NoWord)?, depth);
        check(&matches, &tell).map(|()| matches)
    });
    let found = found.inspect_err(|error| tell(&error.to_string())).ok();
    Answer { found, told: told.into_inner() }
}
