//! `accords trace`: where the wording of an agreement, a clause or a person's own draft comes from.

use super::output::Output;
use super::{TraceArgs, most, open_some};
use crate::data::read_text;
use crate::error::Error;
use crate::insight::resolve;
use crate::insight::trace::{Passages, trace_agreement, trace_clause, trace_draft};
use crate::model::{Collection, Kind};
use crate::report::{self, Format, Traced};
use std::io;
use std::path::{Path, PathBuf};

pub(super) fn run(mut args: TraceArgs) -> Result<u8, Error> {
    // With a draft all that is not an option is a path to open.
    if args.draft.is_some() {
        args.data.paths.splice(0..0, args.address.take().map(PathBuf::from));
    }
    // A draft that cannot be read is reported before anything large is opened.
    let draft = match &args.draft {
        Some(file) => Some((file, read_text(file, args.data.max_size).map_err(Error::File)?)),
        None => None,
    };
    let (collection, code) = open_some(&args.data)?;
    let collection = &collection;
    let traced = match &draft {
        Some((file, text)) => of_draft(collection, file, text),
        None => of_item(collection, args.address.as_deref().unwrap_or_default())?,
    };
    let traced = traced.limited(most(args.limit));
    let mut output = Output::open(&args.output)?;
    let written = print(collection, &traced, &mut output).and_then(|()| output.at_most(args.limit));
    output.finish(written)?;
    Ok(code)
}

fn of_draft<'a>(collection: &Collection, file: &Path, text: &'a str) -> Traced<'a> {
    let index = Passages::build(collection);
    Traced::Draft {
        name: file.to_string_lossy().into_owned(),
        text,
        trace: trace_draft(&index, collection, text),
    }
}

fn of_item<'a>(collection: &'a Collection, address: &str) -> Result<Traced<'a>, Error> {
    let item = resolve(collection, address)?;
    let wrong = || Error::Trace(collection.address(item).map(|a| a.to_string()).unwrap_or_default());
    let index = match item.kind() {
        Kind::Agreement | Kind::Clause => Passages::build(collection),
        _ => return Err(wrong()),
    };
    let agreement = || trace_agreement(&index, collection, item).map(Traced::Agreement);
    let clause = |trace| Traced::Clause {
        item,
        text: crate::insight::compare::passage(collection, item).unwrap_or_default(),
        trace,
    };
    trace_clause(&index, collection, item).map(clause).or_else(agreement).ok_or_else(wrong)
}

fn print(collection: &Collection, traced: &Traced<'_>, output: &mut Output) -> io::Result<()> {
    match output.format {
        Format::Text => report::trace_text(collection, traced, output.look, output),
        Format::Json => report::write_record(&report::trace_record(collection, traced), Format::Json, output),
        Format::Jsonl | Format::Csv | Format::Markdown => {
            output.table(&report::trace_table(collection, traced))
        }
    }
}
