//! `accords show`: one item, as in the explorer's reader.

use super::complete::addresses;
use super::input::DataArgs;
use super::output::PrintArgs;
use super::subject::open_about;
use crate::error::Error;
use crate::report::ItemReport;
use clap::Args;
use clap_complete::ArgValueCompleter;

/// Options of one item.
#[derive(Debug, Args)]
pub(super) struct ShowArgs {
    /// Address of the item, or an unambiguous end of it: declaration-2022.borders or borders; or a file with one agreement
    #[arg(add = ArgValueCompleter::new(addresses))]
    address: String,
    #[command(flatten)]
    data: DataArgs,
    #[command(flatten)]
    print: PrintArgs,
}

pub(super) fn run(args: &ShowArgs) -> Result<u8, Error> {
    let (collection, code, items) = open_about(&args.data, &[&args.address])?;
    let collection = &collection;
    for item in items {
        let report = ItemReport { collection, item, most: args.print.most() };
        args.print.report(&report, args.print.at_most())?;
    }
    Ok(code)
}
