//! A search in progress.

use super::input_line::InputLine;
use super::place::Place;
use crate::model::Collection;
use crate::search::{self, Completion, Matches, complete};
use std::sync::Arc;

/// What is typed, what matches, and where the person was before.
pub struct SearchBox {
    /// What is typed.
    pub line: InputLine,
    /// What matches; `None` for an empty line.
    pub matches: Option<Arc<Matches>>,
    /// What of the line could not be understood.
    pub problems: Vec<search::QueryProblem>,
    /// The chosen one of the best matches.
    pub chosen: usize,
    /// Whether keys go to the line or to the panes.
    pub focus: SearchFocus,
    /// Where the person was before.
    pub before: Place,
}

/// Where the keys go during a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchFocus {
    /// To the line and the best matches.
    Line,
    /// To the panes.
    Panes,
}

impl SearchBox {
    /// A search with nothing typed yet.
    pub fn new(before: Place) -> Self {
        Self {
            line: InputLine::default(),
            matches: None,
            problems: Vec::new(),
            chosen: 0,
            focus: SearchFocus::Line,
            before,
        }
    }

    /// How the field value before the cursor may be completed; empty outside of a field, where Tab leads to the panes.
    pub fn completions(&self, collection: &Collection) -> Vec<Completion> {
        let (before, _) = self.line.parts();
        let value = before.rsplit(' ').next();
        if value.is_some_and(|value| value.contains(':')) {
            complete(collection, self.line.text(), before.len())
        } else {
            Vec::new()
        }
    }
}
