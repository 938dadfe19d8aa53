//! `accords trace`: where the wording of an agreement, a clause or a person's own draft comes from.

use super::complete::addresses;
use super::input::{DataArgs, open_some};
use super::output::PrintArgs;
use super::progress;
use super::subject::open_about;
use crate::data::read_wording;
use crate::error::Error;
use crate::insight::compare::passage;
use crate::insight::trace::{Passages, trace_agreement, trace_clause, trace_draft, without_page_headers};
use crate::model::{Collection, ItemId, Kind};
use crate::report::{TextOf, TraceReport, Traced};
use clap::Args;
use clap_complete::ArgValueCompleter;
use std::path::{Path, PathBuf};

/// Options of a trace.
#[derive(Debug, Args)]
pub(super) struct TraceArgs {
    /// Clause or agreement, by its address or an unambiguous end of it, or a file with one agreement; with --draft, a path
    /// to open
    #[arg(required_unless_present = "draft", add = ArgValueCompleter::new(addresses))]
    address: Option<String>,
    /// Trace a text or a document as if it were signed last; - is stdin
    #[arg(long, value_name = "FILE")]
    draft: Option<PathBuf>,
    #[command(flatten)]
    data: DataArgs,
    #[command(flatten)]
    print: PrintArgs,
}

pub(super) fn run(mut args: TraceArgs) -> Result<u8, Error> {
    // With a draft all that is not an option is a path to open.
    if args.draft.is_some() {
        args.data.paths.splice(0..0, args.address.take().map(PathBuf::from));
    }
    // A draft that cannot be read is reported before anything large is opened.
    let draft = match &args.draft {
        Some(file) => {
            let text = read_wording(file, args.data.max_size).map_err(Error::File)?;
            Some((file, without_page_headers(&text)))
        }
        None => None,
    };
    let address: Vec<&str> = args.address.as_deref().into_iter().collect();
    let (collection, code, items) = match draft {
        Some(_) => open_some(&args.data).map(|(collection, code)| (collection, code, Vec::new()))?,
        None => open_about(&args.data, &address)?,
    };
    let collection = &collection;
    let traced = match (&draft, items.first()) {
        (Some((file, text)), _) => of_draft(collection, file, text),
        (None, Some(item)) => of_item(collection, *item)?,
        (None, None) => return Err(Error::NothingOpen),
    };
    let traced = &traced.limited(args.print.most());
    args.print.report(&TraceReport { collection, traced }, args.print.at_most())?;
    Ok(code)
}

fn of_draft<'a>(collection: &Collection, file: &Path, text: &'a str) -> Traced<'a> {
    let index = progress::during("Tracing", |meter| Passages::build_for(collection, text, meter));
    let of = TextOf::Draft(file.to_string_lossy().into_owned());
    Traced::Text { of, text, trace: trace_draft(&index, collection, text) }
}

fn of_item(collection: &Collection, item: ItemId) -> Result<Traced<'_>, Error> {
    let wrong = || Error::Trace(collection.address_text(item));
    let index = match item.kind() {
        Kind::Agreement | Kind::Chapter | Kind::Clause => {
            progress::during("Tracing", |meter| Passages::build_of(collection, item, meter))
        }
        _ => return Err(wrong()),
    };
    let agreement = || trace_agreement(&index, collection, item).map(Traced::Agreement);
    let text = passage(collection, item).unwrap_or_default();
    let clause = |trace| Traced::Text { of: TextOf::Clause(item), text, trace };
    trace_clause(&index, collection, item).map(clause).or_else(agreement).ok_or_else(wrong)
}
