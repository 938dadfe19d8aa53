//! `accords diff`: what changed between two versions of a dossier, item by item.

use super::input::tell_of_terminal;
use super::output::{PrintArgs, only_first};
use super::tell::{complain, problems};
use crate::data::{self, DEFAULT_MAX_SIZE, Loaded, Loader};
use crate::error::Error;
use crate::insight::changes::changes;
use crate::report::ChangesReport;
use clap::Args;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const AFTER_HELP: &str = "\
Exit codes: 0 no differences, 1 differences, 2 an error; nothing is compared then.

Examples:
  accords diff old.json mine.json
  accords diff old.json mine.json --format markdown -o changes.md
  accords diff mine.json                  what the built-in dossier has instead";

/// Options of a diff.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct DiffArgs {
    /// Old version: a file or a folder; - is stdin, /dev/null nothing
    old: PathBuf,
    /// New version [default: built-in dossier]
    new: Option<PathBuf>,
    /// Refuse files larger than this
    #[arg(long, value_name = "BYTES", default_value_t = DEFAULT_MAX_SIZE)]
    max_size: u64,
    #[command(flatten)]
    print: PrintArgs,
}

pub(super) fn run(args: &DiffArgs) -> Result<u8, Error> {
    let (Some(old), Some(new)) = (version(args, Some(&args.old))?, version(args, args.new.as_deref())?)
    else {
        complain("nothing is compared because of these errors");
        return Ok(2);
    };
    let changes = changes(&old.dossiers, &new.dossiers);
    let names = [name(Some(&args.old)), name(args.new.as_deref())];
    let report = ChangesReport {
        versions: names.each_ref().map(|name| name.as_str()),
        changes: &changes,
        most: args.print.most(),
    };
    let listed = changes.list.len().min(args.print.most());
    args.print.report(&report, only_first(listed, changes.list.len()))?;
    Ok(u8::from(!changes.list.is_empty()))
}

/// What a version holds; `None`, with its problems reported, if a part of it cannot be read, for that would look removed.
fn version(args: &DiffArgs, path: Option<&Path>) -> Result<Option<Loaded>, Error> {
    let Some(path) = path else { return Ok(Some(Arc::new(data::builtin()?).into())) };
    // By this name git calls a version that has no such file.
    if path == Path::new("/dev/null") {
        return Ok(Some(Loaded::default()));
    }
    let paths = vec![path.to_owned()];
    tell_of_terminal(&paths);
    let loaded = Loader { max_size: args.max_size, ..Loader::new(paths) }.open();
    Ok(if problems(&loaded.problems) { None } else { Some(loaded) })
}

/// What a version is called.
fn name(path: Option<&Path>) -> String {
    path.map_or_else(|| "the built-in dossier".to_owned(), |path| path.to_string_lossy().into_owned())
}
