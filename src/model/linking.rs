//! Finds the links of a dossier.

use super::{CarriesOut, Dispute, Dossier, EventKind, Kind, Links, Part, Thing};

impl Dossier {
    /// The disputes about a part; for an organisation, also those about its memberships.
    pub fn disputes_about(&self, part: Part) -> impl Iterator<Item = &Dispute> {
        self.links().naming(part).iter().filter_map(|named| match named {
            Part::Dispute(i) => self.disputes.get(*i as usize),
            _ => None,
        })
    }

    /// Whether sources disagree about a part.
    pub fn is_disputed(&self, part: Part) -> bool {
        self.disputes_about(part).next().is_some()
    }

    /// The links between its parts, found on first use.
    pub fn links(&self) -> &Links {
        self.links.get_or_init(|| links_of(self))
    }
}

fn links_of(dossier: &Dossier) -> Links {
    let mut links = Links::default();
    let mut add = Adder { dossier, links: &mut links };
    let agreements = (0u32..).zip(&dossier.agreements);
    let agreements = agreements.flat_map(|(a, of)| std::iter::once(Part::Agreement(a)).chain(of.parts(a)));
    let others = [Kind::Event, Kind::Sector, Kind::Organisation, Kind::Dispute];
    for part in agreements.chain(others.into_iter().flat_map(|kind| dossier.parts(kind))) {
        dossier.thing(part).into_iter().for_each(|thing| add.all(part, thing));
    }
    links
}

struct Adder<'a> {
    dossier: &'a Dossier,
    links: &'a mut Links,
}

impl Adder<'_> {
    fn all(&mut self, by: Part, thing: Thing<'_>) {
        self.named(by, thing.sectors());
        self.cited(by, thing.sources());
        self.acts(by, thing.carries_out());
        match thing {
            Thing::Agreement(agreement) => {
                let package = agreement.package.iter();
                package.for_each(|package| self.links.add_to_package(package, by));
            }
            Thing::Event(event) => {
                if event.kind == EventKind::Signing {
                    let signed = event.agreements.iter().filter_map(|id| self.dossier.find(id));
                    signed.for_each(|agreement| self.links.add_signing(agreement, by));
                }
                self.named(by, &event.agreements);
                self.named(by, &event.organisations);
            }
            Thing::Organisation(organisation) => {
                for membership in &organisation.memberships {
                    self.cited(by, &membership.sources);
                    self.cited(by, &membership.since_sources);
                    membership.earlier.iter().for_each(|before| self.cited(by, &before.sources));
                }
            }
            Thing::Dispute(dispute) => {
                self.named(by, &dispute.about);
                dispute.claims.iter().for_each(|claim| self.cited(by, &claim.sources));
            }
            _ => {}
        }
    }

    fn named(&mut self, by: Part, ids: &[String]) {
        for named in ids.iter().filter_map(|id| self.dossier.find(id)) {
            self.links.add_named(named, by);
        }
    }

    fn cited(&mut self, by: Part, ids: &[String]) {
        for source in ids.iter().filter_map(|id| self.dossier.find(id)) {
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
