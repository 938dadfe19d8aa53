//! Arranges a dossier once it has been read or made.

use super::chapter::Outlines;
use super::clause_ids::ClauseIds;
use super::dossier::{Addressing, Dossier, numbered_dispute};
use super::named::Named;
use super::{Clause, Date, Part};
use std::collections::HashMap;
use std::sync::OnceLock;

impl Dossier {
    /// Sorts agreements and events by date (undated last, otherwise as in the file), makes ids resolvable, and frees unused
    /// memory.
    pub fn arrange(mut self) -> Self {
        self.shrink();
        // With a key each: a sort that moves the items themselves needs room for half of them.
        self.agreements.sort_by_cached_key(|a| Date::undated_last(a.signed));
        self.events.sort_by_cached_key(|e| Date::undated_last(Some(e.date)));
        self.index();
        self
    }

    /// Keeps the clauses for which `is_kept` is true, which is asked of each in the order of the dossier.
    pub fn retain_clauses(&mut self, mut is_kept: impl FnMut(&Clause) -> bool) {
        for agreement in &mut self.agreements {
            agreement.clauses.retain(&mut is_kept);
            agreement.clauses.shrink_to_fit();
        }
        self.index();
    }

    /// Makes ids resolvable.
    fn index(&mut self) {
        let mut places = HashMap::new();
        let mut add = |id: &str, part: Part| places.insert(id.to_owned(), part);
        for (i, source) in (0u32..).zip(&self.sources) {
            add(&source.id, Part::Source(i));
        }
        for (i, sector) in (0u32..).zip(&self.sectors) {
            add(&sector.id, Part::Sector(i));
        }
        for (i, event) in (0u32..).zip(&self.events) {
            add(&event.id, Part::Event(i));
        }
        for (i, organisation) in (0u32..).zip(&self.organisations) {
            add(&organisation.id, Part::Organisation(i));
        }
        for (i, agreement) in (0u32..).zip(&self.agreements) {
            add(&agreement.id, Part::Agreement(i));
        }
        for (i, dispute) in (0u32..).zip(&self.disputes) {
            add(&dispute.id.clone().unwrap_or_else(|| numbered_dispute(i)), Part::Dispute(i));
        }
        self.addressing = Addressing::of(self);
        if self.addressing == Addressing::OneAgreement {
            // If something else has the id of a clause, the clause keeps its long address.
            let clauses = self.agreements.first().map(|a| a.clauses.as_slice()).unwrap_or_default();
            for (c, clause) in (0u32..).zip(clauses) {
                places.entry(clause.id.clone()).or_insert(Part::Clause(0, c));
            }
        }
        self.by_id = places;
        self.clause_ids = ClauseIds::default();
        self.links = OnceLock::new();
        self.named = Named::default();
        self.outlines = Outlines::default();
    }

    /// Frees the unused capacity of lists: in a hundred thousand small dossiers it is half of the memory.
    fn shrink(&mut self) {
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
