//! Where the panes are, left of the reader.

use super::layout::Area;
use super::pane::Pane;
use super::state::State;

/// The panes left of the reader with their areas: the library, or the four panes.
pub fn pane_areas(state: &State) -> Vec<(Pane, Area)> {
    match state.place.pane.place() {
        None => vec![(Pane::Library, state.layout.left())],
        Some(focused) => Pane::STACK.into_iter().zip(areas(state, focused)).collect(),
    }
}

/// The areas of the four panes: most rows for the focused one or, while filtered, as many as each needs. A pane without
/// rows is only a heading, unless it has the focus.
fn areas(state: &State, focused: usize) -> [Area; 4] {
    let is_folded = |pane: Pane| pane.place() != Some(focused) && is_empty(state, pane);
    let is_filtered = state.search.is_some() || state.place.narrowed.is_some();
    if !is_filtered || (state.search.is_none() && state.layout.sizes.has_rows()) {
        return state.layout.stack(focused, Pane::STACK.map(is_folded));
    }
    let wanted = Pane::STACK.map(|pane| {
        let rows = state.list(pane).rows.len().max(1);
        match is_folded(pane) {
            true => 1,
            false => rows + if pane == Pane::Timeline { 2 } else { 1 },
        }
    });
    state.layout.share(state.layout.left(), wanted)
}

/// Whether a pane has no rows, and none will come.
fn is_empty(state: &State, pane: Pane) -> bool {
    state.loading.is_none() && state.list(pane).rows.is_empty()
}
