//! Which states are parties to agreements, how often, and where they are.

use crate::data::states::{self, StatePoint, state_point};
use crate::model::{Collection, Dossier, ItemId, PartyKind};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

/// A state with the agreements that it is a party to.
#[derive(Clone, Debug, PartialEq)]
pub struct Partner {
    /// Its code, or its name if the register of states does not have it.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its agreements, in the order in which they were given.
    pub agreements: Vec<ItemId>,
    /// The years of the first and the last of them that has a date.
    pub years: Option<(u16, u16)>,
    /// Where it is.
    pub at: Option<StatePoint>,
}

/// A place of events.
#[derive(Clone, Debug, PartialEq)]
pub struct EventPlace {
    /// Its name.
    pub name: String,
    /// Degrees north and east.
    pub at: (f64, f64),
    /// How many events took place there.
    pub events: usize,
}

/// See the module.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Partners {
    /// The state whose partners these are; `None` if they are the parties of all agreements.
    pub of: Option<Partner>,
    /// The states, those with most agreements first.
    pub states: Vec<Partner>,
    /// How many agreements there are of which a party is known.
    pub agreements: usize,
    /// The places of events whose coordinates are on record, those with most events first.
    pub places: Vec<EventPlace>,
}

impl Partners {
    /// The parties of agreements or, of a state, those of the agreements that it is a party to.
    pub fn of(collection: &Collection, agreements: &[ItemId], of: Option<&str>) -> Self {
        let mut named = Named::default();
        let mut by_code: BTreeMap<String, Vec<ItemId>> = BTreeMap::new();
        let mut counted = 0;
        for item in agreements {
            let codes = named.parties(collection, *item);
            if codes.is_empty() || of.is_some_and(|of| !codes.iter().any(|code| code == of)) {
                continue;
            }
            counted += 1;
            for code in codes {
                by_code.entry(code).or_default().push(*item);
            }
        }
        let partner = |(code, agreements): (String, Vec<ItemId>)| {
            let years = agreements.iter().filter_map(|item| collection.date(*item)).map(|date| date.year());
            let years = years.clone().min().zip(years.max());
            let name = named.names.get(&code).cloned().unwrap_or_else(|| code.clone());
            Partner { at: state_point(&code), name, code, agreements, years }
        };
        let mut states: Vec<Partner> = by_code.into_iter().map(partner).collect();
        let own = states.iter().position(|state| Some(state.code.as_str()) == of);
        let own = own.map(|place| states.remove(place));
        states.sort_by(|a, b| {
            (Reverse(a.agreements.len()), &a.name).cmp(&(Reverse(b.agreements.len()), &b.name))
        });
        Self { of: own, states, agreements: counted, places: places(collection) }
    }
}

impl Partners {
    /// The states by region, the region with most of them first; those that no region is known of last.
    pub fn by_region(&self) -> Vec<(&'static str, Vec<&Partner>)> {
        let mut regions: Vec<(&'static str, Vec<&Partner>)> = Vec::new();
        for state in &self.states {
            let region = state.region();
            match regions.iter_mut().find(|(own, _)| *own == region) {
                Some((_, states)) => states.push(state),
                None => regions.push((region, vec![state])),
            }
        }
        regions.sort_by_key(|(region, states)| (*region == Partner::NOWHERE, Reverse(states.len())));
        regions
    }
}

impl Partner {
    /// The region of states that belong to none on the map.
    pub const NOWHERE: &'static str = "no region";

    /// Its region of the United Nations.
    pub fn region(&self) -> &'static str {
        self.at.map(|at| at.region).filter(|region| !region.is_empty()).unwrap_or(Self::NOWHERE)
    }
}

/// The codes of parties that were looked up, and the names of codes.
#[derive(Default)]
struct Named<'a> {
    codes: HashMap<(u32, &'a str), Option<String>>,
    names: HashMap<String, String>,
}

