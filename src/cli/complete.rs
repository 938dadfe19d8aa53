//! Shell completion of addresses, queries and states, from the files on the command line or the built-in dossier.

use crate::data::personal::{Searches, read};
use crate::data::{self, Loader, files};
use crate::explore::Memory;
use crate::insight::{Order, items};
use crate::model::{Collection, Dossier, ItemId, Kind};
use crate::search::{SavedSearches, complete, complete_name};
use crate::text;
use clap_complete::CompletionCandidate;
use clap_complete::engine::{PathCompleter, ValueCompleter};
use std::collections::HashMap;
use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// The largest file to read, in bytes: the shell must not wait.
const LARGEST: u64 = 4 << 20;
/// How long files are read: what is missing then is found by typing on.
const PATIENCE: Duration = Duration::from_millis(60);
/// The most candidates: nobody reads more.
const MOST: usize = 500;

/// Addresses that start with what was typed: whole, without their dossier, or the id of a clause alone. If there are none,
/// files.
pub(super) fn addresses(typed: &OsStr) -> Vec<CompletionCandidate> {
    let Some(typed) = typed.to_str() else { return Vec::new() };
    // Files that are named like the address come first, and alone if they have it.
    let (likely, others): (Vec<PathBuf>, Vec<PathBuf>) =
        files(&paths(typed)).into_iter().partition(|file| is_likely(file, typed));
    let mut found = if likely.is_empty() { Vec::new() } else { offered(&opened(likely, typed), typed) };
    if found.is_empty() {
        found = offered(&opened(others, typed), typed);
    }
    if found.is_empty() { PathCompleter::any().complete(OsStr::new(typed)) } else { found }
}

/// The addresses in a collection that start with what was typed.
fn offered(collection: &Collection, typed: &str) -> Vec<CompletionCandidate> {
    let called = clause_ids(collection);
    let all = Kind::ALL.iter().flat_map(|kind| items(collection, *kind, Order::Usual));
    let mut found = Vec::new();
    for item in all {
        let Some(address) = collection.address(item) else { continue };
        let local = address.as_str().split_once('/').map_or("", |(_, local)| local);
        // Of clauses that are called alike, none is meant by that alone.
        let clause = collection.item(item).and_then(|item| item.clause());
        let id = clause.map_or("", |clause| clause.id.as_str());
        let id = if called.get(id) == Some(&1) { id } else { "" };
        let ways = [local, id, address.as_str()];
        if let Some(value) = ways.into_iter().find(|way| !way.is_empty() && way.starts_with(typed)) {
            found.push(candidate(value, collection.title(item)));
        }
        if found.len() == MOST {
            break;
        }
    }
    found
}

/// The ids of things of these kinds, as a dossier itself writes them: `party`, `place`, or a kind of item.
pub(super) fn ids(kinds: Vec<String>) -> impl Fn(&OsStr) -> Vec<CompletionCandidate> {
    move |typed| {
        let Some(typed) = typed.to_str() else { return Vec::new() };
        let collection = at_hand(typed);
        let found = (0u32..).zip(collection.dossiers()).flat_map(|(place, dossier)| {
            kinds.iter().flat_map(|kind| ids_of(&collection, place, dossier, kind)).collect::<Vec<_>>()
        });
        let found = found.filter(|(id, _)| id.starts_with(typed));
        found.map(|(id, name)| candidate(&id, Some(&name))).take(MOST).collect()
    }
}

fn ids_of(collection: &Collection, place: u32, dossier: &Dossier, kind: &str) -> Vec<(String, String)> {
    match kind {
        "party" => dossier.parties.iter().map(|party| (party.id.clone(), party.name.clone())).collect(),
        "place" => dossier.places.iter().map(|place| (place.id.clone(), place.name.clone())).collect(),
        _ => {
            let kind = Kind::ALL.iter().find(|own| own.word() == kind);
            let parts = kind.map(|kind| dossier.parts(*kind)).unwrap_or_default();
            let title =
                |part| collection.title(ItemId { dossier: place, part }).unwrap_or_default().to_owned();
            parts.into_iter().filter_map(|part| Some((dossier.local_id(part)?, title(part)))).collect()
        }
    }
}

/// How many clauses have an id.
fn clause_ids(collection: &Collection) -> HashMap<&str, usize> {
    let mut ids = HashMap::new();
    let clauses = collection.dossiers().iter().flat_map(|d| &d.agreements).flat_map(|a| &a.clauses);
    clauses.for_each(|clause| *ids.entry(clause.id.as_str()).or_default() += 1);
    ids
}

/// States by code or by a name in any language; never what is several states' code.
pub(super) fn states(typed: &OsStr) -> Vec<CompletionCandidate> {
    let Some(typed) = typed.to_str() else { return Vec::new() };
    let begins = |text: &&String| text.to_lowercase().starts_with(&typed.to_lowercase());
    let found = data::states::states().iter().filter_map(|state| {
        let is_clear = |text: &&String| data::states::find(text, None, None).len() == 1;
        let value = [&state.code].into_iter().chain(&state.names).filter(begins).find(is_clear)?;
        Some(candidate(value, Some(&state.name)))
    });
    found.take(MOST).collect()
}

