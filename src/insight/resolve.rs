//! Finds the item whose address a person typed.

use super::lists::{Order, items};
use crate::model::{Address, Collection, ItemId, Kind};
use crate::text::edit::Pattern;
use std::fmt;

/// Why a text is not the address of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unresolved {
    /// No item has it.
    Unknown {
        /// What was typed.
        typed: String,
        /// The nearest addresses, nearest first.
        nearest: Vec<String>,
    },
    /// The addresses of several items end like this.
    Ambiguous {
        /// What was typed.
        typed: String,
        /// Their addresses.
        candidates: Vec<String>,
    },
    /// It is the id of a dossier, which is not an item.
    Dossier(String),
}

impl std::error::Error for Unresolved {}

/// One line, not yet filtered for a terminal.
impl fmt::Display for Unresolved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown { typed, nearest } if nearest.is_empty() => {
                write!(f, "no item has the address {typed}")
            }
            Self::Unknown { typed, nearest } => {
                write!(f, "no item has the address {typed}; nearest: {}", nearest.join(", "))
            }
            Self::Ambiguous { typed, candidates } => {
                /// The most that are listed; the rest is counted.
                const SHOWN: usize = 12;
                let shown: Vec<&str> = candidates.iter().take(SHOWN).map(String::as_str).collect();
                write!(f, "several addresses end in {typed}: {}", shown.join(", "))?;
                match candidates.len().saturating_sub(SHOWN) {
                    0 => Ok(()),
                    more => write!(f, " and {more} more"),
                }
            }
            Self::Dossier(id) => write!(f, "{id} is a whole dossier; give an item in it, as in {id}/…"),
        }
    }
}

/// The item that a text means: a whole address, else one without its dossier (`declaration-2022.borders`), else the
/// id of a clause (`borders`). An organisation may be followed by a party (`un:AZE`).
///
/// # Errors
/// If no item or more than one is meant.
pub fn resolve(collection: &Collection, typed: &str) -> Result<ItemId, Unresolved> {
    let typed = typed.trim();
    let exact = collection.find(typed).filter(|item| has_party(collection, *item, typed));
    if let Some(item) = exact {
        return Ok(item);
    }
    let mut found: Vec<ItemId> = (0u32..)
        .zip(collection.dossiers())
        .filter_map(|(dossier, held)| Some(ItemId { dossier, part: held.find(typed)? }))
        .filter(|item| has_party(collection, *item, typed))
        .collect();
    if found.is_empty() {
        let own_id = |item: &ItemId| collection.item(*item).and_then(|item| Some(item.clause()?.id.as_str()));
        let named = |item: &ItemId| own_id(item) == Some(typed);
        found = items(collection, Kind::Clause, Order::Usual).into_iter().filter(named).collect();
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

/// Whether the party after an organisation's address, if there is one, has a membership in it.
fn has_party(collection: &Collection, item: ItemId, address: &str) -> bool {
    let organisation = collection.item(item).and_then(|item| item.organisation());
    match organisation.zip(address.rsplit_once(':')) {
        Some((organisation, (_, party))) => organisation.membership(party).is_some(),
        None => true,
    }
}

/// The three addresses nearest to what was typed, by the whole address or its last parts.
fn nearest(collection: &Collection, typed: &str) -> Vec<String> {
    const SHOWN: usize = 3;
    let Some(pattern) = Pattern::new(&typed.to_lowercase()) else { return Vec::new() };
    let everything = Kind::ALL.iter().flat_map(|kind| items(collection, *kind, Order::Usual));
    let mut near: Vec<(u32, Address)> = Vec::new();
    for address in everything.filter_map(|item| collection.address(item)) {
        let lower = address.as_str().to_lowercase();
        let local = lower.split_once('/').map_or("", |(_, local)| local);
        let last = local.rsplit_once('.').map_or(local, |(_, last)| last);
        let ways = [lower.as_str(), local, last];
        let distance = ways.iter().map(|way| pattern.distance(way).whole).min();
        let Some(distance) = distance else { continue };
        let place = near.partition_point(|(other, _)| *other <= distance);
        if place < SHOWN {
            near.insert(place, (distance, address));
            near.truncate(SHOWN);
        }
    }
    near.into_iter().map(|(_, address)| String::from(address)).collect()
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
        let Err(Unresolved::Unknown { nearest, .. }) = resolve(&collection, "boarders") else { panic!() };
        assert_eq!((nearest.len(), nearest[0].as_str()), (3, "aze-kgz/declaration-2022.borders"));
        assert!(matches!(resolve(&collection, "un:XYZ"), Err(Unresolved::Unknown { .. })));
        assert!(matches!(resolve(&collection, ""), Err(Unresolved::Unknown { .. })));
        assert_eq!(resolve(&collection, "aze-kgz"), Err(Unresolved::Dossier("aze-kgz".to_owned())));
        let long = "x".repeat(10_000);
        assert!(
            matches!(resolve(&collection, &long), Err(Unresolved::Unknown { nearest, .. }) if nearest.is_empty())
        );
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
