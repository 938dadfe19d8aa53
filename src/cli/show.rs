//! `accords show`: one thing, as the explorer's reader has it.

use super::output::Output;
use super::{ShowArgs, most, open_some};
use crate::error::Error;
use crate::insight::{page, resolve};
use crate::model::{Collection, ItemId};
use crate::report::{self, Format, Links};
use std::io::{self, Write};

pub(super) fn run(args: &ShowArgs) -> Result<u8, Error> {
    let (collection, code) = open_some(&args.data)?;
    let item = resolve(&collection, &args.address)?;
    let mut output = Output::open(&args.output)?;
    let written =
        print(&collection, item, most(args.limit), &mut output).and_then(|()| output.at_most(args.limit));
    output.finish(written)?;
    Ok(code)
}

fn print(collection: &Collection, item: ItemId, most: usize, output: &mut Output) -> io::Result<()> {
    match output.format {
        Format::Csv => output.table(&report::view(collection, item.kind(), vec![item])),
        Format::Json | Format::Jsonl => match report::linked_record(collection, item) {
            Some(record) => report::write_record(&record, output.format, output),
            None => Ok(()),
        },
        Format::Text | Format::Markdown => match page(collection, item).map(|page| page.limited(most)) {
            Some(page) if output.format == Format::Text => {
                let look = output.look;
                report::page_text(collection, &page, look, &mut Links::Addresses, output)
            }
            Some(page) => output.write_all(report::markdown(&page).as_bytes()),
            None => Ok(()),
        },
    }
}
