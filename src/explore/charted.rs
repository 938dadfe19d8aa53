//! The explorer at a chart, to print it.

use super::charts::last_column;
use super::layout::Layout;
use super::list::List;
use super::overlays::Overlay;
use super::pane::Pane;
use super::place::View;
use super::rows::{Filter, rows};
use super::state::State;
use super::update::opened;
use crate::model::Collection;
use crate::search::Matches;

/// The rows of the screen that the chart is laid out for: enough for all its parts.
const ROWS: usize = 36;

/// The chart of a pane, of the matches of a search or of all, on a screen of this width.
pub fn charted(collection: Collection, pane: Pane, matches: Option<&Matches>, columns: usize) -> State {
    let mut state = opened(collection, Vec::new(), Layout::new(columns, ROWS));
    if matches.is_some() {
        let filter = Filter::new(None, matches);
        let listing = rows(state.collection(), pane, &state.sorts, &filter, &state.folds);
        state.place.lists[pane] = List::new(pane, listing);
    }
    state.place.focus_on(pane);
    state.place.view = View::Zoom;
    if pane == Pane::Sectors {
        // The years with facts are of more interest than those before them.
        state.place.column = last_column(&state);
    }
    state
}

/// A picture that covers the panes, on a screen of this width.
pub fn pictured(collection: Collection, columns: usize, picture: impl FnOnce(&State) -> Overlay) -> State {
    let mut state = opened(collection, Vec::new(), Layout::new(columns, ROWS));
    let overlay = picture(&state);
    state.overlays.push(overlay);
    state
}
