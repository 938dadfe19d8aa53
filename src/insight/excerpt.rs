//! A part of a dossier as a dossier of its own: what is wanted, and everything that refers to.

use crate::model::{Dossier, Part, Thing};
use std::collections::{HashMap, HashSet};

/// How much is kept of an agreement of which only clauses are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of its clauses.
    Whole,
    /// The wanted clauses. The number of its points says that there are more.
    Wanted,
}

/// The dossier of these parts, of everything they name, and of the disputes about these. Addresses stay the same.
pub fn excerpt(dossier: &Dossier, wanted: impl IntoIterator<Item = Part>, extent: Extent) -> Dossier {
    let wanted: HashSet<Part> = wanted.into_iter().collect();
    let mut clauses: HashMap<u32, HashSet<u32>> = HashMap::new();
    for part in &wanted {
        if let Part::Clause(agreement, clause) = part
            && extent == Extent::Wanted
            && !wanted.contains(&Part::Agreement(*agreement))
        {
            clauses.entry(*agreement).or_default().insert(*clause);
        }
    }
    let mut kept = Kept {
        dossier,
        clauses,
        parts: HashSet::new(),
        parties: HashSet::new(),
        places: HashSet::new(),
        open: Vec::new(),
    };
    wanted.into_iter().for_each(|part| kept.keep(part));
    dossier.compares.iter().for_each(|id| kept.keep_party(id));
    loop {
        while let Some(part) = kept.open.pop() {
            kept.keep_what_it_names(part);
        }
        kept.keep_disputes();
        if kept.open.is_empty() {
            return kept.cut();
        }
    }
}

struct Kept<'a> {
    dossier: &'a Dossier,
    /// The clauses that are kept of each agreement that is not kept whole.
    clauses: HashMap<u32, HashSet<u32>>,
    parts: HashSet<Part>,
    parties: HashSet<&'a str>,
    places: HashSet<&'a str>,
    /// Parts that are kept, but not yet what they name.
    open: Vec<Part>,
}

impl<'a> Kept<'a> {
    fn keep(&mut self, part: Part) {
        let part = match part {
            Part::Clause(i, _) | Part::Chapter(i, _) => Part::Agreement(i),
            other => other,
        };
        if self.parts.insert(part) {
            self.open.push(part);
        }
    }

    /// Whether a clause of an agreement is kept, if that is.
    fn has_clause(&self, agreement: Part, clause: u32) -> bool {
        let Part::Agreement(place) = agreement else { return false };
        self.clauses.get(&place).is_none_or(|clauses| clauses.contains(&clause))
    }

    fn keep_ids(&mut self, ids: &'a [String]) {
        for id in ids {
            self.keep_id(id);
        }
    }

    fn keep_id(&mut self, id: &'a str) {
        match self.dossier.find(id) {
            Some(part) => self.keep(part),
            None => self.keep_party(id),
        }
        if let Some((_, party)) = id.split_once(':') {
            self.keep_party(party);
        }
    }

    /// Keeps a party, and the party it belongs to.
    fn keep_party(&mut self, id: &'a str) {
        let mut next = self.dossier.party(id);
        while let Some(party) = next {
            if !self.parties.insert(&party.id) {
                return;
            }
            next = party.of.as_deref().and_then(|of| self.dossier.party(of));
        }
    }

