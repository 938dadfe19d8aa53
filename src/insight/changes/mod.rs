//! What changed between two versions of dossiers, item by item.
//!
//! A dossier is a list of entries (`entries`). Those of both versions are matched by kind and id, and by content where only
//! the id changed (`pairing`); of matched ones the fields are compared (`fields`). It takes time in proportion to what both
//! versions hold.

mod entries;
mod fields;
mod kind;
mod pairing;

pub use fields::{Delta, FieldChange};
pub use kind::EntryKind;

use crate::model::Dossier;
use entries::{Entry, entries};
use pairing::{Pair, pair};
use serde_json::{Map, Value};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// What became of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Only the new version has it.
    Added,
    /// Only the old version has it.
    Removed,
    /// Some of its fields differ.
    Changed,
    /// Only its id differs.
    Renamed,
}

impl State {
    /// All, in the order of the totals.
    pub const ALL: [Self; 4] = [Self::Added, Self::Removed, Self::Changed, Self::Renamed];

    /// It in a word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
            Self::Renamed => "renamed",
        }
    }
}

/// One entry that differs.
#[derive(Clone, Debug)]
pub struct Change {
    /// What became of it.
    pub state: State,
    /// What it is.
    pub kind: EntryKind,
    /// The id of its dossier.
    pub dossier: String,
    /// Its address in the version that has it; `None` for what has no address.
    pub address: Option<String>,
    /// Its former address, if it was renamed.
    pub was: Option<String>,
    /// Its title, in the version that has it.
    pub title: String,
    /// The fields that differ, in the order of the format.
    pub fields: Vec<FieldChange>,
    /// Its fields in the version that has it, without its id and the entries in it.
    pub record: Map<String, Value>,
}

/// What changed, in the order in which people read a dossier: itself, its agreements with their clauses, events, memberships,
/// organisations, sectors, sources, and the rest.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// Every entry that differs.
    pub list: Vec<Change>,
    /// What people call the things that are referred to by their ids, by dossier and id.
    names: HashMap<(String, String), String>,
}

impl Changes {
    /// How many entries became this.
    pub fn count(&self, state: State) -> usize {
        self.list.iter().filter(|change| change.state == state).count()
    }

    /// What a thing that a changed entry refers to is called in the version that has it, the new one if both have; `None` for
    /// sources, which are cited by their ids.
    pub fn name(&self, change: &Change, id: &str) -> Option<&str> {
        self.names.get(&(change.dossier.clone(), id.to_owned())).map(String::as_str)
    }

    /// Whether they are of more than one dossier.
    pub fn is_of_several(&self) -> bool {
        self.list.windows(2).any(|pair| matches!(pair, [a, b] if a.dossier != b.dossier))
    }
}

/// What changed from one version to another. Dossiers are matched by their ids; one and one are always matched.
pub fn changes(old: &[Arc<Dossier>], new: &[Arc<Dossier>]) -> Changes {
    let mut found = Changes::default();
    for (old, new) in matched(old, new) {
        let id = new.or(old).map(|dossier| dossier.id.clone()).unwrap_or_default();
        let [olds, news] = [old, new].map(|dossier| dossier.map(entries).unwrap_or_default());
        for entry in olds.iter().chain(&news).filter(|entry| entry.kind.is_called_by_name()) {
            found.names.insert((id.clone(), entry.own.clone()), entry.title.clone());
        }
        found.list.extend(pair(olds, news).into_iter().filter_map(|pair| change(&id, pair)));
    }
    found
}

/// The dossiers of both versions with their counterparts, those that are gone last.
fn matched<'d>(
    old: &'d [Arc<Dossier>],
    new: &'d [Arc<Dossier>],
) -> Vec<(Option<&'d Dossier>, Option<&'d Dossier>)> {
    if let ([old], [new]) = (old, new) {
        return vec![(Some(old), Some(new))];
    }
    let olds: HashMap<&str, &Dossier> =
        old.iter().map(|dossier| (dossier.id.as_str(), dossier.as_ref())).collect();
    let kept: HashSet<&str> = new.iter().map(|dossier| dossier.id.as_str()).collect();
    let news = new.iter().map(|dossier| (olds.get(dossier.id.as_str()).copied(), Some(dossier.as_ref())));
    let gone = old.iter().filter(|dossier| !kept.contains(dossier.id.as_str()));
    news.chain(gone.map(|dossier| (Some(dossier.as_ref()), None))).collect()
}

/// What became of an entry; `None` if nothing did.
fn change(dossier: &str, pair: Pair) -> Option<Change> {
    let of = |state: State, entry: Entry, was: Option<String>, fields: Vec<FieldChange>| Change {
        state,
        kind: entry.kind,
        dossier: dossier.to_owned(),
        address: entry.address,
        was,
        title: entry.title,
        fields,
        record: entry.value,
    };
    match pair {
        Pair { old: None, new: Some(new), .. } => Some(of(State::Added, new, None, Vec::new())),
        Pair { old: Some(old), new: None, .. } => Some(of(State::Removed, old, None, Vec::new())),
        Pair { old: Some(old), new: Some(new), is_renamed: true } => {
            Some(of(State::Renamed, new, old.address, Vec::new()))
        }
        Pair { old: Some(old), new: Some(new), .. } => {
            let fields = fields::compare(new.kind, &old.value, &new.value);
            (!fields.is_empty()).then(|| of(State::Changed, new, None, fields))
        }
        Pair { old: None, new: None, .. } => None,
    }
}

#[cfg(test)]
mod tests;
