//! `accords follow-up`: clauses, and what was done since.

use super::output::Output;
use super::{FollowUpArgs, code, open_told};
use crate::error::Error;
use crate::insight::{FollowUp, follow_up};
use crate::model::Collection;
use crate::report::{self, Format};
use std::io;

pub(super) fn run(args: &FollowUpArgs) -> Result<u8, Error> {
    let opened = open_told(&args.data)?;
    let found = follow_up(&opened.collection);
    let mut output = Output::open(&args.output)?;
    let written = print(&opened.collection, &found, args.limit.unwrap_or(usize::MAX), &mut output);
    output.finish(written)?;
    Ok(code(&opened))
}

fn print(collection: &Collection, found: &[FollowUp], limit: usize, output: &mut Output) -> io::Result<()> {
    let records = || report::follow_up_records(collection, found).map(|all| all.into_iter().take(limit));
    match output.format {
        Format::Text => report::follow_up_text(collection, found, output),
        Format::Json => report::write_record(&records()?.collect(), Format::Json, output),
        Format::Jsonl => {
            records()?.try_for_each(|record| report::write_record(&record, Format::Jsonl, output))
        }
        Format::Csv | Format::Markdown => {
            output.table(&report::follow_up_table(collection, found).limited(limit))
        }
    }
}
