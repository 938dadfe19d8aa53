//! What is related to an item: the links of the reader, the marks in the panes, and what narrowing keeps.

use crate::model::{
    Agreement, Basis, CarriesOut, Chapter, Clause, Collection, Dispute, Dossier, Event, ItemId, Part, Thing,
};
use std::collections::HashSet;

/// Something related to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Related {
    /// What is related.
    pub part: Part,
    /// The basis on which an act carries out a clause; `None` for other links.
    pub basis: Option<Basis>,
}

/// Everything related to an item, each list in the order of the dossier.
#[derive(Clone, Debug, Default)]
pub struct Relations {
    /// Sectors that it names or touches.
    pub sectors: Vec<Part>,
    /// Agreements that it belongs to or is about.
    pub agreements: Vec<Part>,
    /// Clauses of it or about it.
    pub clauses: Vec<Part>,
    /// Events about it.
    pub events: Vec<Part>,
    /// Organisations it is about.
    pub organisations: Vec<Part>,
    /// Events and agreements that carry out a clause of it, newest first.
    pub done_since: Vec<Related>,
    /// Clauses that it carries out.
    pub carries_out: Vec<Related>,
    /// Disputes about it.
    pub disputes: Vec<Part>,
}

impl Relations {
    /// Adds a part to the list of its kind.
    fn add(&mut self, part: Part) {
        let list = match part {
            Part::Agreement(_) => &mut self.agreements,
            Part::Clause(..) => &mut self.clauses,
            Part::Event(_) => &mut self.events,
            Part::Sector(_) => &mut self.sectors,
            Part::Organisation(_) => &mut self.organisations,
            Part::Dispute(_) => &mut self.disputes,
            Part::Source(_) | Part::Chapter(..) => return,
        };
        list.push(part);
    }

    /// Every part in any list.
    pub fn parts(&self) -> impl Iterator<Item = Part> {
        let plain = [
            &self.sectors,
            &self.agreements,
            &self.clauses,
            &self.events,
            &self.organisations,
            &self.disputes,
        ];
        let plain: Vec<Part> = plain.into_iter().flatten().copied().collect();
        let acts: Vec<Part> = self.done_since.iter().chain(&self.carries_out).map(|r| r.part).collect();
        plain.into_iter().chain(acts)
    }
}

/// Events and agreements that carry out a clause, newest first.
pub(super) fn done_since(dossier: &Dossier, clause: Part) -> Vec<Related> {
    acts(dossier, &[clause])
}

/// Everything related to an item.
pub fn of_item(collection: &Collection, item: ItemId) -> Relations {
    match collection.dossier(item) {
        Some(dossier) => of_part(dossier, item.part),
        None => Relations::default(),
    }
}

fn of_part(dossier: &Dossier, part: Part) -> Relations {
    let mut found = match (part, dossier.thing(part)) {
        (Part::Agreement(i), Some(Thing::Agreement(agreement))) => of_agreement(dossier, i, agreement),
        (Part::Clause(i, _), Some(Thing::Clause(clause))) => of_clause(dossier, i, part, clause),
        (Part::Chapter(i, _), Some(Thing::Chapter(chapter))) => of_chapter(dossier, i, chapter),
        (_, Some(Thing::Event(event))) => of_event(dossier, event),
        (_, Some(Thing::Dispute(dispute))) => of_dispute(dossier, dispute),
        _ => Relations::default(),
    };
    let links = dossier.links();
    let naming = if matches!(part, Part::Source(_)) { links.citing(part) } else { links.naming(part) };
    naming.iter().for_each(|other| found.add(*other));
    found
}

fn of_agreement(dossier: &Dossier, i: u32, agreement: &Agreement) -> Relations {
    let clauses: Vec<Part> = agreement.parts(i).collect();
    Relations {
        sectors: find(dossier, &sectors_of(agreement)),
        done_since: acts(dossier, &clauses),
        clauses,
        carries_out: carried(dossier, &agreement.carries_out),
        ..Relations::default()
    }
}

fn of_chapter(dossier: &Dossier, i: u32, chapter: &Chapter) -> Relations {
    let clauses: Vec<Part> = chapter.parts(i).collect();
    Relations {
        agreements: vec![Part::Agreement(i)],
        done_since: acts(dossier, &clauses),
        clauses,
        ..Relations::default()
    }
}

fn of_clause(dossier: &Dossier, i: u32, part: Part, clause: &Clause) -> Relations {
    Relations {
        sectors: find(dossier, &clause.sectors),
        agreements: vec![Part::Agreement(i)],
        events: dossier.links().signings(Part::Agreement(i)).to_vec(),
        done_since: acts(dossier, &[part]),
        ..Relations::default()
    }
}

fn of_event(dossier: &Dossier, event: &Event) -> Relations {
    Relations {
        sectors: find(dossier, &event.sectors),
        agreements: find(dossier, &event.agreements),
        organisations: find(dossier, &event.organisations),
        carries_out: carried(dossier, &event.carries_out),
        ..Relations::default()
    }
}

fn of_dispute(dossier: &Dossier, dispute: &Dispute) -> Relations {
    let mut found = Relations::default();
    let mut about = find(dossier, &dispute.about);
    about.dedup();
    about.into_iter().for_each(|part| found.add(part));
    found
}

/// The sectors that an agreement or its clauses name, each once.
fn sectors_of(agreement: &Agreement) -> Vec<String> {
    let mut seen = HashSet::new();
    let all = agreement.sectors.iter().chain(agreement.clauses.iter().flat_map(|clause| &clause.sectors));
    all.filter(|id| seen.insert(*id)).cloned().collect()
}

/// The other documents of an agreement's package; nothing for any other item. Not among its [`Relations`], since each document of
/// a package has all the others.
pub fn rest_of_package(collection: &Collection, item: ItemId) -> Vec<Part> {
    let (Some(dossier), Part::Agreement(_)) = (collection.dossier(item), item.part) else {
        return Vec::new();
    };
    let Some(Thing::Agreement(agreement)) = dossier.thing(item.part) else { return Vec::new() };
    let package = agreement.package.as_deref().map(|package| dossier.links().package(package));
    package.unwrap_or_default().iter().copied().filter(|other| *other != item.part).collect()
}

fn find(dossier: &Dossier, ids: &[String]) -> Vec<Part> {
    ids.iter().filter_map(|id| dossier.find(id)).collect()
}

fn carried(dossier: &Dossier, links: &[CarriesOut]) -> Vec<Related> {
    let related =
        |link: &CarriesOut| Some(Related { part: dossier.find(&link.clause)?, basis: Some(link.basis) });
    links.iter().filter_map(related).collect()
}

/// Events and agreements that carry out any of these clauses, newest first, each once with its best basis.
fn acts(dossier: &Dossier, clauses: &[Part]) -> Vec<Related> {
    let date = |part: Part| match dossier.thing(part)? {
        Thing::Event(event) => Some(event.date),
        Thing::Agreement(agreement) => agreement.signed,
        _ => None,
    };
    let acts = clauses.iter().flat_map(|clause| dossier.links().carrying_out(*clause));
    let mut found: Vec<(Part, Basis)> = acts.copied().collect();
    // The best basis of each comes first, and is kept.
    found.sort_by(|a, b| date(b.0).cmp(&date(a.0)).then(a.cmp(b)));
    found.dedup_by_key(|(part, _)| *part);
    found.into_iter().map(|(part, basis)| Related { part, basis: Some(basis) }).collect()
}