impl<'a> Named<'a> {
    /// The codes of the states that are parties to an agreement, each once; a ministry or a city counts for its state.
    fn parties(&mut self, collection: &'a Collection, item: ItemId) -> Vec<String> {
        let (Some(dossier), Some(agreement)) = (collection.dossier(item), collection.agreement(item)) else {
            return Vec::new();
        };
        let mut codes: Vec<String> = Vec::new();
        for id in &agreement.parties {
            let known = self.codes.get(&(item.dossier, id.as_str())).cloned();
            let code = known.unwrap_or_else(|| {
                let found = code_of(dossier, id);
                if let Some((code, name)) = &found {
                    self.names.entry(code.clone()).or_insert_with(|| name.clone());
                }
                let code = found.map(|(code, _)| code);
                self.codes.insert((item.dossier, id), code.clone());
                code
            });
            codes.extend(code.filter(|code| !codes.contains(code)));
        }
        codes
    }
}

/// The code and the name of the state that a party is or belongs to; `None` for what is no state.
fn code_of(dossier: &Dossier, id: &str) -> Option<(String, String)> {
    let (mut id, mut seen) = (id, HashSet::new());
    while let Some(of) = dossier.party(id).and_then(|party| party.of.as_deref()).filter(|_| seen.insert(id)) {
        id = of;
    }
    let party = dossier.party(id);
    if party.is_some_and(|party| party.kind != PartyKind::State) {
        return None;
    }
    let register = states::states();
    let place = register.binary_search_by(|state| state.code.as_str().cmp(id)).ok();
    if let Some(state) = place.and_then(|place| register.get(place)) {
        return Some((state.code.clone(), state.name.clone()));
    }
    let name = &party?.name;
    match states::find(name, None, None).as_slice() {
        [one] => Some((one.code.clone(), one.name.clone())),
        _ => Some((name.clone(), name.clone())),
    }
}

fn places(collection: &Collection) -> Vec<EventPlace> {
    let mut places: Vec<EventPlace> = Vec::new();
    for dossier in collection.dossiers() {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for id in dossier.events.iter().flat_map(|event| &event.places) {
            *counts.entry(id).or_default() += 1;
        }
        for place in &dossier.places {
            let events = counts.get(place.id.as_str()).copied().unwrap_or(0);
            if let Some(at) = place.latitude.zip(place.longitude).filter(|_| events > 0) {
                places.push(EventPlace { name: place.name.clone(), at, events });
            }
        }
    }
    places.sort_by(|a, b| (Reverse(a.events), &a.name).cmp(&(Reverse(b.events), &b.name)));
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::{Order, items};
    use crate::model::Kind;
    use std::sync::Arc;

    #[test]
    fn parties_are_counted_once_an_agreement_and_partners_are_those_beside_a_state() {
        let collection = Collection::new(vec![Arc::new(crate::data::builtin().unwrap())]);
        let agreements = items(&collection, Kind::Agreement, Order::Usual);
        let all = Partners::of(&collection, &agreements, None);
        assert!(all.states.iter().any(|state| state.code == "KGZ" && state.at.is_some()));
        assert!(all.states.is_sorted_by_key(|state| Reverse(state.agreements.len())));
        assert!(all.states.iter().all(|state| state.agreements.len() <= all.agreements));
        let of = Partners::of(&collection, &agreements, Some("AZE"));
        let own = of.of.as_ref().unwrap();
        assert_eq!(own.agreements.len(), of.agreements);
        assert!(of.states.iter().all(|state| state.code != "AZE"));
        for state in &of.states {
            assert!(state.agreements.iter().all(|item| own.agreements.contains(item)), "{}", state.name);
        }
        let baku = of.places.iter().find(|place| place.name == "Baku").unwrap();
        let events = &collection.dossiers()[0].events;
        assert_eq!(
            baku.events,
            events.iter().filter(|event| event.places.contains(&"at-baku".to_owned())).count()
        );
    }
}
