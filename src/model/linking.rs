//! Finds the links of a dossier.

use super::{CarriesOut, Dispute, Dossier, Links, Part};

impl Dossier {
    /// The disputes about a part; for an organisation, also those about its memberships.
    pub fn disputes_about(&self, part: Part) -> impl Iterator<Item = &Dispute> {
        self.links().naming(part).iter().filter_map(|named| match named {
            Part::Dispute(i) => self.dispute(*i),
            _ => None,
        })
    }

    /// The links between its parts, found on first use.
    pub fn links(&self) -> &Links {
        self.links.get_or_init(|| links_of(self))
    }
}

fn links_of(dossier: &Dossier) -> Links {
    let mut links = Links::default();
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

struct Adder<'a> {
    dossier: &'a Dossier,
    links: &'a mut Links,
}

impl Adder<'_> {
    fn named(&mut self, by: Part, ids: &[String]) {
        for named in ids.iter().filter_map(|id| self.dossier.find(id)) {
            self.links.add_named(named, by);
        }
    }

    fn cited(&mut self, by: Part, lists: &[&Vec<String>]) {
        for source in lists.iter().copied().flatten().filter_map(|id| self.dossier.find(id)) {
            self.links.add_cited(source, by);
        }
    }

    fn acts(&mut self, by: Part, links: &[CarriesOut]) {
        for link in links {
            if let Some(clause) = self.dossier.find(&link.clause) {
                self.links.add_act(clause, by, link.basis);
            }
        }
    }
}
