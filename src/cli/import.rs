//! `accords import`: what files hold, as a dossier to correct and to keep.

use super::file::FileArgs;
use super::tell::{complain, problems};
use crate::data::states::Codes;
use crate::data::{DEFAULT_MAX_SIZE, Role, TableOptions, import, merged, remarks, write_with_remarks};
use crate::error::Error;
use crate::model::Dossier;
use crate::text::count;
use clap::Args;
use std::path::{Path, PathBuf};

/// The agreements of a table that are shown.
const SHOWN: usize = 5;

const AFTER_HELP: &str = "\
A table has a row for each agreement, or for each of its parties. Its columns are
found by their names; --column corrects them. Dates whose day and month cannot be
told apart in the whole column are read to the year.

Examples:
  accords import treaty.md -o treaty.json
  accords import treaties.csv -o treaties.json
  accords import table.csv --column signed=DateSigned --column title=Name -o table.json";

/// Options of an import.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct ImportArgs {
    /// Documents, tables or folders to import
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    file: FileArgs,
    /// Read a column of a table as this: id, title, parties, state, signed, in-force, state-signed, ratified, since, until,
    /// kind, language, url, place or status. May be repeated
    #[arg(long, value_name = "WHAT=COLUMN", value_parser = column)]
    column: Vec<(Role, String)>,
    /// Read codes of states in tables in this system [default: the one that fits]
    #[arg(long, value_enum, value_name = "SYSTEM")]
    codes: Option<Codes>,
    /// Refuse files larger than this
    #[arg(long, value_name = "BYTES", default_value_t = DEFAULT_MAX_SIZE)]
    max_size: u64,
}

/// What a column is, and its name: `signed=DateSigned`.
fn column(text: &str) -> Result<(Role, String), String> {
    let (word, name) = text.split_once('=').ok_or("write it as signed=DateSigned")?;
    let role = Role::ALL.into_iter().find(|role| role.word() == word.replace('_', "-"));
    let known = || Role::ALL.map(Role::word).join(", ");
    role.map(|role| (role, name.to_owned()))
        .ok_or_else(|| format!("no column is a {word}; it is one of {}", known()))
}

pub(super) fn run(args: &ImportArgs) -> Result<u8, Error> {
    let options = TableOptions { columns: args.column.clone(), codes: args.codes };
    let mut imported = import(&args.paths, &options, args.max_size);
    let failed = problems(&imported.loaded.problems);
    if imported.loaded.dossiers.is_empty() {
        return Err(Error::NothingOpen);
    }
    let file = args.file.path().unwrap_or(Path::new("-"));
    let dossier = merged(std::mem::take(&mut imported.loaded.dossiers), file);
    for (table, mapping) in &imported.mappings {
        complain(&format!("{} is read as", table.to_string_lossy()));
        mapping.iter().for_each(|line| complain(&format!("  {line}")));
    }
    if !imported.mappings.is_empty() {
        first(&dossier);
    }
    let remarks = remarks(&dossier, &imported);
    args.file.write(|out| write_with_remarks(dossier, &remarks, out))?;
    Ok(if failed { 2 } else { 0 })
}

/// The first agreements as they were read, so that a wrong column is noticed.
fn first(dossier: &Dossier) {
    complain(&format!("{}, among them", count(dossier.agreements.len(), "agreement", "agreements")));
    for agreement in dossier.agreements.iter().take(SHOWN) {
        let signed = agreement.signed.map_or_else(|| "undated".to_owned(), |date| date.to_string());
        let words = [agreement.title.as_str(), &signed, &agreement.parties.join(" ")].join(" · ");
        complain(&format!("  {words}"));
    }
}
