//! Leaving a set of files and coming back to it: the place, the sizes, the filter, the sort orders and the query.

use super::listing::relist;
use super::searching::ask_for_last;
use crate::data::personal::{Moment, Visit};
use crate::explore::layout::Sizes;
use crate::explore::narrowing::{Narrowing, Scope};
use crate::explore::pane::Pane;
use crate::explore::place::Focus;
use crate::explore::returning::Returning;
use crate::explore::state::State;
use crate::model::Kind;
use crate::search::{Matches, Query};
use std::sync::Arc;

/// How these files are left now; `None` if nothing is open.
pub fn leave(state: &State, files: &str) -> Option<Visit> {
    let (place, collection) = (&state.place, state.collection());
    let filter = place.narrowed.as_ref().and_then(|narrowed| narrowed.item());
    let address = |item| collection.address(item).map(|address| address.to_string());
    let sizes = state.layout.sizes;
    let query = state.last_matches.as_ref().and(state.last_words.clone());
    Some(Visit {
        files: files.to_owned(),
        left: Moment::now(),
        item: address(place.reader.item()?)?,
        pane: place.pane.number(),
        reads: place.focus == Focus::Reader,
        line: place.reader.scroll,
        filter: filter.and_then(address),
        query,
        sorts: Pane::ALL.map(|pane| state.sorts[pane]).to_vec(),
        sizes: [sizes.width_of_panes, sizes.width_of_library].into_iter().chain(sizes.rows).collect(),
    })
}

/// Takes up a visit, once its item is read. If that is gone, the start is as usual.
pub(super) fn take_up(state: &mut State, visit: Option<Box<Visit>>) {
    let Some(visit) = visit else {
        state.returning = Returning::Over;
        return;
    };
    let Some(item) = state.collection().find(&visit.item) else {
        let is_over = state.loading.is_none();
        state.returning = if is_over { Returning::Over } else { Returning::Known(visit) };
        return;
    };
    let is_elsewhere = state.place.reader.item() != Some(item);
    state.returning = Returning::Over;
    state.opening = None;
    for (pane, order) in Pane::ALL.into_iter().zip(&visit.sorts) {
        state.sorts[pane] = order % pane.orders().len();
    }
    if let [panes, library, rows @ ..] = visit.sizes.as_slice()
        && let Ok(rows) = rows.try_into()
    {
        state.layout.sizes = Sizes { width_of_panes: *panes, width_of_library: *library, rows };
    }
    let filter = visit.filter.as_ref().and_then(|address| state.collection().find(address));
    state.place.narrowed = filter.map(|item| {
        let scope = if item.kind() == Kind::Agreement { Scope::Agreement(item) } else { Scope::Item(item) };
        Arc::new(Narrowing::new(&state.open.collection, scope))
    });
    relist(state);
    let pane = Pane::ALL.into_iter().find(|pane| pane.number() == visit.pane);
    state.place.focus_on(pane.unwrap_or(Pane::Clauses));
    state.show(item);
    if state.place.pane == Pane::Library {
        let agreement = item.agreement().unwrap_or(item);
        state.place.lists[Pane::Library].select(agreement);
    }
    state.place.reader.scroll = visit.line;
    if visit.reads {
        state.place.focus_on_reader();
    }
    if let Some(query) = &visit.query {
        (state.last_query, state.last_words) = (Some(Query::parse(query)), Some(query.clone()));
        state.last_matches = Some(Arc::new(Matches::default()));
        ask_for_last(state);
    }
    if is_elsewhere && state.notice.is_none() {
        state.notice = Some("Back where you were; accords --fresh begins at the beginning".to_owned());
    }
}
