//! Saved searches.

use crate::report::forms::{Columns, Report, Sheet};
use crate::search::SavedSearches;

/// Saved searches as rows.
pub struct SavedReport<'a> {
    rows: Vec<(&'a str, &'a str)>,
}

impl<'a> SavedReport<'a> {
    /// At most this many of the searches, by their names.
    pub fn new(saved: &'a SavedSearches, most: usize) -> Self {
        Self { rows: saved.iter().take(most).map(|(name, query)| (name.as_str(), query.as_str())).collect() }
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

impl Report for SavedReport<'_> {
    fn sheet(&self) -> Sheet<'_> {
        Sheet::new(columns(), self.rows.len(), |at| self.rows.get(at).copied())
    }
}

pub(super) fn columns<'a>() -> Columns<'a, (&'a str, &'a str)> {
    Columns::<(&'a str, &'a str)>::new()
        .column("name", "the name, which is @name in a query", |(name, _)| *name)
        .column("query", "the query that was saved", |(_, query)| *query)
}
