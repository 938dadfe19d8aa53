//! Finds the item whose address a person typed.

use super::lists::{Order, items};
use super::unresolved::Unresolved;
use crate::model::{Address, Collection, ItemId, Kind, Part};
use crate::text::edit::Pattern;

/// The item that a text means: a whole address, else one without its dossier (`declaration-2022.borders`), else the
/// id of a clause (`borders`). An organisation may be followed by a party (`un:AZE`).
///
/// # Errors
/// If no item or more than one is meant.
pub fn resolve(collection: &Collection, typed: &str) -> Result<ItemId, Unresolved> {
    let typed = typed.trim();
    let mut found = addressed(collection, typed);
    if found.is_empty() {
        found = clauses_called(collection, typed);
    }
    match found.as_slice() {
        [item] => Ok(*item),
        [] if collection.dossiers().iter().any(|d| d.id == typed) => {
            Err(Unresolved::Dossier(typed.to_owned()))
        }
        [] => Err(Unresolved::Unknown { typed: typed.to_owned(), nearest: nearest(collection, typed) }),
        several => Err(Unresolved::Ambiguous {
            typed: typed.to_owned(),
            candidates: several
                .iter()
                .filter_map(|item| collection.address(*item))
                .map(String::from)
                .collect(),
        }),
    }
}

/// The item that a text in a search line means, if it looks like an address: like [`resolve`], but a plain word or number
/// is searched for, also where it is the id of a clause.
pub fn resolve_in_search(collection: &Collection, typed: &str) -> Option<ItemId> {
    let typed = typed.trim();
    if !looks_like_address(typed) {
        return None;
    }
    resolve(collection, typed).ok()
}

/// The same for a whole address or one without its dossier, which is found at once in any number of clauses.
pub fn resolve_at_once(collection: &Collection, typed: &str) -> Option<ItemId> {
    let typed = typed.trim();
    if !looks_like_address(typed) {
        return None;
    }
    match addressed(collection, typed).as_slice() {
        [item] => Some(*item),
        _ => None,
    }
}

/// The clauses of an agreement whose addresses go on from what was typed, at most this many: `declaration-2022.bor` is the beginning of
/// `declaration-2022.borders`.
pub fn begun(collection: &Collection, typed: &str, most: usize) -> Vec<ItemId> {
    let Some((agreement, id)) = typed.trim().rsplit_once(['.', '/']).filter(|(_, id)| !id.is_empty()) else {
        return Vec::new();
    };
    let clauses = |item: ItemId| {
        let agreement = collection.item(item).and_then(|item| item.agreement());
        let Part::Agreement(place) = item.part else { return Vec::new() };
        let parts = agreement.into_iter().flat_map(|of| of.clauses.iter().zip(of.parts(place)));
        let begins = parts.filter(|(clause, _)| clause.id.starts_with(id));
        begins.take(most).map(|(_, part)| ItemId { part, ..item }).collect()
    };
    addressed(collection, agreement).into_iter().flat_map(clauses).take(most).collect()
}

/// Whether a text is one word with letters and something else, as in `un-t9/art_1` or `ev-001`.
pub fn looks_like_address(typed: &str) -> bool {
    let typed = typed.trim();
    typed.contains(char::is_alphabetic)
        && typed.contains(|c: char| !c.is_alphabetic())
        && !typed.contains(char::is_whitespace)
}

/// The item at a whole address, else the items at such an address in each dossier.
fn addressed(collection: &Collection, typed: &str) -> Vec<ItemId> {
    let mut found = collection.addressed(typed);
    found.retain(|item| has_party(collection, *item, typed));
    found
}

/// The clauses with this id.
fn clauses_called(collection: &Collection, id: &str) -> Vec<ItemId> {
    let agreements = (0u32..)
        .zip(collection.dossiers())
        .flat_map(|(dossier, held)| (0u32..).zip(&held.agreements).map(move |(a, held)| (dossier, a, held)));
    let called = agreements.flat_map(|(dossier, a, agreement)| {
        let clauses = (0u32..).zip(&agreement.clauses).filter(|(_, clause)| clause.id == id);
        clauses.map(move |(c, _)| ItemId { dossier, part: Part::Clause(a, c) })
    });
    called.collect()
}

/// Whether the party after an organisation's address, if there is one, has a membership in it.
fn has_party(collection: &Collection, item: ItemId, address: &str) -> bool {
    let organisation = collection.item(item).and_then(|item| item.organisation());
    match organisation.zip(address.rsplit_once(':')) {
        Some((organisation, (_, party))) => organisation.membership(party).is_some(),
        None => true,
    }
}

