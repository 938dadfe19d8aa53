//! The panes' lists: made anew when what they are made for has changed.

use crate::explore::list::List;
use crate::explore::pane::Pane;
use crate::explore::rows::{Filter, rows};
use crate::explore::state::State;
use crate::model::Dossier;
use std::sync::Arc;

/// Lists the panes anew after narrowing, sorting or searching; keeps what was selected if it is still there.
pub(super) fn relist(state: &mut State) {
    let narrowed = state.place.narrowed.clone();
    let matches = state.search.as_ref().and_then(|s| s.matches.clone());
    let filter = Filter::new(narrowed.as_deref(), matches.as_deref());
    state.place.listed = state.listed();
    for pane in Pane::ALL {
        let is_whole = filter.is_none() && state.sorts.is_first(pane) && state.place.pair.is_none();
        let fresh = match is_whole {
            true => state.open.lists[pane].clone(),
            false => List::new(pane, rows(state.collection(), pane, &state.sorts, &filter)),
        };
        let list = &mut state.place.lists[pane];
        let was = list.row();
        *list = fresh;
        if let Some(was) = was {
            list.select_row(was);
        }
    }
}

/// Makes the lists of a place come back to anew, if something has changed meanwhile.
pub(super) fn relist_if_old(state: &mut State) {
    if state.place.listed != state.listed() {
        relist(state);
    }
}

/// Shows all that is open again.
pub(super) fn show_all(state: &mut State) {
    state.place.narrowed = None;
    relist(state);
}

/// Looks at the memberships of this pair of states, or at the dossiers' own.
pub(super) fn set_pair(state: &mut State, pair: Option<Arc<Dossier>>) {
    state.place.pair = pair;
    sync_pair(state);
    relist(state);
}

/// Puts the pair of the present place beside what is open: places with other pairs are left and come back to.
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
