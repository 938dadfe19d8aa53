//! `accords compare`: what is different between two agreements or two clauses.

use super::complete::addresses;
use super::file::write_to;
use super::input::DataArgs;
use super::output::{PrintArgs, only_first};
use super::progress;
use super::subject::open_about;
use crate::error::Error;
use crate::insight::compare::{Comparison, compare};
use crate::model::Collection;
use crate::report::{CompareReport, ComparisonForm, Format};
use crate::text::shown;
use clap::Args;
use clap_complete::ArgValueCompleter;
use std::path::Path;

/// Options of a comparison.
#[derive(Debug, Args)]
pub(super) struct CompareArgs {
    /// Left item, by its address or an unambiguous end of it, or a file with one agreement; its own words are marked
    /// [-like this-]
    #[arg(add = ArgValueCompleter::new(addresses))]
    left: String,
    /// Right item; its own words are marked {+like this+}
    #[arg(add = ArgValueCompleter::new(addresses))]
    right: String,
    #[command(flatten)]
    data: DataArgs,
    /// Leave out pairs that are alike; totals still cover them
    #[arg(long)]
    differing: bool,
    #[command(flatten)]
    print: PrintArgs,
}

pub(super) fn run(args: &CompareArgs) -> Result<u8, Error> {
    let (collection, code, items) = open_about(&args.data, &[&args.left, &args.right])?;
    let collection = &collection;
    let [left, right] = items.as_slice() else { return Err(Error::NothingOpen) };
    let comparison = progress::during("Comparing", |_| compare(collection, *left, *right))?;
    let comparison = if args.differing { comparison.differing() } else { comparison };
    let all = comparison.pairs().count();
    let comparison = &comparison.limited(args.print.most());
    let output = &args.print.output;
    // Without a format, the file has both texts side by side.
    if let Some(file) = output.file().filter(|_| !output.has_format() && output.format() == Format::Text) {
        save(args, file, collection, comparison)?;
        return Ok(code);
    }
    let note = only_first(comparison.pairs().count(), all);
    args.print.report(&CompareReport { collection, comparison }, note)?;
    Ok(code)
}

fn save(
    args: &CompareArgs,
    file: &Path,
    collection: &Collection,
    comparison: &Comparison,
) -> Result<(), Error> {
    let form = ComparisonForm::of(file).ok_or_else(|| {
        let name = shown(&file.to_string_lossy()).into_owned();
        Error::Selection(format!(
            "{name}: a comparison is written as .docx, .html or .md; name such a file, or choose a --format"
        ))
    })?;
    write_to(Some(file), args.print.output.existing(), |out| form.write(collection, comparison, out))
}
