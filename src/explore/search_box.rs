//! A search in progress.

use super::input_line::InputLine;
use super::place::Place;
use crate::model::{Collection, ItemId};
use crate::search::{self, Completion, Matches, SavedSearches, WrittenOut, complete, complete_name};
use std::sync::Arc;

/// A search in progress: the line, the matches, and the place before it.
pub struct SearchBox {
    /// The search line.
    pub line: InputLine,
    /// The matches; `None` for an empty line.
    pub matches: Option<Arc<Matches>>,
    /// How many items the line as it is now was searched in.
    pub searched: usize,
    /// The item whose address the line is.
    pub address: Option<ItemId>,
    /// Whether the item at the address in the line is opened as soon as it is read.
    pub awaits_address: bool,
    /// The line as it is searched.
    pub asked: WrittenOut,
    /// The parts of the line that were not understood.
    pub problems: Vec<search::QueryProblem>,
    /// The earlier query that the line shows, counted from the newest.
    pub earlier: Option<usize>,
    /// The index of the chosen match.
    pub chosen: usize,
    /// What has the focus.
    pub focus: SearchFocus,
    /// The place before the search.
    pub before: Place,
}

/// What has the focus during a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchFocus {
    /// The line and the best matches.
    Line,
    /// The panes.
    Panes,
}

impl SearchBox {
    /// A search with nothing typed yet.
    pub fn new(before: Place) -> Self {
        Self {
            line: InputLine::default(),
            matches: None,
            searched: 0,
            address: None,
            awaits_address: false,
            asked: WrittenOut::default(),
            problems: Vec::new(),
            earlier: None,
            chosen: 0,
            focus: SearchFocus::Line,
            before,
        }
    }

    /// The completions of the filter value or the saved search before the cursor; empty if there is none, where Tab goes
    /// to the panes.
    pub fn completions(&self, collection: &Collection, saved: &SavedSearches) -> Vec<Completion> {
        let (before, _) = self.line.parts();
        let (start, names) = complete_name(before, saved);
        if !names.is_empty() {
            let completion =
                |name: String| Completion { range: start..before.len(), text: name.clone(), name };
            return names.into_iter().map(completion).collect();
        }
        let value = before.rsplit(' ').next();
        if value.is_some_and(|value| value.contains(':')) {
            complete(collection, self.line.text(), before.len())
        } else {
            Vec::new()
        }
    }
}
