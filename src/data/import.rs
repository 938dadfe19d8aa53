//! What files hold as one dossier to correct and to keep.

use super::formats::{Remarks, parse};
use super::load::Loader;
use super::loaded::Loaded;
use super::problem::Problem;
use super::tables::{Imported, TableOptions, joined, read_agreements};
use crate::data::file::read_bytes;
use crate::model::{Agreement, Dossier, Guess};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What came of files.
#[derive(Debug, Default)]
pub struct Import {
    /// Their dossiers.
    pub loaded: Loaded,
    /// How tables were read: for each its file and a line for each column.
    pub mappings: Vec<(PathBuf, Vec<String>)>,
}

/// Reads files, tables with these options, and folders.
pub fn import(paths: &[PathBuf], options: &TableOptions, max_size: u64) -> Import {
    let (mut all, mut tables) = (Import::default(), Vec::new());
    for path in paths {
        let is_table = path
            .extension()
            .is_some_and(|own| own.eq_ignore_ascii_case("csv") || own.eq_ignore_ascii_case("tsv"));
        if path.is_dir() {
            all.loaded.append(Loader { max_size, ..Loader::new(vec![path.clone()]) }.open());
        } else if let Err(problem) = one(path, is_table, options, max_size, (&mut all, &mut tables)) {
            all.loaded.append(problem.into());
        }
    }
    all.mappings = tables.iter().map(|(file, table)| (file.clone(), table.mapping.clone())).collect();
    for (_, table) in joined(tables) {
        all.loaded.append(Loaded { dossiers: vec![Arc::new(table.dossier)], problems: table.warnings });
    }
    all
}

fn one(
    path: &Path,
    is_table: bool,
    options: &TableOptions,
    max_size: u64,
    (all, tables): (&mut Import, &mut Vec<(PathBuf, Imported)>),
) -> Result<(), Problem> {
    let bytes = read_bytes(path, max_size)?;
    let table = if is_table { read_agreements(path, &bytes, options)? } else { None };
    match table {
        Some(table) => tables.push((path.to_owned(), table)),
        None => all.loaded.append(parse(path, &bytes)),
    }
    Ok(())
}

/// What is to be said beside a dossier: how it was read, and of each agreement what was guessed.
pub fn remarks(dossier: &Dossier, import: &Import) -> Remarks {
    let table = |(file, mapping): &(PathBuf, Vec<String>)| {
        let name = file.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
        format!("{name} was read as a table: {}", mapping.join("; "))
    };
    let problems = import.loaded.problems.iter().map(|problem| problem.message.clone());
    let guess = |guess: &Guess| {
        let (fact, from) = (guess.fact.word(), &guess.from);
        format!("{fact} was guessed from the words: {from}; correct it, and take it out of guessed")
    };
    let of_agreement = |agreement: &Agreement| agreement.guessed.iter().map(guess).collect();
    Remarks {
        dossier: import.mappings.iter().map(table).chain(problems).collect(),
        agreements: dossier.agreements.iter().map(of_agreement).collect(),
    }
}
