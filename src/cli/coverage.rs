//! `accords coverage`: subjects against agreements.

use super::{CoverageArgs, Form, code, complain, open_told};
use crate::data::{builtin_topics, read_topics};
use crate::error::Error;
use crate::insight::{Subjects, coverage};
use crate::report;
use std::io::{self, BufWriter, Write};

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
    let opened = open_told(&args.data)?;
    let found = coverage(&opened.collection, &topics, subjects);
    let mut out = BufWriter::new(io::stdout().lock());
    match args.form.format() {
        Form::Json => report::coverage_json(&opened.collection, &found, &mut out)?,
        Form::Text => report::coverage_text(&opened.collection, &found, &mut out)?,
    }
    out.flush()?;
    Ok(code(&opened))
}
