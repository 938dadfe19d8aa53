//! What a command is about: an item by its address, or the one agreement of a file.

use super::input::{DataArgs, loader};
use super::progress;
use super::tell;
use crate::data::Loaded;
use crate::error::Error;
use crate::insight::resolve;
use crate::model::{Collection, ItemId, Part};
use crate::text::shown;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// The most agreements that an error lists.
const MOST: usize = 12;

/// Opens what can be opened, and finds what these arguments name: an argument that is an existing file is that file, any
/// other an address. The built-in dossier opens only if an address may be in it. Also returns the exit code of a command
/// that succeeds.
///
/// # Errors
/// Nothing can be opened, an address is not one, or a file has no agreement or several.
pub(super) fn open_about(args: &DataArgs, subjects: &[&str]) -> Result<(Collection, u8, Vec<ItemId>), Error> {
    let is_file = |subject: &&&str| Path::new(subject).is_file();
    let files: Vec<PathBuf> = subjects.iter().filter(is_file).map(PathBuf::from).collect();
    let mut loader = loader(args)?;
    if files.len() == subjects.len() && args.paths.is_empty() && !args.builtin {
        loader.builtin = None;
    }
    let (Loaded { dossiers, problems }, places) =
        progress::reading(loader, |loader| loader.open_with(&files));
    let failed = tell::problems(&problems);
    if dossiers.is_empty() {
        return Err(Error::NothingOpen);
    }
    let collection = Collection::new(dossiers);
    let mut places = files.iter().zip(places);
    let found = subjects.iter().map(|subject| match Path::new(subject).is_file() {
        true => {
            places.next().map_or(Err(Error::NothingOpen), |(file, at)| agreement_of(&collection, file, at))
        }
        false => Ok(resolve(&collection, subject)?),
    });
    let found = found.collect::<Result<Vec<ItemId>, Error>>()?;
    Ok((collection, if failed { 2 } else { 0 }, found))
}

/// The one agreement of the dossiers in a file. A text in several languages is one agreement, in the language that leads.
fn agreement_of(collection: &Collection, file: &Path, dossiers: Range<usize>) -> Result<ItemId, Error> {
    let mut agreements = Vec::new();
    let mut leading: Option<&str> = None;
    for (at, dossier) in collection.dossiers().iter().enumerate().take(dossiers.end).skip(dossiers.start) {
        let own = dossier.id.split('~').next().unwrap_or_default();
        let is_version =
            leading.is_some_and(|id| own.strip_prefix(id).is_some_and(|rest| rest.starts_with('.')));
        if !is_version {
            let place = u32::try_from(at).unwrap_or(u32::MAX);
            let parts = (0u32..).take(dossier.agreements.len()).map(Part::Agreement);
            agreements.extend(parts.map(|part| ItemId { dossier: place, part }));
            leading = Some(own);
        }
    }
    let name = shown(&file.to_string_lossy()).into_owned();
    match agreements.as_slice() {
        [one] => Ok(*one),
        [] => Err(Error::Subject(format!("{name} has no agreement"))),
        several => {
            let mut listed: Vec<String> =
                several.iter().take(MOST).map(|item| collection.address_text(*item)).collect();
            if several.len() > MOST {
                listed.push(format!("and {} more", several.len() - MOST));
            }
            let listed = listed.join(", ");
            Err(Error::Subject(format!(
                "{name} has several agreements; open it as a path and name one: {listed}"
            )))
        }
    }
}
