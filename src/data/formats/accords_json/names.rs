//! The ids that a document declares.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// A thing with an id: its kind, and where it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Declared<'s> {
    kind: &'s str,
    /// Its index in its list; of a clause, that of its agreement and then its own.
    indices: (u32, u32),
}

impl Declared<'_> {
    /// Whether it is the thing of this kind at these indices.
    pub(super) fn is(&self, kind: &str, indices: (usize, usize)) -> bool {
        let (first, second) = self.indices;
        let same = (first as usize, second as usize) == indices;
        self.kind == kind && (same || (kind != "clause" && first as usize == indices.0))
    }

    /// The thing as its path in the document.
    pub(super) fn owner(&self) -> String {
        let (first, second) = self.indices;
        match self.kind {
            "dossier" => "the dossier itself".to_owned(),
            "clause" => format!("agreements[{first}].clauses[{second}]"),
            "party" => format!("parties[{first}]"),
            kind => format!("{kind}s[{first}]"),
        }
    }
}

/// The things whose ids must differ: the clauses of the agreement with this index, or everything else.
type Scope = Option<u32>;

/// All ids declared so far.
#[derive(Default)]
pub(super) struct Names<'s> {
    scopes: HashMap<Scope, HashMap<Box<str>, Declared<'s>>>,
    /// The id of the dossier, if its agreement has it too.
    dossier: Option<Box<str>>,
    /// The latest declaration: a repeated key declares the same thing again, and its last id counts.
    last: Option<(Declared<'s>, Box<str>)>,
}

impl<'s> Names<'s> {
    /// Declares an id.
    ///
    /// # Errors
    /// The thing that already has the id.
    pub(super) fn declare(
        &mut self,
        kind: &'s str,
        id: &str,
        indices: (usize, usize),
    ) -> Result<(), Declared<'s>> {
        let small = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
        let own = Declared { kind, indices: (small(indices.0), small(indices.1)) };
        let scope = self.scopes.entry((kind == "clause").then_some(own.indices.0)).or_default();
        if let Some((_, old)) = self.last.take_if(|(last, _)| *last == own) {
            scope.remove(&old);
        }
        match scope.entry(id.into()) {
            // A foreign file that is one agreement has the id of the agreement.
            Entry::Occupied(mut first) if (first.get().kind, kind) == ("dossier", "agreement") => {
                self.dossier = Some(id.into());
                first.insert(own);
            }
            Entry::Occupied(first) => return Err(*first.get()),
            Entry::Vacant(free) => {
                free.insert(own);
            }
        }
        self.last = Some((own, id.into()));
        Ok(())
    }

    /// Whether a thing of one of these kinds has been declared with this id.
    pub(super) fn is_known(&self, kinds: &[String], id: &str) -> bool {
        let is_one = |kind: &str| kinds.iter().any(|k| k == kind);
        if self.get(None, id).is_some_and(|thing| is_one(thing.kind)) {
            return true;
        }
        if is_one("dossier") && self.dossier.as_deref() == Some(id) {
            return true;
        }
        let is = |id: &str, kind: &str| self.get(None, id).is_some_and(|thing| thing.kind == kind);
        let is_membership = || {
            let (organisation, party) = id.split_once(':').unwrap_or_default();
            is(organisation, "organisation") && is(party, "party")
        };
        (is_one("membership") && is_membership()) || (is_one("clause") && self.has_clause(id))
    }

    /// Every id of these kinds, as a reference would write it.
    pub(super) fn candidates(&self, kinds: &[String]) -> Vec<String> {
        let is_one = |kind: &str| kinds.iter().any(|k| k == kind);
        let mut ids = Vec::new();
        for (id, thing) in self.scopes.get(&None).into_iter().flatten() {
            if is_one(thing.kind) {
                ids.push(id.to_string());
            }
            if is_one("clause") && thing.kind == "agreement" {
                let clauses = self.scopes.get(&Some(thing.indices.0)).into_iter().flatten();
                ids.extend(clauses.map(|(clause, _)| format!("{id}.{clause}")));
            }
        }
        ids
    }

    fn get(&self, scope: Scope, id: &str) -> Option<&Declared<'s>> {
        self.scopes.get(&scope)?.get(id)
    }

    fn has_clause(&self, id: &str) -> bool {
        let Some((agreement, clause)) = id.split_once('.') else { return false };
        let agreement = self.get(None, agreement).filter(|thing| thing.kind == "agreement");
        agreement.is_some_and(|agreement| self.get(Some(agreement.indices.0), clause).is_some())
    }
}