/// The filter or its value that a query ends in.
pub(super) fn queries(typed: &OsStr) -> Vec<CompletionCandidate> {
    let Some(typed) = typed.to_str() else { return Vec::new() };
    let (start, names) = complete_name(typed, &saved());
    if !names.is_empty() {
        let begin = typed.get(..start).unwrap_or_default();
        return names.into_iter().map(|name| candidate(&format!("{begin}{name}"), None)).collect();
    }
    let found = complete(&at_hand(typed), typed, typed.len()).into_iter().filter_map(|found| {
        let whole = format!("{}{}", typed.get(..found.range.start)?, found.text);
        // A shell only extends what was typed.
        whole.starts_with(typed).then(|| candidate(&whole, Some(&found.name)))
    });
    found.take(MOST).collect()
}

/// The names of saved searches.
pub(super) fn saved_names(typed: &OsStr) -> Vec<CompletionCandidate> {
    let Some(typed) = typed.to_str() else { return Vec::new() };
    let saved = saved();
    let found = saved.iter().filter(|(name, _)| name.starts_with(typed.trim_start_matches('@')));
    found.map(|(name, query)| candidate(name, Some(query))).take(MOST).collect()
}

/// The saved searches, as far as they can be read: a shell shows no errors.
fn saved() -> SavedSearches {
    let file = Memory::of_person().searches();
    file.and_then(|file| read::<Searches>(&file)).map(|current| current.value.saved).unwrap_or_default()
}

/// What the command line would open, without what is being typed, as far as it is read in time.
fn at_hand(typed: &str) -> Collection {
    opened(files(&paths(typed)), typed)
}

/// The paths on the command line, without what is being typed.
fn paths(typed: &str) -> Vec<PathBuf> {
    // A shell passes the line after two hyphens; its first word is the program.
    let line = env::args_os().skip_while(|word| word != "--").skip(2);
    line.filter(|word| word != typed).map(PathBuf::from).filter(|p| p.exists()).collect()
}

/// These files, or the built-in dossier if the command line names none.
fn opened(files: Vec<PathBuf>, typed: &str) -> Collection {
    let has_none = files.is_empty() && paths(typed).is_empty();
    let builtin = if has_none { data::builtin().ok().map(Arc::new) } else { None };
    let loader = Loader { builtin, max_size: LARGEST, ..Loader::new(files) };
    Collection::new(loader.open_within(PATIENCE).dossiers)
}

/// Whether an address that begins so may be in a file, by its name: it has a number of the address, or else a long word of it.
fn is_likely(file: &Path, typed: &str) -> bool {
    let name = file.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    let dossier = typed.split('/').next().unwrap_or_default().to_lowercase();
    let parts = || dossier.split(|c: char| !c.is_alphanumeric());
    let number = parts().find(|part| part.chars().any(|c| c.is_ascii_digit()));
    let word = || parts().filter(|part| part.chars().count() > 2).max_by_key(|part| part.len());
    number.or_else(word).is_some_and(|part| name.contains(part))
}

fn candidate(value: &str, title: Option<&str>) -> CompletionCandidate {
    let title = title.map(|title| text::cut(&text::shown(title), 60, "…").into_owned().into());
    CompletionCandidate::new(value).help(title)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(found: Vec<CompletionCandidate>) -> Vec<String> {
        found.iter().map(|c| c.get_value().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn addresses_are_offered_with_and_without_their_dossier() {
        assert_eq!(values(addresses(OsStr::new("declaration-2022.b"))), ["declaration-2022.borders"]);
        assert_eq!(
            values(addresses(OsStr::new("aze-kgz/declaration-2022.b"))),
            ["aze-kgz/declaration-2022.borders"]
        );
        assert!(values(addresses(OsStr::new(""))).len() > 300);
    }

    #[test]
    fn a_clause_is_offered_by_its_id_alone() {
        assert_eq!(values(addresses(OsStr::new("bor"))), ["borders"]);
        let all = values(addresses(OsStr::new("")));
        let collection = at_hand("");
        for typed in ["d", "e", "p", "s"] {
            for value in values(addresses(OsStr::new(typed))) {
                assert!(crate::insight::resolve(&collection, &value).is_ok(), "{value}");
            }
        }
        assert!(!all.iter().any(String::is_empty));
    }

    #[test]
    fn the_fields_of_a_search_are_offered() {
        assert_eq!(values(queries(OsStr::new("oil sector:ener"))), ["oil sector:energy"]);
        assert_eq!(values(queries(OsStr::new("party:AZ"))), ["party:AZE"]);
        assert_eq!(values(queries(OsStr::new("kind:cl"))), ["kind:clause"]);
    }

    #[test]
    fn states_are_offered_by_code_and_by_name() {
        assert!(values(states(OsStr::new("KG"))).contains(&"KGZ".to_owned()));
        assert!(values(states(OsStr::new("kyr"))).contains(&"Kyrgyzstan".to_owned()));
        assert!(values(states(OsStr::new(""))).len() > 190);
    }
}
