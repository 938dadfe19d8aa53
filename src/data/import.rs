//! What files hold as one dossier to correct and to keep.

use super::formats::parse;
use super::load::Loader;
use super::loaded::Loaded;
use super::problem::Problem;
use super::tables::{Imported, TableOptions, joined, read_agreements};
use crate::data::file::{file_stem, read_bytes};
use crate::model::{Dossier, UniqueIds};
use crate::text::slug;
use serde_json::{Value, json};
use std::collections::HashMap;
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

/// One dossier of several: what has the same id in two is renamed, but for parties, which are the same.
pub fn merged(dossiers: &[Arc<Dossier>], file: &Path) -> Dossier {
    if let [one] = dossiers {
        return with_valid_ids(Dossier::clone(one)).arrange();
    }
    let stem = file.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
    let stem = if stem == "-" { "imported".into() } else { stem };
    let mut all = Dossier::new(&file_stem(&stem), &stem);
    let (mut ids, mut sources) = (UniqueIds::default(), UniqueIds::default());
    for dossier in dossiers {
        let mut dossier = with_valid_ids(Dossier::clone(dossier));
        let mut named: HashMap<String, String> = HashMap::new();
        for source in &mut dossier.sources {
            let id = sources.unique(&source.id, '-');
            named.insert(std::mem::replace(&mut source.id, id.clone()), id);
        }
        let mut agreements: HashMap<String, String> = HashMap::new();
        for agreement in &mut dossier.agreements {
            let id = ids.unique(&agreement.id, '-');
            agreements.insert(std::mem::replace(&mut agreement.id, id.clone()), id);
            rename(&mut agreement.sources, &named);
            agreement.clauses.iter_mut().for_each(|clause| rename(&mut clause.sources, &named));
        }
        for event in &mut dossier.events {
            event.id = ids.unique(&event.id, '-');
            rename(&mut event.sources, &named);
            rename(&mut event.agreements, &agreements);
        }
        let is_new = |id: &str| !all.parties.iter().any(|party| party.id == id);
        let parties: Vec<_> = dossier.parties.into_iter().filter(|party| is_new(&party.id)).collect();
        all.parties.extend(parties);
        all.sources.extend(dossier.sources);
        all.agreements.extend(dossier.agreements);
        all.events.extend(dossier.events);
    }
    all.arrange()
}

/// The dossier with ids that are valid in the format, which those of foreign files need not be.
fn with_valid_ids(mut dossier: Dossier) -> Dossier {
    let is_valid = |id: &str| id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_%~".contains(&byte));
    let valid = |id: &str| match slug(id) {
        _ if is_valid(id) => id.to_owned(),
        slug if slug.is_empty() => "untitled".to_owned(),
        slug => slug,
    };
    let own_id = dossier.id.clone();
    dossier.id = valid(&own_id);
    let mut ids_of_agreements = UniqueIds::default();
    let mut named: HashMap<String, String> = HashMap::new();
    for agreement in &mut dossier.agreements {
        // In the format no two ids are the same; a foreign file gives its dossier and its agreement one.
        let own =
            if agreement.id == own_id { agreement.kind_word().unwrap_or("text") } else { &agreement.id };
        let id = ids_of_agreements.unique(&valid(own), '-');
        named.insert(std::mem::replace(&mut agreement.id, id.clone()), id);
        let mut ids = UniqueIds::default();
        agreement.clauses.iter_mut().for_each(|clause| clause.id = ids.unique(&valid(&clause.id), '-'));
    }
    dossier.events.iter_mut().for_each(|event| rename(&mut event.agreements, &named));
    dossier
}

fn rename(ids: &mut [String], named: &HashMap<String, String>) {
    for id in ids {
        if let Some(new) = named.get(id) {
            new.clone_into(id);
        }
    }
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