    fn keep_what_it_names(&mut self, part: Part) {
        let Some(thing) = self.dossier.thing(part) else { return };
        self.keep_ids(thing.sectors());
        self.keep_ids(thing.sources());
        thing.carries_out().iter().for_each(|act| self.keep_id(&act.clause));
        match thing {
            Thing::Agreement(agreement) => {
                let signed = agreement.signatories.iter().filter_map(|signatory| signatory.party.as_ref());
                agreement.parties.iter().chain(signed).for_each(|id| self.keep_party(id));
                for (at, clause) in (0..).zip(&agreement.clauses) {
                    if self.has_clause(part, at) {
                        self.keep_ids(&clause.sectors);
                        self.keep_ids(&clause.sources);
                    }
                }
            }
            Thing::Event(event) => {
                self.keep_ids(&event.agreements);
                self.keep_ids(&event.organisations);
                for place in event.places.iter().filter_map(|id| self.dossier.place(id)) {
                    self.places.insert(&place.id);
                    self.keep_ids(&place.sources);
                    place.of.iter().for_each(|id| self.keep_party(id));
                }
            }
            Thing::Organisation(organisation) => {
                for membership in &organisation.memberships {
                    self.keep_party(&membership.party);
                    self.keep_ids(&membership.sources);
                    self.keep_ids(&membership.since_sources);
                    membership.earlier.iter().for_each(|before| self.keep_ids(&before.sources));
                }
            }
            Thing::Dispute(dispute) => {
                self.keep_ids(&dispute.about);
                dispute.claims.iter().for_each(|claim| self.keep_ids(&claim.sources));
            }
            Thing::Clause(_) | Thing::Chapter(_) | Thing::Sector(_) | Thing::Source(_) => {}
        }
    }

    /// Keeps the disputes about what is kept, but not those about a source or the whole dossier.
    fn keep_disputes(&mut self) {
        for (i, dispute) in (0u32..).zip(&self.dossier.disputes) {
            let concerns = |id: &String| match self.dossier.find(id) {
                Some(Part::Clause(a, clause)) => {
                    self.parts.contains(&Part::Agreement(a)) && self.has_clause(Part::Agreement(a), clause)
                }
                Some(Part::Chapter(a, _)) => self.parts.contains(&Part::Agreement(a)),
                Some(Part::Source(_)) | None => false,
                Some(part) => self.parts.contains(&part),
            };
            if dispute.about.iter().any(concerns) {
                self.keep(Part::Dispute(i));
            }
        }
    }

    fn cut(self) -> Dossier {
        let mut cut = self.dossier.clone();
        // The address of a dispute without an id comes from its place, which changes.
        for (i, dispute) in (0u32..).zip(&mut cut.disputes) {
            dispute.id = self.dossier.local_id(Part::Dispute(i));
        }
        self.cut_agreements(&mut cut);
        let parts = &self.parts;
        keep(&mut cut.agreements, parts, Part::Agreement);
        keep(&mut cut.events, parts, Part::Event);
        keep(&mut cut.sectors, parts, Part::Sector);
        keep(&mut cut.organisations, parts, Part::Organisation);
        keep(&mut cut.disputes, parts, Part::Dispute);
        keep(&mut cut.sources, parts, Part::Source);
        cut.places.retain(|place| self.places.contains(place.id.as_str()));
        cut.parties.retain(|party| self.parties.contains(party.id.as_str()));
        let allowed = std::mem::take(&mut cut.allow).into_iter();
        let is_kept = |id: &str| cut.find(id).is_some() || cut.party(id).is_some() || cut.place(id).is_some();
        cut.allow = allowed.filter(|allowance| allowance.at.as_deref().is_none_or(is_kept)).collect();
        forget_gone(&mut cut);
        cut.leading = cut.leading.filter(|id| cut.agreements.iter().any(|agreement| agreement.id == *id));
        cut.arrange()
    }
}

impl Kept<'_> {
    /// Removes the clauses that are not kept; the number of points then says that there are more.
    fn cut_agreements(&self, cut: &mut Dossier) {
        for (place, agreement) in (0u32..).zip(&mut cut.agreements) {
            let Some(clauses) = self.clauses.get(&place) else { continue };
            let all = u32::try_from(agreement.clauses.len()).ok();
            agreement.points = agreement.points.max(all);
            let mut at = 0;
            agreement.clauses.retain(|_| {
                at += 1;
                clauses.contains(&(at - 1))
            });
        }
    }
}