/// The three addresses most like what was typed, by the whole address or its last parts; none for a single letter.
fn nearest(collection: &Collection, typed: &str) -> Vec<String> {
    const SHOWN: usize = 3;
    let typed = typed.to_lowercase();
    let Some(pattern) = Pattern::new(&typed).filter(|_| typed.chars().nth(1).is_some()) else {
        return Vec::new();
    };
    let everything = Kind::ALL.iter().flat_map(|kind| items(collection, *kind, Order::Usual));
    let mut near: Vec<(u32, Address)> = Vec::new();
    for address in everything.filter_map(|item| collection.address(item)) {
        let lower = address.as_str().to_lowercase();
        let local = lower.split_once('/').map_or("", |(_, local)| local);
        let last = local.rsplit_once('.').map_or(local, |(_, last)| last);
        let ways = [lower.as_str(), local, last];
        let Some(unlike) = ways.iter().filter_map(|way| unlikeness(&pattern, &typed, way)).min() else {
            continue;
        };
        let place = near.partition_point(|(other, _)| *other <= unlike);
        if place < SHOWN {
            near.insert(place, (unlike, address));
            near.truncate(SHOWN);
        }
    }
    near.into_iter().map(|(_, address)| String::from(address)).collect()
}

/// How unlike what was typed an address is, in hundredths: slips for its length, or half of what it has beside what was
/// typed. `None` if the two have little in common.
fn unlikeness(pattern: &Pattern, typed: &str, address: &str) -> Option<u32> {
    /// More slips than two in five letters are another word.
    const MOST: u32 = 40;
    let letters = |text: &str| u32::try_from(text.chars().count()).unwrap_or(u32::MAX).max(1);
    let longest = letters(typed).max(letters(address));
    let slips = pattern.distance(address).whole.saturating_mul(100) / longest;
    let part = address.contains(typed).then(|| (letters(address) - letters(typed)) * 50 / longest);
    part.into_iter().chain((slips <= MOST).then_some(slips)).min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::builtin;
    use std::sync::Arc;

    fn collection() -> Collection {
        Collection::new(vec![Arc::new(builtin().unwrap())])
    }

    #[test]
    fn an_unambiguous_ending_is_enough() {
        let collection = collection();
        for (typed, address) in [
            ("aze-kgz/declaration-2022.borders", "aze-kgz/declaration-2022.borders"),
            ("declaration-2022.borders", "aze-kgz/declaration-2022.borders"),
            ("borders", "aze-kgz/declaration-2022.borders"),
            (" energy ", "aze-kgz/energy"),
            ("un:AZE", "aze-kgz/un"),
            ("aze-kgz/un:KGZ", "aze-kgz/un"),
            ("ev-001", "aze-kgz/ev-001"),
        ] {
            let item = resolve(&collection, typed).unwrap();
            assert_eq!(collection.address(item).unwrap().as_str(), address, "{typed}");
        }
    }

    #[test]
    fn what_is_not_there_gets_the_nearest() {
        let collection = collection();
        let nearest = |typed: &str| match resolve(&collection, typed) {
            Err(Unresolved::Unknown { nearest, .. }) => nearest,
            other => panic!("{other:?}"),
        };
        assert_eq!(nearest("boarders")[0], "aze-kgz/declaration-2022.borders");
        assert_eq!(nearest("declaration-2023")[0], "aze-kgz/declaration-2022");
        assert_eq!(nearest("declaration")[0], "aze-kgz/declaration-2022");
        // A letter is like everything, and some words are like nothing.
        assert!(nearest("x").is_empty() && nearest("ж").is_empty() && nearest("qqqqqqq").is_empty());
        assert!(matches!(resolve(&collection, "un:XYZ"), Err(Unresolved::Unknown { .. })));
        assert!(matches!(resolve(&collection, ""), Err(Unresolved::Unknown { .. })));
        assert_eq!(resolve(&collection, "aze-kgz"), Err(Unresolved::Dossier("aze-kgz".to_owned())));
        let long = "x".repeat(10_000);
        assert!(
            matches!(resolve(&collection, &long), Err(Unresolved::Unknown { nearest, .. }) if nearest.is_empty())
        );
    }

    #[test]
    fn a_search_line_may_be_an_address() {
        let collection = collection();
        for (typed, address) in [
            (" aze-kgz/declaration-2022.borders\t", Some("aze-kgz/declaration-2022.borders")),
            ("declaration-2022.borders", Some("aze-kgz/declaration-2022.borders")),
            ("ev-001", Some("aze-kgz/ev-001")),
            ("un:AZE", Some("aze-kgz/un")),
            // Words to search for.
            ("energy", None),
            ("borders", None),
            ("2022", None),
            ("declaration-2022 borders", None),
            ("one-to-one", None),
        ] {
            let found = resolve_in_search(&collection, typed);
            assert_eq!(resolve_at_once(&collection, typed), found, "{typed}");
            let found = found.and_then(|item| collection.address(item)).map(String::from);
            assert_eq!(found.as_deref(), address, "{typed}");
        }
    }

    #[test]
    fn what_several_have_is_listed() {
        let mut second = builtin().unwrap();
        second.id = "other".to_owned();
        let collection = Collection::new(vec![Arc::new(builtin().unwrap()), Arc::new(second)]);
        let Err(Unresolved::Ambiguous { candidates, .. }) = resolve(&collection, "borders") else { panic!() };
        assert_eq!(candidates, ["aze-kgz/declaration-2022.borders", "other/declaration-2022.borders"]);
        assert!(resolve(&collection, "other/declaration-2022.borders").is_ok());
    }
}
