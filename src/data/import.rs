//! What files hold as one dossier to correct and to keep.

use super::formats::parse;
use super::load::Loader;
use super::loaded::Loaded;
use super::problem::Problem;
use super::tables::{Imported, TableOptions, joined, read_agreements};
use crate::data::file::read_bytes;
use crate::model::Dossier;
use serde_json::{Value, json};
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

/// The dossier as JSON with `$comment`: how it was read, and beside each agreement what was guessed of it.
///
/// # Errors
/// None, unless it cannot be written as JSON.
pub fn commented(dossier: &Dossier, import: &Import) -> Result<Value, serde_json::Error> {
    let mut value = serde_json::to_value(dossier)?;
    let mut comments: Vec<String> = Vec::new();
    for (file, mapping) in &import.mappings {
        let name = file.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
        comments.push(format!("{name} was read as a table: {}", mapping.join("; ")));
    }
    comments.extend(import.loaded.problems.iter().map(|problem| problem.message.clone()));
    comment(&mut value, comments);
    let written = value.get_mut("agreements").and_then(Value::as_array_mut);
    for (agreement, value) in dossier.agreements.iter().zip(written.into_iter().flatten()) {
        let guess = |guess: &crate::model::Guess| {
            format!(
                "{} was guessed from the words: {}; correct it, and take it out of guessed",
                guess.fact.word(),
                guess.from
            )
        };
        comment(value, agreement.guessed.iter().map(guess).collect());
    }
    Ok(value)
}

fn comment(value: &mut Value, comments: Vec<String>) {
    if let Some(object) = value.as_object_mut().filter(|_| !comments.is_empty()) {
        object.insert("$comment".to_owned(), json!(comments));
    }
}
