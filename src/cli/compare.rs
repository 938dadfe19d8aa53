//! `accords compare`: what is different between two agreements or two clauses.

use super::output::Output;
use super::{CompareArgs, most, open_some};
use crate::error::Error;
use crate::insight::compare::{Comparison, compare};
use crate::insight::resolve;
use crate::model::Collection;
use crate::report::{self, Format};
use std::io;

pub(super) fn run(args: &CompareArgs) -> Result<u8, Error> {
    let (collection, code) = open_some(&args.data)?;
    let collection = &collection;
    let (left, right) = (resolve(collection, &args.left)?, resolve(collection, &args.right)?);
    let comparison = compare(collection, left, right)?;
    let all = comparison.pairs().count();
    let comparison = comparison.limited(most(args.limit));
    let mut output = Output::open(&args.output)?;
    let written = print(collection, &comparison, &mut output);
    let written = written.and_then(|()| output.only_first(comparison.pairs().count(), all));
    output.finish(written)?;
    Ok(code)
}

fn print(collection: &Collection, comparison: &Comparison, output: &mut Output) -> io::Result<()> {
    match output.format {
        Format::Text => report::compare_text(collection, comparison, output.look, output),
        Format::Json => {
            let record = report::compare_record(collection, comparison);
            report::write_record(&record, Format::Json, output)
        }
        Format::Jsonl | Format::Csv | Format::Markdown => {
            output.table(&report::compare_table(collection, comparison))
        }
    }
}
