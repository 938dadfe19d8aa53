//! `accords outline`: the chapters of an agreement, and how much each holds.

use super::complete::addresses;
use super::input::DataArgs;
use super::output::{PrintArgs, only_first};
use super::subject::open_about;
use crate::error::Error;
use crate::insight::contents;
use crate::model::Kind;
use crate::report::ContentsReport;
use clap::Args;
use clap_complete::ArgValueCompleter;

const AFTER_HELP: &str = "\
Chapters have addresses, which other commands take: accords compare, trace,
show, cite, export --only; accords search in:ADDRESS finds words in one.

Examples:
  accords outline declaration-2022
  accords outline memorandum-2022 --format csv";

/// Options of an outline.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct OutlineArgs {
    /// Address of an agreement or a chapter, or an unambiguous end of it; or a file with one agreement
    #[arg(add = ArgValueCompleter::new(addresses))]
    address: String,
    #[command(flatten)]
    data: DataArgs,
    #[command(flatten)]
    print: PrintArgs,
}

pub(super) fn run(args: &OutlineArgs) -> Result<u8, Error> {
    let (collection, code, items) = open_about(&args.data, &[&args.address])?;
    let collection = &collection;
    for item in items {
        if !matches!(item.kind(), Kind::Agreement | Kind::Chapter) {
            let message = format!(
                "{}: only agreements and chapters have an outline, not a {}",
                collection.address_text(item),
                item.kind().word()
            );
            return Err(Error::Subject(message));
        }
        let mut entries = contents(collection, item);
        let all = entries.len();
        entries.truncate(args.print.most());
        let note = only_first(entries.len(), all);
        args.print.report(&ContentsReport { collection, item, entries: &entries }, note)?;
    }
    Ok(code)
}
