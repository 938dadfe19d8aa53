//! Rebuilds the panes' lists when what they were made for has changed.

use crate::explore::list::List;
use crate::explore::pane::Pane;
use crate::explore::rows::{Filter, rows};
use crate::explore::state::State;
use crate::model::Dossier;
use std::sync::Arc;

/// Rebuilds the lists after filtering, sorting or searching. Keeps the selection if it is still listed.
pub(super) fn relist(state: &mut State) {
    let narrowed = state.place.narrowed.clone();
    let matches = state.search.as_ref().and_then(|s| s.matches.clone());
    let filter = Filter::new(narrowed.as_deref(), matches.as_deref());
    state.place.listed = state.listed();
    for pane in Pane::ALL {
        let folded = pane != Pane::Clauses || state.folds.is_none_open();
        let is_whole = folded && filter.is_none() && state.sorts.is_first(pane) && state.place.pair.is_none();
        let fresh = match is_whole {
            true => state.open.lists[pane].clone(),
            false => List::new(pane, rows(state.collection(), pane, &state.sorts, &filter, &state.folds)),
        };
        let list = &mut state.place.lists[pane];
        let was = list.row();
        *list = fresh;
        if let Some(was) = was {
            let _ = list.select_row(was) || list.select(was.item());
        }
    }
}

/// Rebuilds the lists of a place on return to it, if something has changed since.
pub(super) fn relist_if_old(state: &mut State) {
    if state.place.listed != state.listed() {
        relist(state);
    }
}

/// Removes the filter of the panes.
pub(super) fn show_all(state: &mut State) {
    state.place.narrowed = None;
    relist(state);
}

/// Shows the memberships of a pair of states, or the dossiers' own.
pub(super) fn set_pair(state: &mut State, pair: Option<Arc<Dossier>>) {
    state.place.pair = pair;
    sync_pair(state);
    relist(state);
}

/// Syncs the pair in the collection with that of the place, which changes on going back and forward.
pub(super) fn sync_pair(state: &mut State) {
    let same = match (state.collection().beside(), &state.place.pair) {
        (Some(beside), Some(pair)) => Arc::ptr_eq(beside, pair),
        (None, None) => true,
        _ => false,
    };
    if !same {
        state.open.collection = Arc::new(state.open.collection.with_beside(state.place.pair.clone()));
    }
}
