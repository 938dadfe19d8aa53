//! `accords export`: whole dossiers, or the matches of a query, as a file.

use super::complete::addresses;
use super::file::FileArgs;
use super::input::{DataArgs, FilterArgs, open_some};
use super::output::{BYTE_ORDER_MARK, no_file};
use super::tell::{self, complain};
use crate::error::Error;
use crate::insight::resolve;
use crate::model::{ItemSet, Kind};
use crate::report::{FileForm, Selection};
use clap::Args;
use clap_complete::ArgValueCompleter;

const AFTER_HELP: &str = "\
Formats:
  markdown     the reader's pages, one after the other
  csv          one row per item, with the columns that all kinds share; text
               that a spreadsheet would run as a formula gets an apostrophe in
               front. timeline, clauses and the other lists have more columns
  xlsx         the same rows as a spreadsheet for Excel and its like: dates are
               dates, numbers are numbers; needs -o
  json         one dossier, which opens again; with --where, the matches and
               everything they refer to
  akoma-ntoso  an agreement with its clauses; a whole dossier as a collection
  calendar     all-day events (iCalendar); dates not known to the day are left
               out and counted
  html         one page without network or scripts
  docx         a Word document with headings, links and numbered sources; an
               agreement alone can be opened again; needs -o

Examples:
  accords export --to html -o dossier.html
  accords export --to docx -o dossier.docx
  accords export mine.json --where energy --to markdown | less
  accords export --to xlsx -o dossier.xlsx
  accords export --only memorandum-2022 --to akoma-ntoso -o memorandum.xml";

/// Options of an export.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct ExportArgs {
    #[command(flatten)]
    data: DataArgs,
    /// File format
    #[arg(long, value_enum, value_name = "FORMAT")]
    to: FileForm,
    #[command(flatten)]
    file: FileArgs,
    /// Begin CSV with a byte order mark, by which spreadsheets know that it is UTF-8
    #[arg(long)]
    bom: bool,
    #[command(flatten)]
    filter: FilterArgs,
    /// Export only this item, an agreement or a chapter with its clauses; by its address or an unambiguous end of it. May be repeated
    #[arg(long, value_name = "ADDRESS", conflicts_with = "query", add = ArgValueCompleter::new(addresses))]
    only: Vec<String>,
}

pub(super) fn run(args: &ExportArgs) -> Result<u8, Error> {
    if args.bom && args.to != FileForm::Csv {
        return Err(Error::Selection("--bom is for CSV; add --to csv".to_owned()));
    }
    if args.to.is_binary() && args.file.path().is_none() {
        return Err(no_file(args.to.word()));
    }
    let (collection, code) = open_some(&args.data)?;
    let matches = args.filter.matches(&collection)?;
    let listed: Option<ItemSet> =
        matches.as_ref().map(|matches| Kind::ALL.iter().flat_map(|kind| matches.listed(*kind)).collect());
    let selection = if args.only.is_empty() {
        Selection::new(&collection, |item| listed.as_ref().is_none_or(|listed| listed.contains(&item)))
    } else {
        let named = args.only.iter().map(|address| resolve(&collection, address));
        Selection::only(&collection, named.collect::<Result<Vec<_>, _>>()?)
    };
    if matches.is_some() && selection.is_empty() {
        tell::nothing("nothing to export: no matches for", args.filter.query(), &collection);
        return Ok(code.max(1));
    }
    if let Some(refusal) = args.to.refusal(&selection) {
        return Err(Error::Selection(refusal));
    }
    let left_out = args.file.write(|out| {
        if args.bom {
            out.write_all(BYTE_ORDER_MARK)?;
        }
        args.to.write(&selection, out)
    })?;
    for note in left_out {
        complain(&note);
    }
    Ok(code)
}
