//! Moving and typing in what lies over the screen.

use super::motion::moved;
use crate::insight::overlap::find_states;
use crate::tui::action::{Action, Motion};
use crate::tui::input_line::InputLine;
use crate::tui::overlays::{disputes, found, warning_lines};
use crate::tui::state::{FilterBox, Overlay, State};

fn filter(state: &mut State) -> Option<&mut FilterBox> {
    match state.overlays.last_mut()? {
        Overlay::Help(filter) | Overlay::Palette(filter) | Overlay::About(filter) => Some(filter),
        Overlay::Pair(pair) => Some(&mut pair.filter),
        _ => None,
    }
}

pub(super) fn edit(state: &mut State, edit: impl FnOnce(&mut InputLine) -> bool) -> bool {
    let Some(filter) = filter(state) else { return false };
    let edited = edit(&mut filter.line);
    filter.chosen = 0;
    edited
}

pub(super) fn step(state: &mut State, motion: Motion) {
    let rows = state.layout.rows;
    let lines = warning_lines(&state.warnings, state.layout).len();
    match state.overlays.last_mut() {
        Some(Overlay::Warnings(first)) => *first = moved(*first, lines, rows / 2, motion),
        Some(Overlay::Help(filter) | Overlay::Palette(filter)) => {
            filter.chosen = moved(filter.chosen, found(filter.line.text()).len(), rows / 2, motion);
        }
        Some(Overlay::About(filter)) => {
            let total = disputes(&state.collection, filter.line.text()).len();
            filter.chosen = moved(filter.chosen, total, rows / 2, motion);
        }
        Some(Overlay::Pair(pair)) => {
            let total = find_states(pair.filter.line.text()).len();
            pair.filter.chosen = moved(pair.filter.chosen, total, rows / 2, motion);
        }
        _ => {}
    }
}

/// The action of the chosen row.
pub(super) fn chosen(state: &mut State) -> Option<Action> {
    let filter = filter(state)?;
    let entries = found(filter.line.text());
    entries.get(filter.chosen).map(|hit| (hit.entry.action)(0))
}