/// Removes the references to clauses that are not kept.
fn forget_gone(cut: &mut Dossier) {
    let whole = cut.clone();
    let is_there = |id: &str| whole.find(id).is_some();
    cut.events.iter_mut().for_each(|event| event.carries_out.retain(|act| is_there(&act.clause)));
    cut.agreements.iter_mut().for_each(|one| one.carries_out.retain(|act| is_there(&act.clause)));
    cut.disputes.iter_mut().for_each(|dispute| dispute.about.retain(|id| *id == whole.id || is_there(id)));
}

/// Removes from a list what is not kept.
fn keep<T>(list: &mut Vec<T>, parts: &HashSet<Part>, part: fn(u32) -> Part) {
    let mut place = 0;
    list.retain(|_| {
        place += 1;
        parts.contains(&part(place - 1))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{builtin, parse};
    use std::path::Path;

    /// The problems of a dossier as a file.
    fn problems(dossier: &Dossier) -> Vec<String> {
        let text = serde_json::to_string(dossier).unwrap();
        parse(Path::new("cut.json"), &text).problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_part_of_a_dossier_is_a_dossier() {
        let whole = builtin().unwrap();
        let all = (0..u32::try_from(whole.events.len()).unwrap()).map(Part::Event);
        for part in all.chain((0..57).map(Part::Organisation)).chain((0..53).map(Part::Dispute)) {
            let local = whole.local_id(part).unwrap();
            let cut = excerpt(&whole, [part], Extent::Whole);
            assert_eq!(problems(&cut), Vec::<String>::new(), "{local}");
            assert!(cut.find(&local).is_some() && cut.sources.len() < whole.sources.len(), "{local}");
            let about = |dossier: &Dossier| {
                let part = dossier.find(&local).unwrap();
                dossier.disputes_about(part).count()
            };
            assert_eq!(about(&cut), about(&whole), "{local}");
        }
    }

    #[test]
    fn the_whole_is_the_whole_and_nothing_is_nothing() {
        let whole = builtin().unwrap();
        let list = |n: usize, part: fn(u32) -> Part| (0..u32::try_from(n).unwrap()).map(part);
        let parts = list(whole.agreements.len(), Part::Agreement)
            .chain(list(whole.events.len(), Part::Event))
            .chain(list(whole.sectors.len(), Part::Sector))
            .chain(list(whole.organisations.len(), Part::Organisation))
            .chain(list(whole.disputes.len(), Part::Dispute))
            .chain(list(whole.sources.len(), Part::Source));
        let mut cut = excerpt(&whole, parts, Extent::Whole);
        cut.disputes.iter_mut().zip(&whole.disputes).for_each(|(new, old)| new.id.clone_from(&old.id));
        cut.parties = whole.parties.clone();
        cut.places = whole.places.clone();
        cut.allow = whole.allow.clone();
        assert_eq!(cut.arrange(), whole);
        let nothing = excerpt(&whole, [], Extent::Whole);
        assert_eq!((nothing.agreements.len(), nothing.sources.len(), nothing.parties.len()), (0, 0, 2));
        assert_eq!(problems(&nothing), Vec::<String>::new());
    }

    #[test]
    fn a_clause_brings_its_agreement_whole() {
        let whole = builtin().unwrap();
        let cut = excerpt(&whole, whole.find("declaration-2022.borders"), Extent::Whole);
        let declaration = cut.leading().unwrap();
        assert_eq!((declaration.clauses.len(), declaration.missing()), (3, 23));
    }

    #[test]
    fn a_clause_alone_says_that_there_are_more() {
        let whole = builtin().unwrap();
        for (place, agreement) in (0u32..).zip(&whole.agreements) {
            for (at, clause) in (0u32..).zip(&agreement.clauses) {
                let cut = excerpt(&whole, [Part::Clause(place, at)], Extent::Wanted);
                assert_eq!(problems(&cut), Vec::<String>::new(), "{}", clause.id);
                let own = cut.agreements.iter().find(|own| own.id == agreement.id).unwrap();
                assert_eq!(own.clauses.iter().map(|own| &own.id).collect::<Vec<_>>(), [&clause.id]);
                assert!(own.missing() + 1 >= agreement.clauses.len());
            }
        }
    }
}
