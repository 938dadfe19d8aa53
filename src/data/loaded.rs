//! What reading gives: dossiers and problems.

use super::problem::{Problem, Severity};
use crate::model::Dossier;
use std::sync::Arc;

/// Dossiers and problems: of one file, of a batch of files, or of everything that was opened.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The dossiers of the files without errors, in the order of the files.
    pub dossiers: Vec<Arc<Dossier>>,
    /// Errors and warnings, in the order of the files.
    pub problems: Vec<Problem>,
}

impl Loaded {
    /// Whether any file was kept out.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|p| p.severity == Severity::Error)
    }

    /// Adds what was read after this.
    pub fn append(&mut self, more: Self) {
        self.dossiers.extend(more.dossiers);
        self.problems.extend(more.problems);
    }
}

impl From<Arc<Dossier>> for Loaded {
    fn from(dossier: Arc<Dossier>) -> Self {
        Self { dossiers: vec![dossier], problems: Vec::new() }
    }
}

impl From<Dossier> for Loaded {
    fn from(dossier: Dossier) -> Self {
        Arc::new(dossier).into()
    }
}

impl From<Problem> for Loaded {
    fn from(problem: Problem) -> Self {
        Self { dossiers: Vec::new(), problems: vec![problem] }
    }
}
