//! `accords show`: one item, as in the explorer's reader.

use super::complete::addresses;
use super::input::{DataArgs, open_some};
use super::output::PrintArgs;
use crate::error::Error;
use crate::insight::resolve;
use crate::report::ItemReport;
use clap::Args;
use clap_complete::ArgValueCompleter;

/// Options of one item.
#[derive(Debug, Args)]
pub(super) struct ShowArgs {
    /// Address of the item, or an unambiguous end of it: declaration-2022.borders or borders
    #[arg(add = ArgValueCompleter::new(addresses))]
    address: String,
    #[command(flatten)]
    data: DataArgs,
    #[command(flatten)]
    print: PrintArgs,
}

pub(super) fn run(args: &ShowArgs) -> Result<u8, Error> {
    let (collection, code) = open_some(&args.data)?;
    let collection = &collection;
    let item = resolve(collection, &args.address)?;
    let report = ItemReport { collection, item, most: args.print.most() };
    args.print.report(&report, args.print.at_most())?;
    Ok(code)
}
