//! Leaving a set of files and coming back to it: the place, the sizes, the filter, the folds, the sort orders and the query.

use super::listing::relist;
use super::navigation;
use super::searching::ask_for_last;
use crate::data::personal::{Moment, Visit};
use crate::explore::layout::Sizes;
use crate::explore::narrowing::{Narrowing, Scope};
use crate::explore::pane::Pane;
use crate::explore::place::{Focus, View};
use crate::explore::returning::Returning;
use crate::explore::state::State;
use crate::model::{Collection, Kind};
use crate::search::Matches;
use std::sync::Arc;

/// The most open chapters that are remembered.
const MOST_OPEN: usize = 1_000;

/// How these files are left now; `None` if nothing is open.
pub fn leave(state: &State, files: &str) -> Option<Visit> {
    let (place, collection) = (&state.place, state.collection());
    let scope = place.narrowed.as_ref().map(|narrowed| narrowed.scope);
    let (filter, dossier) = match scope {
        Some(Scope::Item(item) | Scope::Agreement(item)) => (Some(item), None),
        Some(Scope::Dossier(place)) => (None, collection.dossiers().get(place as usize)),
        None => (None, None),
    };
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
        dossier: dossier.map(|dossier| dossier.id.clone()),
        is_zoomed: place.view == View::Zoom,
        unfolded: state.folds.opened().into_iter().take(MOST_OPEN).filter_map(address).collect(),
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
    let scope = scope(state.collection(), &visit);
    state.place.narrowed = scope.map(|scope| Arc::new(Narrowing::new(&state.open.collection, scope)));
    let unfolded = visit.unfolded.iter().filter_map(|address| state.open.collection.find(address));
    unfolded.for_each(|chapter| state.folds.open(chapter));
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
    if visit.is_zoomed {
        navigation::zoom(state);
    }
    if let Some(query) = &visit.query {
        (state.last_query, state.last_words) = (Some(state.written_out(query).query()), Some(query.clone()));
        state.last_matches = Some(Arc::new(Matches::default()));
        ask_for_last(state);
    }
    if is_elsewhere && state.notice.is_none() {
        state.notice = Some("Back where you were; accords --fresh starts anew".to_owned());
    }
}

/// What the panes were filtered by; `None` if that is gone.
fn scope(collection: &Collection, visit: &Visit) -> Option<Scope> {
    if let Some(id) = &visit.dossier {
        let place = collection.dossiers().iter().position(|dossier| dossier.id == *id)?;
        return Some(Scope::Dossier(u32::try_from(place).ok()?));
    }
    let item = collection.find(visit.filter.as_ref()?)?;
    Some(if item.kind() == Kind::Agreement { Scope::Agreement(item) } else { Scope::Item(item) })
}
