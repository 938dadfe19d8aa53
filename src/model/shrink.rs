//! Gives back the room that lists took in advance: in a hundred thousand small dossiers it is half of the memory.

use super::Dossier;

impl Dossier {
    /// Shrinks every list that has many entries in a collection.
    pub(super) fn shrink(&mut self) {
        self.parties.shrink_to_fit();
        self.sources.shrink_to_fit();
        self.sectors.shrink_to_fit();
        self.organisations.shrink_to_fit();
        self.agreements.shrink_to_fit();
        for agreement in &mut self.agreements {
            agreement.parties.shrink_to_fit();
            agreement.sources.shrink_to_fit();
            agreement.clauses.shrink_to_fit();
            for clause in &mut agreement.clauses {
                clause.sectors.shrink_to_fit();
                clause.sources.shrink_to_fit();
            }
        }
        self.events.shrink_to_fit();
        for event in &mut self.events {
            event.agreements.shrink_to_fit();
            event.sources.shrink_to_fit();
        }
    }
}
