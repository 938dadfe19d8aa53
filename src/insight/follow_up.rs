//! Follow-up: what has been done about each clause, and which clauses have nothing on record.
//!
//! The follow-up of a clause is the events and agreements that carry it out according to the dossier, each with its
//! basis: a source, or the dossier's own interpretation. It is what the reader shows as "done since". A clause without
//! any has nothing on record, which does not mean that nothing was done.

use super::relations::{Related, done_since};
use crate::model::{Collection, Dossier, ItemId, Part};

/// An agreement and its clauses.
#[derive(Clone, Debug)]
pub struct FollowUp {
    /// The agreement.
    pub agreement: ItemId,
    /// Its clauses on record, each with what has been done about it, newest first.
    pub clauses: Vec<(ItemId, Vec<Related>)>,
    /// How many of its points are not on record.
    pub missing: usize,
}

/// Every agreement that has clauses, in the order of the dossiers.
pub fn follow_up(collection: &Collection) -> Vec<FollowUp> {
    let mut found = Vec::new();
    for (place, dossier) in (0u32..).zip(collection.dossiers()) {
        let any = has_acts(dossier);
        for (i, agreement) in (0u32..).zip(&dossier.agreements) {
            if agreement.clauses.is_empty() {
                continue;
            }
            let at = |part| ItemId { dossier: place, part };
            // Skipped if the dossier has none at all, like a corpus of tens of thousands of clauses.
            let done = |item: ItemId| if any { done_since(dossier, item.part) } else { Vec::new() };
            let clauses = agreement.parts(i).map(at);
            found.push(FollowUp {
                agreement: at(Part::Agreement(i)),
                clauses: clauses.map(|clause| (clause, done(clause))).collect(),
                missing: agreement.missing(),
            });
        }
    }
    found
}

/// Only the clauses for which `wanted` holds, under their agreements.
pub fn chosen_clauses(mut found: Vec<FollowUp>, wanted: impl Fn(ItemId) -> bool) -> Vec<FollowUp> {
    found.iter_mut().for_each(|of| of.clauses.retain(|(clause, _)| wanted(*clause)));
    found.retain(|of| !of.clauses.is_empty());
    found
}

/// At most the first `most` clauses, under their agreements.
pub fn first_clauses(mut found: Vec<FollowUp>, most: usize) -> Vec<FollowUp> {
    let mut room = most;
    for of in &mut found {
        of.clauses.truncate(room);
        room -= of.clauses.len();
    }
    found.retain(|of| !of.clauses.is_empty());
    found
}

fn has_acts(dossier: &Dossier) -> bool {
    dossier.events.iter().any(|e| !e.carries_out.is_empty())
        || dossier.agreements.iter().any(|a| !a.carries_out.is_empty())
}
