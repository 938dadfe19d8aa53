//! Dragging the divider, the borders of the panes, and a map.

use super::picturing;
use crate::explore::gesture::Grip;
use crate::explore::pane::Pane;
use crate::explore::place::View;
use crate::explore::stack::pane_areas;
use crate::explore::state::State;

/// Moves what the mouse holds to a cell.
pub(super) fn drag(state: &mut State, column: usize, row: usize) {
    match &mut state.grip {
        Some(Grip::Divider) => {
            let (left, all) = (state.layout.left, state.layout.columns);
            // The divider is a column beyond the margin of what is left of it.
            let columns = column.saturating_sub(state.layout.left().x + 1);
            state.layout.sizes.set_columns(left, columns, all);
        }
        Some(Grip::Heading { pane, moved }) => {
            *moved = true;
            let pane = *pane;
            move_border(state, pane, row);
        }
        Some(Grip::Map(held)) => {
            let from = held.replace((column, row)).unwrap_or((column, row));
            picturing::drag_map(state, from, (column, row));
        }
        None => {}
    }
}

/// Moves the heading of a pane to a row. The pane above and the pane below get more rows or fewer; what the focused one
/// has follows from the others.
fn move_border(state: &mut State, pane: Pane, row: usize) {
    let Some((above, below)) = pane.place().and_then(|place| Some((place.checked_sub(1)?, place))) else {
        return;
    };
    if !state.layout.is_split() || state.place.view == View::Zoom || state.search.is_some() {
        return;
    }
    let areas = pane_areas(state);
    let (Some((_, upper)), Some((_, lower))) = (areas.get(above), areas.get(below)) else { return };
    let (grown, shrunk) = (row.saturating_sub(lower.y), lower.y.saturating_sub(row));
    let shrunk = shrunk.min(upper.height.saturating_sub(1));
    let grown = grown.min(lower.height.saturating_sub(1));
    let rows = state.layout.pane_rows();
    let focused = state.place.pane.place();
    let heights = [(above, upper.height + grown - shrunk), (below, lower.height + shrunk - grown)];
    for (place, height) in heights.into_iter().filter(|(place, _)| Some(*place) != focused) {
        state.layout.sizes.set_rows(place, height, rows);
    }
}

/// Lets go of what the mouse holds; the pane whose heading was pressed but not moved.
pub(super) fn release(state: &mut State) -> Option<Pane> {
    match state.grip.take() {
        Some(Grip::Heading { pane, moved: false }) => Some(pane),
        _ => None,
    }
}
