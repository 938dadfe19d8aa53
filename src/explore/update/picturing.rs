//! Pictures that cover the panes, and the scale of charts.

use crate::data::builtin_topics;
use crate::explore::action::Motion;
use crate::explore::errands::Done;
use crate::explore::map_frame::areas;
use crate::explore::overlays::{CoverageTable, FollowUpView, MapView, NARROW, NetworkView, Overlay};
use crate::explore::pane::Pane;
use crate::explore::state::State;
use crate::insight::charts::{Atlas, Network};
use crate::insight::{Subjects, charts, coverage as covered, follow_up as followed};
use crate::model::{ItemId, Kind};
use std::sync::Arc;

/// Opens the coverage of everything that is open.
pub(super) fn coverage(state: &mut State) {
    match builtin_topics() {
        Ok(topics) => {
            let collection = Arc::clone(state.collection());
            state.begin("Working out the coverage…", move |meter| {
                let found = covered(&collection, &topics, Subjects::SectorsElseTopics, |_| true, meter);
                Done::Coverage(Box::new(CoverageTable::new(&collection, found)))
            });
        }
        Err(problem) => state.notice = Some(problem.to_string()),
    }
}

/// Opens what was done since, at the clause or the agreement that is read.
pub(super) fn follow_up(state: &mut State) {
    let (collection, at) = (Arc::clone(state.collection()), state.place.reader.item());
    let last = state.open.axis.map(|axis| axis.last);
    state.begin("Working out what was done since…", move |_| {
        let done = charts::Done::of(&collection, followed(&collection), last);
        Done::FollowUp(Box::new(FollowUpView::new(done, at)))
    });
}

/// Opens the map of the members of the organisation that is read, or of the parties of the agreements that are shown.
pub(super) fn map(state: &mut State) {
    let (collection, agreements) = (Arc::clone(state.collection()), shown_agreements(state));
    let organisation = state.place.reader.item().filter(|item| item.kind() == Kind::Organisation);
    state.begin("Working out the map…", move |_| {
        Done::Map(Box::new(MapView::new(&collection, agreements, organisation)))
    });
}

/// Opens the network of the parties of the agreements that are shown.
pub(super) fn network(state: &mut State) {
    let (collection, agreements) = (Arc::clone(state.collection()), shown_agreements(state));
    state.begin("Working out who signs with whom…", move |_| {
        let parties = Atlas::parties(&collection, &agreements, None);
        Done::Network(Box::new(NetworkView::new(Network::of(&parties))))
    });
}

/// Moves the map on top to another part of the world.
pub(super) fn pan(state: &mut State, motion: Motion) {
    let layout = state.layout;
    let Some(Overlay::Map(map)) = state.overlays.last_mut() else {
        state.notice = Some("Only a map can be moved: M opens one".to_owned());
        return;
    };
    if let Some(why) = map.pan_quarter(layout, motion) {
        state.notice = Some(why.to_owned());
    }
}

/// Moves the map on top with the mouse, from one cell to another.
pub(super) fn drag_map(state: &mut State, from: (usize, usize), to: (usize, usize)) {
    let layout = state.layout;
    if let Some(Overlay::Map(map)) = state.overlays.last_mut() {
        let cells = |from: usize, to: usize| from.cast_signed() - to.cast_signed();
        map.pan(layout, cells(from.0, to.0), cells(from.1, to.1));
    }
}

/// Makes the scale of the focused pane's chart larger or smaller; in the memberships, opens or folds runs.
pub(super) fn scale(state: &mut State, larger: bool) {
    if let Some(overlay) = state.overlays.last_mut() {
        if let Overlay::Map(map) = overlay {
            map.rescale(larger);
            if areas(state.layout.body(), state.layout).0.is_none() {
                state.notice = Some(NARROW.to_owned());
            }
        }
        return;
    }
    let pane = state.place.pane;
    let largest = match pane {
        // Up to weeks on a wide screen.
        Pane::Timeline => 7,
        Pane::Memberships => 1,
        Pane::Clauses | Pane::Sectors | Pane::Library => 0,
    };
    let scale = &mut state.place.scales[pane];
    *scale = if larger { (*scale + 1).min(largest) } else { scale.saturating_sub(1) };
}

/// The agreements that the panes list, whole or with some of their clauses.
fn shown_agreements(state: &State) -> Vec<ItemId> {
    let mut agreements: Vec<ItemId> = Vec::new();
    let listed = state.list(Pane::Clauses).items().filter(|item| item.kind() == Kind::Agreement);
    for item in listed {
        // Points that are not on record list their agreement again.
        if agreements.last() != Some(&item) {
            agreements.push(item);
        }
    }
    agreements
}
