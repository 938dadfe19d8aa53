//! `accords follow-up`: clauses, and what was done since.

use super::output::Output;
use super::{FollowUpArgs, most, open_some};
use crate::error::Error;
use crate::insight::{FollowUp, first_clauses, follow_up};
use crate::model::Collection;
use crate::report::{self, Format};
use std::io;

pub(super) fn run(args: &FollowUpArgs) -> Result<u8, Error> {
    let (collection, code) = open_some(&args.data)?;
    let found = follow_up(&collection);
    let clauses = |found: &[FollowUp]| found.iter().map(|of| of.clauses.len()).sum::<usize>();
    let all = clauses(&found);
    let found = first_clauses(found, most(args.limit));
    let mut output = Output::open(&args.output)?;
    let written = print(&collection, &found, &mut output);
    let written = written.and_then(|()| output.only_first(clauses(&found), all));
    output.finish(written)?;
    Ok(code)
}

fn print(collection: &Collection, found: &[FollowUp], output: &mut Output) -> io::Result<()> {
    let records = || report::follow_up_records(collection, found);
    match output.format {
        Format::Text => report::follow_up_text(collection, found, output.look, output),
        Format::Json => report::write_record(&records()?.into(), Format::Json, output),
        Format::Jsonl => {
            records()?.iter().try_for_each(|record| report::write_record(record, Format::Jsonl, output))
        }
        Format::Csv | Format::Markdown => output.table(&report::follow_up_table(collection, found)),
    }
}
