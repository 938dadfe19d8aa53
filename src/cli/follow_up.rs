//! `accords follow-up`: clauses, and what was done since.

use super::{Format, OpenArgs, complain, open};
use crate::error::Error;
use crate::insight::follow_up;
use crate::report;
use std::io::{self, BufWriter, Write};

pub(super) fn run(args: &OpenArgs) -> Result<u8, Error> {
    let opened = open(&args.files, args.builtin, args.max_size)?;
    for problem in &opened.problems {
        complain(&problem.to_string());
    }
    if opened.collection.dossiers().is_empty() {
        return Ok(2);
    }
    let found = follow_up(&opened.collection);
    let mut out = BufWriter::new(io::stdout().lock());
    match args.format {
        Format::Json => report::follow_up_json(&opened.collection, &found, &mut out)?,
        Format::Text => report::follow_up_text(&opened.collection, &found, &mut out)?,
    }
    out.flush()?;
    Ok(if opened.has_errors() { 2 } else { 0 })
}
