//! What belongs to an item: the links of the reader, the marks in the panes, and what narrowing keeps.

use crate::model::{Agreement, Basis, CarriesOut, Collection, Dossier, ItemId, Part};

/// A thing that belongs to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Related {
    /// The thing.
    pub part: Part,
    /// What ties an act to the clause it carries out; none for plain links.
    pub basis: Option<Basis>,
}

/// All that belongs to an item, each list in the order of the dossier.
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
    /// Every thing in it.
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

/// What belongs to an item.
pub fn of_item(collection: &Collection, item: ItemId) -> Relations {
    match collection.dossier(item) {
        Some(dossier) => of_part(dossier, item.part),
        None => Relations::default(),
    }
}

fn of_part(dossier: &Dossier, part: Part) -> Relations {
    let mut found = match part {
        Part::Agreement(i) => of_agreement(dossier, i).unwrap_or_default(),
        Part::Clause(i, _) => of_clause(dossier, i, part).unwrap_or_default(),
        Part::Event(i) => of_event(dossier, i).unwrap_or_default(),
        Part::Sector(i) => of_sector(dossier, i).unwrap_or_default(),
        Part::Organisation(i) => of_organisation(dossier, i).unwrap_or_default(),
        Part::Source(i) => of_source(dossier, i).unwrap_or_default(),
        Part::Dispute(i) => of_dispute(dossier, i).unwrap_or_default(),
    };
    if !matches!(part, Part::Dispute(_) | Part::Source(_)) {
        let local = dossier.local_id(part).unwrap_or_default();
        found.disputes = dossier.disputes_about(&local).map(|(i, _)| Part::Dispute(i)).collect();
    }
    found
}

fn of_agreement(dossier: &Dossier, i: u32) -> Option<Relations> {
    let agreement = dossier.agreement(i)?;
    let own = format!("{}.", agreement.id);
    Some(Relations {
        sectors: find(dossier, &sectors_of(agreement)),
        agreements: siblings(dossier, agreement),
        clauses: (0u32..).zip(&agreement.clauses).map(|(c, _)| Part::Clause(i, c)).collect(),
        events: events(dossier, |e| e.agreements.contains(&agreement.id)),
        done_since: acts(dossier, |clause| clause.starts_with(&own)),
        carries_out: carried(dossier, &agreement.carries_out),
        ..Relations::default()
    })
}

fn of_clause(dossier: &Dossier, i: u32, part: Part) -> Option<Relations> {
    let (agreement, clause) = (dossier.agreement(i)?, dossier.clause(part)?);
    let local = dossier.local_id(part)?;
    Some(Relations {
        sectors: find(dossier, &clause.sectors),
        agreements: vec![Part::Agreement(i)],
        events: events(dossier, |e| {
            e.kind == crate::model::EventKind::Signing && e.agreements.contains(&agreement.id)
        }),
        done_since: acts(dossier, |c| c == local),
        ..Relations::default()
    })
}

fn of_event(dossier: &Dossier, i: u32) -> Option<Relations> {
    let event = dossier.event(i)?;
    Some(Relations {
        sectors: find(dossier, &event.sectors),
        agreements: find(dossier, &event.agreements),
        organisations: find(dossier, &event.organisations),
        carries_out: carried(dossier, &event.carries_out),
        ..Relations::default()
    })
}

fn of_sector(dossier: &Dossier, i: u32) -> Option<Relations> {
    let id = &dossier.sector(i)?.id;
    Some(Relations {
        agreements: agreements(dossier, |a| a.sectors.contains(id)),
        clauses: clauses(dossier, |c| c.sectors.contains(id)),
        events: events(dossier, |e| e.sectors.contains(id)),
        ..Relations::default()
    })
}

fn of_organisation(dossier: &Dossier, i: u32) -> Option<Relations> {
    let id = &dossier.organisation(i)?.id;
    Some(Relations { events: events(dossier, |e| e.organisations.contains(id)), ..Relations::default() })
}

