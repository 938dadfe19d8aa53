//! A place in the explorer: what going back, going forward and cancelling a search restore.

use super::list::List;
use super::narrowing::Narrowing;
use super::pane::{Pane, Panes, SortOrders};
use super::reader::Reader;
use crate::model::Dossier;
use std::sync::Arc;

/// What has the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// A pane.
    Pane(Pane),
    /// The reader.
    Reader,
}

/// How the focused part is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Panes and reader side by side.
    Panes,
    /// Full screen: a pane's chart, or the reader alone.
    Zoom,
}

/// What lists were made for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// The sort orders of the rows.
    pub sorts: SortOrders,
    /// The edition of the collection (see [`State`](super::State)).
    pub edition: usize,
}

/// See the module.
#[derive(Clone, Debug)]
pub struct Place {
    /// What has the focus.
    pub focus: Focus,
    /// How the focused part is shown.
    pub view: View,
    /// The pane that had the focus last, for the way back from the reader.
    pub pane: Pane,
    /// The pane of the stack that had the focus last, for the way back from the library.
    pub beside_library: Pane,
    /// The panes' lists.
    pub lists: Panes<List>,
    /// What the lists were made for. They are rebuilt when that changes.
    pub listed: Listed,
    /// What the panes are filtered by.
    pub narrowed: Option<Arc<Narrowing>>,
    /// Two states whose memberships are shown instead of the dossiers' own.
    pub pair: Option<Arc<Dossier>>,
    /// The reader.
    pub reader: Reader,
    /// The column of the cursor in a chart.
    pub column: usize,
    /// How much larger the scale of each pane's chart is than that of the whole, as a power of two.
    pub scales: Panes<u32>,
}

impl Place {
    /// The start: the clauses have the focus, and the reader is empty.
    pub fn new(lists: Panes<List>) -> Self {
        Self {
            focus: Focus::Pane(Pane::Clauses),
            view: View::Panes,
            pane: Pane::Clauses,
            beside_library: Pane::Clauses,
            lists,
            listed: Listed::default(),
            narrowed: None,
            pair: None,
            reader: Reader::default(),
            column: 0,
            scales: Panes::default(),
        }
    }

    /// The magnification of a pane's chart; 1 shows the whole.
    pub fn scale(&self, pane: Pane) -> usize {
        1 << self.scales[pane]
    }

    /// Gives a pane the focus.
    pub fn focus_on(&mut self, pane: Pane) {
        (self.focus, self.pane) = (Focus::Pane(pane), pane);
        if pane != Pane::Library {
            self.beside_library = pane;
        }
    }

    /// Gives the reader the focus, among the panes.
    pub fn focus_on_reader(&mut self) {
        (self.focus, self.view) = (Focus::Reader, View::Panes);
    }
}
