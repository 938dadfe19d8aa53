//! Who names whom in a dossier, found once, so that asking costs what the answer costs.

use super::{Basis, CarriesOut, Dossier, Part};
use std::collections::HashMap;

/// The links of a dossier, from the thing that is named to those that name it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Links {
    named_by: HashMap<Part, Vec<Part>>,
    cited_by: HashMap<Part, Vec<Part>>,
    acts: HashMap<Part, Vec<(Part, Basis)>>,
}

impl Links {
    /// What names this thing: for a sector its clauses, agreements and events, for an agreement and an organisation
    /// their events, for anything the disputes about it. In the order of the dossier.
    pub fn naming(&self, part: Part) -> &[Part] {
        self.named_by.get(&part).map(Vec::as_slice).unwrap_or_default()
    }

    /// What cites this source, each thing once, in the order of the dossier.
    pub fn citing(&self, source: Part) -> &[Part] {
        self.cited_by.get(&source).map(Vec::as_slice).unwrap_or_default()
    }

    /// Events and agreements that carry out this clause, with the basis of each.
    pub fn carrying_out(&self, clause: Part) -> &[(Part, Basis)] {
        self.acts.get(&clause).map(Vec::as_slice).unwrap_or_default()
    }

    pub(super) fn of(dossier: &Dossier) -> Self {
        let mut links = Self::default();
        let mut add = Adder { dossier, links: &mut links };
        for (a, agreement) in (0u32..).zip(&dossier.agreements) {
            let part = Part::Agreement(a);
            add.named(part, &agreement.sectors);
            add.cited(part, &[&agreement.sources]);
            add.acts(part, &agreement.carries_out);
            for (c, clause) in (0u32..).zip(&agreement.clauses) {
                add.named(Part::Clause(a, c), &clause.sectors);
                add.cited(Part::Clause(a, c), &[&clause.sources]);
            }
        }
        for (e, event) in (0u32..).zip(&dossier.events) {
            let part = Part::Event(e);
            for ids in [&event.sectors, &event.agreements, &event.organisations] {
                add.named(part, ids);
            }
            add.cited(part, &[&event.sources]);
            add.acts(part, &event.carries_out);
        }
        for (s, sector) in (0u32..).zip(&dossier.sectors) {
            add.cited(Part::Sector(s), &[&sector.sources]);
        }
        for (o, organisation) in (0u32..).zip(&dossier.organisations) {
            let places = organisation.memberships.iter().flat_map(|m| [&m.sources, &m.since_sources]);
            let lists: Vec<&Vec<String>> = std::iter::once(&organisation.sources).chain(places).collect();
            add.cited(Part::Organisation(o), &lists);
        }
        for (d, dispute) in (0u32..).zip(&dossier.disputes) {
            add.named(Part::Dispute(d), &dispute.about);
            let lists: Vec<&Vec<String>> = dispute.claims.iter().map(|c| &c.sources).collect();
            add.cited(Part::Dispute(d), &lists);
        }
        links
    }
}

struct Adder<'a> {
    dossier: &'a Dossier,
    links: &'a mut Links,
}

impl Adder<'_> {
    fn named(&mut self, by: Part, ids: &[String]) {
        for named in ids.iter().filter_map(|id| self.dossier.find(id)) {
            push_once(self.links.named_by.entry(named).or_default(), by);
        }
    }

    fn cited(&mut self, by: Part, lists: &[&Vec<String>]) {
        for source in lists.iter().copied().flatten().filter_map(|id| self.dossier.find(id)) {
            push_once(self.links.cited_by.entry(source).or_default(), by);
        }
    }

    fn acts(&mut self, by: Part, links: &[CarriesOut]) {
        for link in links {
            if let Some(clause) = self.dossier.find(&link.clause) {
                self.links.acts.entry(clause).or_default().push((by, link.basis));
            }
        }
    }
}

/// Each thing comes up in one go, so a repetition can only be the last one.
fn push_once(list: &mut Vec<Part>, part: Part) {
    if list.last() != Some(&part) {
        list.push(part);
    }
}
