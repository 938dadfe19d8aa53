//! What the value of a filter means in a collection.

use crate::data::states::find;
use crate::model::{Collection, Kind};
use crate::search::query::{AnyKind, Filter, Fit, each_named, fit, kind, kind_words};
use std::collections::BTreeSet;

/// Things that a value means: each by the place of its dossier and its id.
pub(super) type Named = Vec<(u32, String)>;

/// What a value of `kind:` means.
pub(super) enum MeantKind {
    /// A kind of item.
    Item(Kind),
    /// Agreements that call themselves so.
    Agreements(Named),
}

/// The kind that a value means: the one it fits best among the known ones and those that what is open uses.
///
/// # Errors
/// A message if there is none.
pub(super) fn kind_meant(collection: &Collection, value: &str) -> Result<MeantKind, String> {
    let (own_fit, own) = fitting(collection, Filter::Form, value);
    match kind(value) {
        Some((fit, AnyKind::Item(kind))) if own_fit <= Some(fit) => Ok(MeantKind::Item(kind)),
        Some((fit, AnyKind::Agreement(kind))) if own_fit <= Some(fit) => {
            let (_, known) = fitting(collection, Filter::Form, kind.word());
            Ok(MeantKind::Agreements(if known.is_empty() { own } else { known }))
        }
        _ if own.is_empty() => {
            let mut kinds: BTreeSet<String> = BTreeSet::new();
            for dossier in collection.dossiers() {
                each_named(dossier, Filter::Form, |word, _| _ = kinds.insert(word.to_owned()));
            }
            let known: Vec<&str> = kind_words().collect();
            let others = kinds.iter().map(String::as_str).filter(|kind| !known.contains(kind));
            let all: Vec<&str> = known.iter().copied().chain(others).collect();
            Err(format!("there is no kind {value}; kinds are {}", all.join(", ")))
        }
        _ => Ok(MeantKind::Agreements(own)),
    }
}

/// What a value means for a filter.
///
/// # Errors
/// A message if it means nothing, or several states.
pub(super) fn meant(collection: &Collection, field: Filter, value: &str) -> Result<Named, String> {
    let states = states_named(collection, field, value)?;
    let named = if states.is_empty() { fitting(collection, field, value).1 } else { states };
    if named.is_empty() { Err(format!("nothing is called {value}")) } else { Ok(named) }
}

/// The parties that are the state with this code or name; empty if none is.
///
/// # Errors
/// A message if it is the code or name of several states.
fn states_named(collection: &Collection, field: Filter, value: &str) -> Result<Named, String> {
    let states = if field == Filter::Party { find(value, None, None) } else { Vec::new() };
    let parties = (0u32..)
        .zip(collection.dossiers())
        .flat_map(|(place, dossier)| dossier.parties.iter().map(move |party| (place, party.id.as_str())));
    let meant = parties.filter(|(_, id)| states.iter().any(|state| state.code == *id));
    let (own, others): (Vec<_>, Vec<_>) =
        meant.map(|(place, id)| (place, id.to_owned())).partition(|(_, id)| id.eq_ignore_ascii_case(value));
    if !own.is_empty() {
        return Ok(own);
    }
    if states.len() > 1 && !others.is_empty() {
        let names: Vec<String> = states.iter().map(|s| format!("{} ({})", s.name, s.code)).collect();
        return Err(format!("{value} can be {}", names.join(" or ")));
    }
    Ok(others)
}

/// Everything that a value fits best, and how well; `None` if it fits nothing.
fn fitting(collection: &Collection, field: Filter, value: &str) -> (Option<Fit>, Named) {
    let mut best: Option<Fit> = None;
    let mut found = Vec::new();
    for (place, dossier) in (0u32..).zip(collection.dossiers()) {
        each_named(dossier, field, |id, names| {
            let fit = fit(value, id, names.iter().copied());
            if fit.is_none() || fit < best {
                return;
            }
            if fit > best {
                found.clear();
                best = fit;
            }
            found.push((place, id.to_owned()));
        });
    }
    (best, found)
}
