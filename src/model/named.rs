//! Parties and places by their ids: an agreement may have a hundred thousand.

use super::{Party, Place};
use std::collections::HashMap;
use std::sync::OnceLock;

/// Where the parties and the places of a dossier are in its lists, by their ids, found on first use.
#[derive(Clone, Debug, Default)]
pub(super) struct Named {
    parties: OnceLock<HashMap<String, usize>>,
    places: OnceLock<HashMap<String, usize>>,
}

/// It follows from the lists.
impl PartialEq for Named {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Named {
    /// The first of these parties with this id.
    pub(super) fn party<'a>(&self, parties: &'a [Party], id: &str) -> Option<&'a Party> {
        let found = self.parties.get_or_init(|| first_of_each(parties.iter().map(|party| &party.id)));
        parties.get(*found.get(id)?)
    }

    /// The first of these places with this id.
    pub(super) fn place<'a>(&self, places: &'a [Place], id: &str) -> Option<&'a Place> {
        let found = self.places.get_or_init(|| first_of_each(places.iter().map(|place| &place.id)));
        places.get(*found.get(id)?)
    }
}

fn first_of_each<'a>(ids: impl Iterator<Item = &'a String>) -> HashMap<String, usize> {
    let mut found = HashMap::new();
    for (place, id) in ids.enumerate() {
        found.entry(id.clone()).or_insert(place);
    }
    found
}
