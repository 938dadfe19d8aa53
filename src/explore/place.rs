//! Where a person is: what going back, forward and out of a search restores.

use super::list::List;
use super::narrowing::Narrowing;
use super::pane::{Pane, Panes, SortOrders};
use super::reader::Reader;
use crate::model::Dossier;
use std::sync::Arc;

/// Where the keys go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// To a pane.
    Pane(Pane),
    /// To the reader.
    Reader,
}

/// How the focused part is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Among the others.
    Panes,
    /// On the whole screen: a pane's chart, or the reader alone.
    Zoom,
}

/// What lists are made for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// The sort orders of the rows.
    pub sorts: SortOrders,
    /// Which collection, counted from the first one that was shown.
    pub edition: usize,
}

/// See the module.
#[derive(Clone, Debug)]
pub struct Place {
    /// Where the keys go.
    pub focus: Focus,
    /// How the focused part is shown.
    pub view: View,
    /// The pane that had the focus last, for the way back from the reader.
    pub pane: Pane,
    /// The panes' lists.
    pub lists: Panes<List>,
    /// What the lists were made for; they are made anew where that has changed.
    pub listed: Listed,
    /// What the panes are narrowed to.
    pub narrowed: Option<Arc<Narrowing>>,
    /// Two states whose memberships are looked at instead of the dossier's own.
    pub pair: Option<Arc<Dossier>>,
    /// What is read.
    pub reader: Reader,
    /// The column of the cursor in a chart.
    pub column: usize,
    /// How many times larger the timeline's chart is than the whole span.
    pub scale: usize,
}

impl Place {
    /// The beginning: the clauses have the focus, and nothing is read yet.
    pub fn new(lists: Panes<List>) -> Self {
        Self {
            focus: Focus::Pane(Pane::Clauses),
            view: View::Panes,
            pane: Pane::Clauses,
            lists,
            listed: Listed::default(),
            narrowed: None,
            pair: None,
            reader: Reader::default(),
            column: 0,
            scale: 1,
        }
    }

    /// Gives a pane the focus.
    pub fn focus_on(&mut self, pane: Pane) {
        (self.focus, self.pane) = (Focus::Pane(pane), pane);
    }

    /// Gives the reader the focus, among the panes.
    pub fn focus_on_reader(&mut self) {
        (self.focus, self.view) = (Focus::Reader, View::Panes);
    }
}
