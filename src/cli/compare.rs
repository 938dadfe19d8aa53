//! `accords compare`: what is different between two agreements or two clauses.

use super::complete::addresses;
use super::input::{DataArgs, open_some};
use super::output::{PrintArgs, only_first};
use crate::error::Error;
use crate::insight::compare::compare;
use crate::insight::resolve;
use crate::report::CompareReport;
use clap::Args;
use clap_complete::ArgValueCompleter;

/// Options of a comparison.
#[derive(Debug, Args)]
pub(super) struct CompareArgs {
    /// Left item, by its address or an unambiguous end of it; its own words are marked [-like this-]
    #[arg(add = ArgValueCompleter::new(addresses))]
    left: String,
    /// Right item; its own words are marked {+like this+}
    #[arg(add = ArgValueCompleter::new(addresses))]
    right: String,
    #[command(flatten)]
    data: DataArgs,
    #[command(flatten)]
    print: PrintArgs,
}

pub(super) fn run(args: &CompareArgs) -> Result<u8, Error> {
    let (collection, code) = open_some(&args.data)?;
    let collection = &collection;
    let (left, right) = (resolve(collection, &args.left)?, resolve(collection, &args.right)?);
    let comparison = compare(collection, left, right)?;
    let all = comparison.pairs().count();
    let comparison = &comparison.limited(args.print.most());
    let note = only_first(comparison.pairs().count(), all);
    args.print.report(&CompareReport { collection, comparison }, note)?;
    Ok(code)
}
