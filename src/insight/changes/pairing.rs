//! Matches the entries of two versions: by kind and id, then those whose id alone changed by their content.

use super::entries::Entry;
use super::kind::EntryKind;
use crate::data::{rename_references, renamed};
use serde_json::Value;
use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

/// An entry of both versions, or of one.
pub(super) struct Pair {
    pub(super) old: Option<Entry>,
    pub(super) new: Option<Entry>,
    /// Whether only the id differs.
    pub(super) is_renamed: bool,
}

/// Matches two versions of a dossier. The pairs have the order of the new version, what was removed after what preceded it.
pub(super) fn pair(mut old: Vec<Entry>, new: Vec<Entry>) -> Vec<Pair> {
    let mut matches = Matches { of_old: vec![None; old.len()], is_taken: vec![false; new.len()] };
    let (of_old, of_new) = (by_kind(&old), by_kind(&new));
    let mut renamed = Renamed::default();
    for kind in EntryKind::BY_REFERENCE {
        let places = |of: &HashMap<EntryKind, Vec<usize>>| of.get(&kind).cloned().unwrap_or_default();
        let (mut olds, mut news) = (places(&of_old), places(&of_new));
        for at in &olds {
            old.get_mut(*at).into_iter().for_each(|entry| renamed.update(entry));
        }
        let id = |entry: &Entry| (entry.parent.clone(), entry.own.clone());
        matches.take(&matched((&old, &olds), (&new, &news), id), false);
        if kind.has_own_id() {
            olds.retain(|at| matches.of_old.get(*at) == Some(&None));
            news.retain(|at| matches.is_taken.get(*at) == Some(&false));
            let content =
                |entry: &Entry| (entry.parent.clone(), Value::Object(entry.value.clone()).to_string());
            let pairs = matched((&old, &olds), (&new, &news), content);
            matches.take(&pairs, true);
            for (a, b) in pairs {
                old.get(a).zip(new.get(b)).into_iter().for_each(|(old, new)| renamed.note(old, new));
            }
        }
    }
    in_order(old, new, matches.of_old)
}

/// What has been matched so far.
struct Matches {
    /// For each old entry the place of its new one, and whether only its id differs.
    of_old: Vec<Option<(usize, bool)>>,
    /// For each new entry whether it has an old one.
    is_taken: Vec<bool>,
}

impl Matches {
    fn take(&mut self, pairs: &[(usize, usize)], is_renamed: bool) {
        for (old, new) in pairs {
            self.of_old.get_mut(*old).into_iter().for_each(|slot| *slot = Some((*new, is_renamed)));
            self.is_taken.get_mut(*new).into_iter().for_each(|slot| *slot = true);
        }
    }
}

fn by_kind(entries: &[Entry]) -> HashMap<EntryKind, Vec<usize>> {
    let mut places: HashMap<EntryKind, Vec<usize>> = HashMap::new();
    for (at, entry) in entries.iter().enumerate() {
        places.entry(entry.kind).or_default().push(at);
    }
    places
}

/// The places of old and new entries with the same key; of several with one key, the first with the first.
fn matched<K: Hash + Eq>(
    (old, olds): (&[Entry], &[usize]),
    (new, news): (&[Entry], &[usize]),
    key: impl Fn(&Entry) -> K,
) -> Vec<(usize, usize)> {
    let mut free: HashMap<K, VecDeque<usize>> = HashMap::new();
    for (at, entry) in news.iter().filter_map(|at| Some((*at, new.get(*at)?))) {
        free.entry(key(entry)).or_default().push_back(at);
    }
    let olds = olds.iter().filter_map(|at| Some((*at, old.get(*at)?)));
    olds.filter_map(|(at, entry)| Some((at, free.get_mut(&key(entry))?.pop_front()?))).collect()
}

/// All entries in the order of the new version, what was removed after what preceded it.
fn in_order(old: Vec<Entry>, new: Vec<Entry>, of_old: Vec<Option<(usize, bool)>>) -> Vec<Pair> {
    let mut removed: Vec<Vec<Entry>> = (0..=new.len()).map(|_| Vec::new()).collect();
    let mut kept: Vec<Option<(Entry, bool)>> = (0..new.len()).map(|_| None).collect();
    let mut after = 0;
    for (entry, place) in old.into_iter().zip(of_old) {
        if let Some((at, is_renamed)) = place {
            after = at + 1;
            if let Some(slot) = kept.get_mut(at) {
                *slot = Some((entry, is_renamed));
            }
        } else if let Some(list) = removed.get_mut(after) {
            list.push(entry);
        }
    }
    let gone = |old: Entry| Pair { old: Some(old), new: None, is_renamed: false };
    let mut removed = removed.into_iter();
    let mut pairs: Vec<Pair> = removed.next().into_iter().flatten().map(gone).collect();
    for ((new, kept), removed) in new.into_iter().zip(kept).zip(removed) {
        let (old, is_renamed) = kept.map_or((None, false), |(old, is_renamed)| (Some(old), is_renamed));
        pairs.push(Pair { old, new: Some(new), is_renamed });
        pairs.extend(removed.into_iter().map(gone));
    }
    pairs
}

/// The new ids of what was renamed. What refers to it has not changed by that.
#[derive(Default)]
struct Renamed(HashMap<String, String>);

impl Renamed {
    fn note(&mut self, old: &Entry, new: &Entry) {
        let id = |entry: &Entry| match entry.kind {
            EntryKind::Clause => format!("{}.{}", entry.parent, entry.own),
            _ => entry.own.clone(),
        };
        self.0.insert(id(old), id(new));
    }

    /// Writes the new ids into an entry of the old version.
    fn update(&self, entry: &mut Entry) {
        if self.0.is_empty() {
            return;
        }
        self.rename(&mut entry.parent);
        if entry.kind == EntryKind::Membership {
            self.rename(&mut entry.own);
        }
        rename_references(&mut entry.value, &|_, id| self.0.get(id).cloned());
    }

    fn rename(&self, id: &mut String) {
        if let Some(new) = renamed(id, &|id| self.0.get(id).cloned()) {
            *id = new;
        }
    }
}
