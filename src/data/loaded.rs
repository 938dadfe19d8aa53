//! What came of reading a file.

use super::problem::Problem;
use crate::model::Dossier;

/// A file's dossier, if nothing keeps it out, and everything there is to say about the file.
#[derive(Debug)]
pub struct Loaded {
    /// The dossier; none where there are errors.
    pub dossier: Option<Dossier>,
    /// Errors and warnings, in the order of the file.
    pub problems: Vec<Problem>,
}
