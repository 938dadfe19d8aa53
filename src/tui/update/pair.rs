//! The Memberships pane for any two states: choosing them, showing them, giving back the dossier's own.

use crate::data::memberships::{BUILTIN_URL, builtin};
use crate::insight::overlap::{Named, dossier_of, find_states};
use crate::model::Dossier;
use crate::tui::state::{FilterBox, Focus, Overlay, PairBox, PaneId, State, View};
use std::sync::Arc;

/// Opens the box in which two states are typed.
pub(super) fn start(state: &mut State) {
    state.overlays.push(Overlay::Pair(PairBox::default()));
}

/// Takes the chosen state; with the second one the pane shows the pair.
pub(super) fn choose(state: &mut State) {
    let Some(Overlay::Pair(pair)) = state.overlays.last_mut() else { return };
    let found = find_states(pair.filter.line.text());
    let Some(chosen) = found.get(pair.filter.chosen).cloned() else { return };
    match pair.first.take() {
        None => (pair.first, pair.filter) = (Some(chosen), FilterBox::default()),
        Some(first) if first == chosen => {
            pair.first = Some(first);
            state.notice = Some("choose another state for the second".to_owned());
        }
        Some(first) => {
            state.overlays.pop();
            show(state, vec![first, chosen]);
        }
    }
}

fn show(state: &mut State, states: Vec<Named>) {
    let read = state.memberships.clone();
    state.begin("reading the table of memberships", move || {
        let codes: Vec<String> = states.iter().map(|s| s.code.clone()).collect();
        let (table, url) = match read {
            Some(read) => (read(&codes), None),
            None => (builtin(&codes), Some(BUILTIN_URL)),
        };
        let pair = table.map(|table| dossier_of(&states, &table, url));
        Box::new(move |state| match pair {
            Ok(pair) => open(state, pair),
            Err(why) => state.notice = Some(format!("the table of memberships cannot be read: {why}")),
        })
    });
}

fn open(state: &mut State, pair: Dossier) {
    state.leave_trace();
    super::searching::close_into(state);
    set(state, Some(Arc::new(pair)));
    (state.place.focus, state.place.pane) = (Focus::Pane(PaneId::Memberships), PaneId::Memberships);
    state.list_mut(PaneId::Memberships).selected = 0;
    state.read_selected();
}

/// Gives back the dossier's own memberships.
pub(super) fn clear(state: &mut State) {
    state.leave_trace();
    set(state, None);
    state.place.view = View::Panes;
    state.read_selected();
}

fn set(state: &mut State, pair: Option<Arc<Dossier>>) {
    state.place.pair = pair;
    state.match_pair();
    state.relist();
}
