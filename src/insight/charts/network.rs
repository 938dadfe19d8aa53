//! Who signs with whom: how many agreements each two states have in common, like beside like.

use super::atlas::{Atlas, Site};
use crate::model::ItemId;
use std::collections::HashMap;

/// The most states of a network: more are not readable.
const MOST: usize = 60;

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct Network {
    /// The states with most agreements, each beside those that sign with the same states.
    pub states: Vec<Site>,
    /// How many states there are in all.
    pub all: usize,
    /// The most agreements that two states have in common.
    pub most: usize,
    /// For each state, how many agreements it has in common with each; with itself, how many it has.
    shared: Vec<Vec<usize>>,
}

impl Network {
    /// The network of the parties of agreements.
    ///
    /// The order is a chain: it starts at the state with most agreements, and goes on to the state whose row is most like
    /// that of the last one, by the cosine of the angle between the two rows.
    pub fn of(atlas: &Atlas) -> Self {
        let states: Vec<&Site> = atlas.sites.iter().take(MOST).collect();
        let mut parties: HashMap<ItemId, Vec<usize>> = HashMap::new();
        for (place, state) in states.iter().enumerate() {
            for item in &state.items {
                parties.entry(*item).or_default().push(place);
            }
        }
        let mut shared = vec![vec![0; states.len()]; states.len()];
        for of in parties.values() {
            for a in of {
                for b in of {
                    if let Some(number) = shared.get_mut(*a).and_then(|row| row.get_mut(*b)) {
                        *number += 1;
                    }
                }
            }
        }
        let order = chain(&shared);
        let row = |from: &usize| -> Vec<usize> {
            let row = shared.get(*from).map(Vec::as_slice).unwrap_or_default();
            order.iter().map(|to| row.get(*to).copied().unwrap_or(0)).collect()
        };
        let mut network = Self {
            states: order
                .iter()
                .filter_map(|place| states.get(*place))
                .map(|state| (*state).clone())
                .collect(),
            all: atlas.sites.len(),
            most: 0,
            shared: order.iter().map(row).collect(),
        };
        let pairs = (0..network.states.len()).flat_map(|a| (0..a).map(move |b| (a, b)));
        network.most = pairs.map(|(a, b)| network.shared(a, b)).max().unwrap_or(0);
        network
    }

    /// How many agreements two states have in common.
    pub fn shared(&self, a: usize, b: usize) -> usize {
        self.shared.get(a).and_then(|row| row.get(b)).copied().unwrap_or(0)
    }

    /// The agreements that two states have in common.
    pub fn agreements(&self, a: usize, b: usize) -> Vec<ItemId> {
        let of =
            |place: usize| self.states.get(place).map(|state| state.items.as_slice()).unwrap_or_default();
        of(a).iter().copied().filter(|item| of(b).contains(item)).collect()
    }
}

/// The places of the rows, each after the one that is most like it.
fn chain(rows: &[Vec<usize>]) -> Vec<usize> {
    let mut left: Vec<usize> = (0..rows.len()).collect();
    let mut order: Vec<usize> = Vec::new();
    while !left.is_empty() {
        let last = order.last().and_then(|last| rows.get(*last));
        let likeness = |place: &usize| {
            let row = rows.get(*place);
            last.zip(row).map_or(0.0, |(last, row)| cosine(last, row))
        };
        // Of rows that are equally like it, the first: that with most agreements.
        let next = left.iter().enumerate().rev().max_by(|(_, a), (_, b)| likeness(a).total_cmp(&likeness(b)));
        match next.map(|(at, _)| at) {
            Some(at) => order.push(left.remove(at)),
            None => break,
        }
    }
    order
}

fn cosine(a: &[usize], b: &[usize]) -> f64 {
    let dot = |a: &[usize], b: &[usize]| a.iter().zip(b).map(|(a, b)| (a * b) as f64).sum::<f64>();
    let length = (dot(a, a) * dot(b, b)).sqrt();
    if length > 0.0 { dot(a, b) / length } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::{Order, items};
    use crate::model::{Collection, Dossier, Kind};
    use serde_json::json;
    use std::sync::Arc;

    #[test]
    fn states_that_sign_with_the_same_others_stand_side_by_side() {
        let pairs =
            [("AZE", "KGZ"), ("KGZ", "KAZ"), ("KAZ", "AZE"), ("CHL", "PER"), ("PER", "MEX"), ("MEX", "CHL")];
        let agreements: Vec<_> = pairs
            .iter()
            .enumerate()
            .map(|(i, (a, b))| json!({ "id": format!("a{i}"), "title": "Treaty", "parties": [a, b] }))
            .collect();
        let codes = ["AZE", "KGZ", "KAZ", "CHL", "PER", "MEX"];
        let parties: Vec<_> =
            codes.iter().map(|code| json!({ "id": code, "kind": "state", "name": code })).collect();
        let dossier = json!({ "format": "accords/1", "id": "d", "title": "D", "parties": parties, "agreements": agreements });
        let dossier = serde_json::from_value::<Dossier>(dossier).unwrap().arrange();
        let collection = Collection::new(vec![Arc::new(dossier)]);
        let all = items(&collection, Kind::Agreement, Order::Usual);
        let network = Network::of(&Atlas::parties(&collection, &all, None));
        let order: Vec<&str> = network.states.iter().map(|state| state.code.as_str()).collect();
        let first = &order[..3];
        assert!(
            ["AZE", "KAZ", "KGZ"].iter().all(|code| first.contains(code))
                || ["CHL", "MEX", "PER"].iter().all(|code| first.contains(code)),
            "{order:?}"
        );
        for a in 0..6 {
            for b in 0..a {
                assert_eq!(network.shared(a, b), network.agreements(a, b).len());
                assert_eq!(network.shared(a, b), network.shared(b, a));
            }
        }
        assert_eq!((network.most, network.all), (1, 6));
    }
}
