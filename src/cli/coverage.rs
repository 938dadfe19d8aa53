//! `accords coverage`: subjects against agreements.

use super::output::Output;
use super::{CoverageArgs, complain, most, open_some};
use crate::data::{builtin_topics, read_topics};
use crate::error::Error;
use crate::insight::{Subjects, coverage};
use crate::report::{self, Format};

pub(super) fn run(args: &CoverageArgs) -> Result<u8, Error> {
    let (topics, subjects) = match &args.topics {
        Some(file) => (read_topics(file, args.data.max_size), Subjects::Topics),
        None => (builtin_topics(), Subjects::SectorsElseTopics),
    };
    let topics = match topics {
        Ok(topics) => topics,
        Err(problem) => {
            complain(&problem.to_string());
            return Ok(2);
        }
    };
    let (collection, code) = open_some(&args.data)?;
    let found = coverage(&collection, &topics, subjects);
    let all = found.subjects.len();
    let found = found.limited(most(args.limit));
    let mut output = Output::open(&args.output)?;
    let written = match output.format {
        Format::Text => report::coverage_text(&collection, &found, output.look, &mut output),
        _ => output.table(&report::coverage_table(&collection, &found)),
    };
    let written = written.and_then(|()| output.only_first(found.subjects.len(), all));
    output.finish(written)?;
    Ok(code)
}
