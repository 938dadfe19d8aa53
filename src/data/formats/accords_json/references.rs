//! The ids that things have, held against the ids that things name.

use super::walk::{Finding, Findings, MOST};
use crate::data::problem::{Path, Severity, nearest, quoted};
use crate::text::thousands;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// Where a thing with an id stands, and what it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Declared<'s> {
    kind: &'s str,
    /// Its place in its list, and that in the list inside of which its list stands.
    places: (u32, u32),
}

impl Declared<'_> {
    /// Whether it is the thing of this kind at these places.
    pub(super) fn is(&self, kind: &str, places: (usize, usize)) -> bool {
        let (first, second) = self.places;
        let same = (first as usize, second as usize) == places;
        self.kind == kind && (same || (kind != "clause" && first as usize == places.0))
    }

    /// The thing, as its path in the document.
    pub(super) fn owner(&self) -> String {
        let (first, second) = self.places;
        match self.kind {
            "dossier" => "the dossier itself".to_owned(),
            "clause" => format!("agreements[{first}].clauses[{second}]"),
            "party" => format!("parties[{first}]"),
            kind => format!("{kind}s[{first}]"),
        }
    }
}

/// All ids that were declared so far.
#[derive(Default)]
pub(super) struct Names<'s> {
    things: HashMap<Box<str>, Declared<'s>>,
    /// Clauses, whose ids count within their agreements: for each the places of its agreement and its own.
    clauses: HashMap<(u32, Box<str>), u32>,
    /// What was declared last: with a repeated key it is declared again, and the last id counts.
    last: Option<(Declared<'s>, Box<str>)>,
}

impl<'s> Names<'s> {
    /// Notes an id; else the thing that has it already.
    pub(super) fn declare(
        &mut self,
        kind: &'s str,
        id: &str,
        places: (usize, usize),
    ) -> Result<(), Declared<'s>> {
        let small = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
        let places = (small(places.0), small(places.1));
        let own = Declared { kind, places };
        if kind == "clause" {
            if let Some((_, old)) = self.last.take_if(|(last, _)| *last == own) {
                self.clauses.remove(&(places.0, old));
            }
            match self.clauses.entry((places.0, id.into())) {
                Entry::Occupied(first) => return Err(Declared { kind, places: (places.0, *first.get()) }),
                Entry::Vacant(free) => free.insert(places.1),
            };
        } else {
            if let Some((_, old)) = self.last.take_if(|(last, _)| *last == own) {
                self.things.remove(&old);
            }
            match self.things.entry(id.into()) {
                Entry::Occupied(first) => return Err(*first.get()),
                Entry::Vacant(free) => free.insert(own),
            };
        }
        self.last = Some((own, id.into()));
        Ok(())
    }

    /// Whether a thing of one of these kinds has this id, as far as was read.
    pub(super) fn is_known(&self, kinds: &[String], id: &str) -> bool {
        let is_one = |kind: &str| kinds.iter().any(|k| k == kind);
        if self.things.get(id).is_some_and(|thing| is_one(thing.kind)) {
            return true;
        }
        let is = |id: &str, kind: &str| self.things.get(id).is_some_and(|thing| thing.kind == kind);
        let is_membership = || {
            let (organisation, party) = id.split_once(':').unwrap_or_default();
            is(organisation, "organisation") && is(party, "party")
        };
        (is_one("membership") && is_membership()) || (is_one("clause") && self.has_clause(id))
    }

    fn has_clause(&self, id: &str) -> bool {
        let Some((agreement, clause)) = id.split_once('.') else { return false };
        let agreement = self.things.get(agreement).filter(|thing| thing.kind == "agreement");
        agreement.is_some_and(|a| self.clauses.contains_key(&(a.places.0, clause.into())))
    }

    /// Every id of these kinds, as a reference would write it.
    fn candidates(&self, kinds: &[String]) -> Vec<String> {
        let is_one = |kind: &str| kinds.iter().any(|k| k == kind);
        let things = self.things.iter().filter(|(_, thing)| is_one(thing.kind));
        let mut ids: Vec<String> = things.map(|(id, _)| id.to_string()).collect();
        if is_one("clause") {
            let agreements = self.things.iter().filter(|(_, thing)| thing.kind == "agreement");
            let names: HashMap<u32, &str> = agreements.map(|(id, a)| (a.places.0, id.as_ref())).collect();
            let full = |((agreement, clause), _): (&(u32, Box<str>), &u32)| {
                Some(format!("{}.{clause}", names.get(agreement)?))
            };
            ids.extend(self.clauses.iter().filter_map(full));
        }
        ids
    }
}

/// References to nothing.
pub(super) fn check(found: &Findings<'_>) -> Vec<Finding> {
    let names = &found.names;
    // Few kinds of references are wrong at the same time, so each looks for its candidates once.
    let mut candidates: HashMap<&[String], Vec<String>> = HashMap::new();
    let mut dangling: Vec<_> =
        found.referred.iter().filter(|((kinds, id), _)| !names.is_known(kinds, id)).collect();
    dangling.sort_by(|a, b| a.1.paths.cmp(&b.1.paths));
    let (mut problems, mut untold) = (Vec::new(), 0);
    for ((kinds, id), uses) in dangling {
        if problems.len() >= MOST {
            untold += uses.count;
            continue;
        }
        let known = candidates.entry(kinds).or_insert_with(|| names.candidates(kinds));
        let message = told(kinds, id, known);
        let more = uses.count - uses.paths.len();
        problems.extend(uses.paths.iter().map(|path| Finding {
            severity: Severity::Error,
            path: path.clone(),
            message: message.clone(),
        }));
        if let Some(last) = problems.last_mut().filter(|_| more > 0) {
            last.message.push_str(&format!(" ({} more places name it)", thousands(more)));
        }
    }
    if untold > 0 {
        let message = format!("{} more references to nothing are not listed", thousands(untold));
        problems.push(Finding { severity: Severity::Error, path: Path::new(), message });
    }
    problems
}

fn told(kinds: &[String], id: &str, known: &[String]) -> String {
    /// Among more ids than this none is looked for that may be meant.
    const MANY: usize = 2_000;
    let kind = match kinds {
        [one] => one.as_str(),
        _ => "thing",
    };
    let near = known.iter().take(if known.len() > MANY { 0 } else { MANY }).map(String::as_str);
    let hint = nearest(id, near).map_or_else(
        || "; add it or correct the id".to_owned(),
        |meant| format!("; did you mean {}?", quoted(meant)),
    );
    format!("there is no {kind} {} in this dossier{hint}", quoted(id))
}