/// Everything that cites a source.
fn of_source(dossier: &Dossier, i: u32) -> Option<Relations> {
    let id = &dossier.source(i)?.id;
    let organisations = (0u32..).zip(&dossier.organisations).filter(|(_, o)| {
        o.sources.contains(id)
            || o.memberships.iter().any(|m| m.sources.contains(id) || m.since_sources.contains(id))
    });
    let disputes =
        (0u32..).zip(&dossier.disputes).filter(|(_, d)| d.claims.iter().any(|c| c.sources.contains(id)));
    let sectors = (0u32..).zip(&dossier.sectors).filter(|(_, s)| s.sources.contains(id));
    Some(Relations {
        sectors: sectors.map(|(i, _)| Part::Sector(i)).collect(),
        agreements: agreements(dossier, |a| a.sources.contains(id)),
        clauses: clauses(dossier, |c| c.sources.contains(id)),
        events: events(dossier, |e| e.sources.contains(id)),
        organisations: organisations.map(|(i, _)| Part::Organisation(i)).collect(),
        disputes: disputes.map(|(i, _)| Part::Dispute(i)).collect(),
        ..Relations::default()
    })
}

fn of_dispute(dossier: &Dossier, i: u32) -> Option<Relations> {
    let mut found = Relations::default();
    for part in find(dossier, &dossier.dispute(i)?.about) {
        let list = match part {
            Part::Agreement(_) => &mut found.agreements,
            Part::Clause(..) => &mut found.clauses,
            Part::Event(_) => &mut found.events,
            Part::Sector(_) => &mut found.sectors,
            Part::Organisation(_) => &mut found.organisations,
            Part::Dispute(_) | Part::Source(_) => continue,
        };
        if !list.contains(&part) {
            list.push(part);
        }
    }
    Some(found)
}

/// The sectors that an agreement or one of its clauses names, each once.
fn sectors_of(agreement: &Agreement) -> Vec<String> {
    let mut ids = agreement.sectors.clone();
    for id in agreement.clauses.iter().flat_map(|c| &c.sectors) {
        if !ids.contains(id) {
            ids.push(id.clone());
        }
    }
    ids
}

/// The other documents of an agreement's package.
fn siblings(dossier: &Dossier, agreement: &Agreement) -> Vec<Part> {
    match &agreement.package {
        Some(package) => agreements(dossier, |a| a.package.as_ref() == Some(package) && a.id != agreement.id),
        None => Vec::new(),
    }
}

fn find(dossier: &Dossier, ids: &[String]) -> Vec<Part> {
    ids.iter().filter_map(|id| dossier.find(id)).collect()
}

fn carried(dossier: &Dossier, links: &[CarriesOut]) -> Vec<Related> {
    let related =
        |link: &CarriesOut| Some(Related { part: dossier.find(&link.clause)?, basis: Some(link.basis) });
    links.iter().filter_map(related).collect()
}

fn agreements(dossier: &Dossier, keep: impl Fn(&Agreement) -> bool) -> Vec<Part> {
    (0u32..).zip(&dossier.agreements).filter(|(_, a)| keep(a)).map(|(i, _)| Part::Agreement(i)).collect()
}

fn clauses(dossier: &Dossier, keep: impl Fn(&crate::model::Clause) -> bool) -> Vec<Part> {
    let mut found = Vec::new();
    for (a, agreement) in (0u32..).zip(&dossier.agreements) {
        let matching = (0u32..).zip(&agreement.clauses).filter(|(_, c)| keep(c));
        found.extend(matching.map(|(c, _)| Part::Clause(a, c)));
    }
    found
}

fn events(dossier: &Dossier, keep: impl Fn(&crate::model::Event) -> bool) -> Vec<Part> {
    (0u32..).zip(&dossier.events).filter(|(_, e)| keep(e)).map(|(i, _)| Part::Event(i)).collect()
}

/// Events and agreements that carry out a clause with such an id, newest first; each once.
fn acts(dossier: &Dossier, wanted: impl Fn(&str) -> bool) -> Vec<Related> {
    let basis = |links: &[CarriesOut]| links.iter().filter(|l| wanted(&l.clause)).map(|l| l.basis).min();
    let events =
        (0u32..).zip(&dossier.events).map(|(i, e)| (Some(e.date), Part::Event(i), basis(&e.carries_out)));
    let agreements =
        (0u32..).zip(&dossier.agreements).map(|(i, a)| (a.signed, Part::Agreement(i), basis(&a.carries_out)));
    let mut found: Vec<_> = events.chain(agreements).filter(|(_, _, basis)| basis.is_some()).collect();
    found.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    found.into_iter().map(|(_, part, basis)| Related { part, basis }).collect()
}
