//! Where the clause with an id is, in agreements of many clauses.

use super::Agreement;
use std::collections::HashMap;
use std::sync::OnceLock;

/// For each agreement of a dossier that was asked about, the places of its clauses by their ids.
#[derive(Clone, Debug, Default)]
pub(super) struct ClauseIds(OnceLock<Vec<OnceLock<HashMap<String, u32>>>>);

/// What was asked so far is no difference between dossiers.
impl PartialEq for ClauseIds {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl ClauseIds {
    /// The place of the first clause with this id in the agreement number `at` of all those of the dossier.
    pub(super) fn find(&self, agreements: &[Agreement], at: usize, id: &str) -> Option<u32> {
        /// Up to this many clauses, looking at each is as fast as a table of them.
        const FEW: usize = 32;
        let agreement = agreements.get(at)?;
        if agreement.clauses.len() <= FEW {
            let place = agreement.clauses.iter().position(|clause| clause.id == id)?;
            return u32::try_from(place).ok();
        }
        let all = self.0.get_or_init(|| agreements.iter().map(|_| OnceLock::new()).collect());
        let places = all.get(at)?.get_or_init(|| {
            let mut places = HashMap::with_capacity(agreement.clauses.len());
            for (place, clause) in (0u32..).zip(&agreement.clauses) {
                places.entry(clause.id.clone()).or_insert(place);
            }
            places
        });
        places.get(id).copied()
    }
}
