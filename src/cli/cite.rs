//! `accords cite`: a citation of one item, for people and for reference managers.

use super::complete::addresses;
use super::input::{DataArgs, open_some};
use crate::error::Error;
use crate::insight::resolve;
use crate::report::{Style, citation};
use clap::Args;
use clap_complete::ArgValueCompleter;
use std::io::{self, Write};

/// Options of a citation.
#[derive(Debug, Args)]
pub(super) struct CiteArgs {
    /// Item to cite: its address or an unambiguous end of it, as declaration-2022.borders or borders
    #[arg(add = ArgValueCompleter::new(addresses))]
    address: String,
    #[command(flatten)]
    data: DataArgs,
    /// Citation style
    #[arg(long, value_enum, default_value_t = Style::Text)]
    style: Style,
}

pub(super) fn run(args: &CiteArgs) -> Result<u8, Error> {
    let (collection, code) = open_some(&args.data)?;
    let item = resolve(&collection, &args.address)?;
    if let Some(item) = collection.item(item) {
        let mut out = io::stdout().lock();
        writeln!(out, "{}", citation(item, args.style))?;
        out.flush()?;
    }
    Ok(code)
}
