//! What a walk over a document finds: problems, ids, and references to ids.

use super::names::Names;
use super::path::Step;
use crate::data::problem::{Severity, quoted};
use crate::text::thousands;
use std::collections::HashMap;

/// More errors, or more warnings, do not help to fix a file; the rest is only counted.
pub(super) const MOST: usize = 1_000;

/// More uses of the same missing id are only counted.
const MOST_USES: usize = 100;

/// A problem whose line is not known yet.
pub(super) struct Finding<'s> {
    pub(super) severity: Severity,
    pub(super) path: Vec<Step<'s>>,
    pub(super) message: String,
    /// How many problems it stands for that are not listed.
    pub(super) unlisted: usize,
}

/// Uses of an id that was not declared before them.
#[derive(Default)]
pub(super) struct Uses<'s> {
    /// The first [`MOST_USES`].
    pub(super) paths: Vec<Vec<Step<'s>>>,
    pub(super) count: usize,
}

/// See the module.
#[derive(Default)]
pub(super) struct Findings<'s> {
    pub(super) list: Vec<Finding<'s>>,
    pub(super) names: Names<'s>,
    pub(super) referred: HashMap<(&'s [String], Box<str>), Uses<'s>>,
    /// Whether any object repeats a key, which the typed reader refuses.
    pub(super) repeated_keys: bool,
    errors: usize,
    warnings: usize,
    path: Vec<Step<'s>>,
}

impl<'s> Findings<'s> {
    /// Descends to a value; what is noted before [`Self::leave`] belongs to it.
    pub(super) fn enter(&mut self, step: Step<'s>) {
        self.path.push(step);
    }

    pub(super) fn leave(&mut self) {
        self.path.pop();
    }

    pub(super) fn error(&mut self, message: String) {
        self.note(Severity::Error, || message);
    }

    pub(super) fn warning(&mut self, message: String) {
        self.note(Severity::Warning, || message);
    }

    /// Notes a problem here. `message` is called only if the problem will be shown.
    pub(super) fn note(&mut self, severity: Severity, message: impl FnOnce() -> String) {
        let count = match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning | Severity::Lint => &mut self.warnings,
        };
        *count += 1;
        if *count <= MOST {
            self.list.push(Finding { severity, path: self.path.clone(), message: message(), unlisted: 0 });
        }
    }

    /// Notes that the value here is the id of a thing of this kind.
    pub(super) fn declare(&mut self, kind: &'s str, id: &str) {
        let indices = self.indices();
        if let Err(first) = self.names.declare(kind, id, indices) {
            // A key repeated within one thing is reported as such.
            if first.is(kind, indices) {
                return;
            }
            let owner = first.owner();
            self.error(format!(
                "{} is already the id of {owner}; ids must be unique within a dossier",
                quoted(id)
            ));
        }
    }

    /// Notes that the value here is the id of a thing of one of these kinds.
    pub(super) fn refer(&mut self, kinds: &'s [String], id: &str) {
        if !self.names.is_known(kinds, id) {
            let uses = self.referred.entry((kinds, id.into())).or_default();
            uses.count += 1;
            if uses.paths.len() < MOST_USES {
                uses.paths.push(self.path.clone());
            }
        }
    }

    /// Ends the walk: says how many problems are not in the list.
    pub(super) fn finish(mut self) -> Self {
        for (count, severity, words) in
            [(self.errors, Severity::Error, "errors"), (self.warnings, Severity::Warning, "warnings")]
        {
            if count > MOST {
                let message = format!("{} more {words} are not shown", thousands(count - MOST));
                self.list.push(Finding { severity, path: Vec::new(), message, unlisted: count - MOST });
            }
        }
        self
    }

    /// The indices of the lists around the value here, outermost first.
    fn indices(&self) -> (usize, usize) {
        let mut indices = self.path.iter().filter_map(|step| match step {
            Step::Index(i) => Some(*i),
            Step::Key(_) => None,
        });
        (indices.next().unwrap_or(0), indices.next().unwrap_or(0))
    }
}
