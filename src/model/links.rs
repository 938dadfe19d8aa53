//! The links of a dossier, in the direction that its lists do not have.

use super::{Basis, Part, PartMap};
use std::collections::HashMap;

/// The links of a dossier, from each part to those that name it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Links {
    named_by: PartMap<Vec<Part>>,
    cited_by: PartMap<Vec<Part>>,
    acts: PartMap<Vec<(Part, Basis)>>,
    signings: PartMap<Vec<Part>>,
    packages: HashMap<String, Vec<Part>>,
}

impl Links {
    /// What names this part, in the order of the dossier: clauses, agreements and events for a sector, events for an
    /// agreement or an organisation, disputes for anything.
    pub fn naming(&self, part: Part) -> &[Part] {
        self.named_by.get(&part).map(Vec::as_slice).unwrap_or_default()
    }

    /// What cites this source, each part once, in the order of the dossier.
    pub fn citing(&self, source: Part) -> &[Part] {
        self.cited_by.get(&source).map(Vec::as_slice).unwrap_or_default()
    }

    /// Events and agreements that carry out this clause, with the basis of each.
    pub fn carrying_out(&self, clause: Part) -> &[(Part, Basis)] {
        self.acts.get(&clause).map(Vec::as_slice).unwrap_or_default()
    }

    /// The signings of this agreement, in the order of the dossier.
    pub fn signings(&self, agreement: Part) -> &[Part] {
        self.signings.get(&agreement).map(Vec::as_slice).unwrap_or_default()
    }

    /// The agreements of a package, in the order of the dossier.
    pub fn package(&self, package: &str) -> &[Part] {
        self.packages.get(package).map(Vec::as_slice).unwrap_or_default()
    }

    pub(super) fn add_named(&mut self, named: Part, by: Part) {
        push_once(self.named_by.entry(named).or_default(), by);
    }

    pub(super) fn add_cited(&mut self, source: Part, by: Part) {
        push_once(self.cited_by.entry(source).or_default(), by);
    }

    pub(super) fn add_act(&mut self, clause: Part, by: Part, basis: Basis) {
        self.acts.entry(clause).or_default().push((by, basis));
    }

    pub(super) fn add_signing(&mut self, agreement: Part, event: Part) {
        push_once(self.signings.entry(agreement).or_default(), event);
    }

    pub(super) fn add_to_package(&mut self, package: &str, agreement: Part) {
        self.packages.entry(package.to_owned()).or_default().push(agreement);
    }
}

/// Each part adds all its links at once, so only the last one can be a repetition.
fn push_once(list: &mut Vec<Part>, part: Part) {
    if list.last() != Some(&part) {
        list.push(part);
    }
}
