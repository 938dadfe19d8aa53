//! Opening, following, going back; narrowing and widening; zooming and sorting.

use crate::insight::sector_years;
use crate::model::{Collection, ItemId, Kind};
use crate::tui::layout::Room;
use crate::tui::overlays::disputes;
use crate::tui::panes::reader::Reader;
use crate::tui::pictures::sectors::last_year_with_facts;
use crate::tui::rows::{Narrowing, Row, Scope};
use crate::tui::state::{Focus, Overlay, PaneId, State, View};
use std::sync::Arc;

pub(super) fn focus_pane(state: &mut State, pane: PaneId) {
    (state.place.focus, state.place.pane) = (Focus::Pane(pane), pane);
    if pane == PaneId::Library {
        state.place.view = View::Panes;
        select_agreement(state);
    }
    select_linked(state, pane);
    enter_picture(state);
    state.read_selected();
}

/// Where the pane's selected row has nothing to do with what is read, selects the nearest row that has: the one in view.
fn select_linked(state: &mut State, pane: PaneId) {
    let reader = &state.place.reader;
    let belongs = |row: &Row| reader.item() == Some(row.item()) || reader.linked().contains(&row.item());
    let list = state.list(pane);
    if list.row().is_some_and(|row| belongs(&row)) {
        return;
    }
    let near = list.nearest(|row| matches!(row, Row::Item(_)) && belongs(&row));
    if let Some(place) = near {
        state.list_mut(pane).selected = place;
    }
}

/// Selects in the library the agreement that is read, or that of the clause that is.
fn select_agreement(state: &mut State) {
    if let Some(agreement) = state.place.reader.item().and_then(ItemId::agreement) {
        state.list_mut(PaneId::Library).select(agreement);
    }
}

/// The column at which the cursor of a picture begins: in the sectors' one, the last year that has facts.
fn enter_picture(state: &mut State) {
    let sectors = state.place.view == View::Zoom && state.place.pane == PaneId::Sectors;
    state.place.column = if sectors { last_year_with_facts(state) } else { 0 };
}

/// Into the reader, with the search's matches still lit.
pub(super) fn read(state: &mut State) {
    super::searching::close_into(state);
    state.place.focus = Focus::Reader;
}

pub(super) fn leave_reader(state: &mut State) {
    let own = state.place.reader.item().and_then(|item| PaneId::of(item.kind()));
    let from = state.place.pane;
    let pane = own.filter(|_| from != PaneId::Library).unwrap_or(from);
    (state.place.focus, state.place.pane) = (Focus::Pane(pane), pane);
    (state.place.reader.link, state.place.reader.reference) = (None, None);
    state.place.view = View::Panes;
    // The reader goes on showing what the pane has selected, or the other way round where it can be selected.
    if let Some(item) = state.place.reader.item()
        && !state.list_mut(pane).select(item)
    {
        state.read_selected();
    }
}

/// Enter in a pane: narrows to what can be narrowed to, reads the rest. On a small screen it always reads first.
pub(super) fn enter_in_pane(state: &mut State) {
    let Some(item) = state.list(state.place.pane).row().map(|row| row.item()) else { return };
    if state.place.pane == PaneId::Library {
        return follow_chosen(state, Scope::Agreement(item));
    }
    let narrowed_to = state.place.narrowed.as_ref().and_then(|n| n.item());
    if state.layout.room() == Room::One || !can_narrow(item) || narrowed_to == Some(item) {
        state.leave_trace();
        return read(state);
    }
    narrow(state, item);
}

pub(super) fn enter_in_reader(state: &mut State) {
    if let Some(link) = state.place.reader.link {
        return follow(state, link);
    }
    let reader = &state.place.reader;
    let named = reader.reference.and_then(|at| reader.references().get(at)).map(|named| named.target);
    if let Some(item) = named {
        return go_to(state, item);
    }
    if let Some(item) = state.place.reader.item().filter(|item| can_narrow(*item)) {
        narrow(state, item);
    }
}

/// Enter in a picture opens what the cursor is on: the facts of a cell, else the item.
pub(super) fn enter_in_picture(state: &mut State) {
    let Some(item) = state.list(state.place.pane).row().map(|row| row.item()) else { return };
    if state.place.pane == PaneId::Sectors
        && let Some(fact) = fact_under_cursor(state, item)
    {
        state.leave_trace();
        state.place.view = View::Panes;
        state.show(fact);
        state.place.focus = Focus::Reader;
        return;
    }
    state.leave_trace();
    state.place.view = View::Panes;
    state.show(item);
    state.place.focus = Focus::Reader;
}

/// The first fact of the sector in the year under the cursor.
fn fact_under_cursor(state: &State, sector: ItemId) -> Option<ItemId> {
    let years = crate::tui::pictures::sectors::years(state);
    let year = years.get(state.place.column).or(years.last())?;
    let facts = sector_years(&state.collection, sector).remove(&Some(*year))?;
    facts.into_iter().min_by_key(|fact| state.collection.date(*fact))
}

fn can_narrow(item: ItemId) -> bool {
    // What stands beside the open dossiers has nothing in their panes.
    item.dossier != Collection::BESIDE
        && matches!(item.kind(), Kind::Sector | Kind::Organisation | Kind::Agreement)
}

fn narrow(state: &mut State, item: ItemId) {
    state.leave_trace();
    state.place.narrowed = Some(Arc::new(Narrowing::new(&state.collection, Scope::Item(item))));
    state.relist();
    state.show(item);
}

/// Lets the four panes follow what was chosen in the library.
fn follow_chosen(state: &mut State, scope: Scope) {
    state.leave_trace();
    super::searching::close_into(state);
    state.place.narrowed = Some(Arc::new(Narrowing::new(&state.collection, scope)));
    state.relist();
    (state.place.focus, state.place.pane) = (Focus::Pane(PaneId::Clauses), PaneId::Clauses);
    state.place.view = View::Panes;
    if let Some(item) = state.place.reader.item() {
        state.show(item);
    }
}

/// Lets the panes follow the dossier of what is selected or read.
pub(super) fn follow_dossier(state: &mut State) {
    if let Some(item) = state.place.reader.item().filter(|item| item.dossier != Collection::BESIDE) {
        follow_chosen(state, Scope::Dossier(item.dossier));
    }
}

pub(super) fn widen(state: &mut State) {
    state.place.narrowed = None;
    state.relist();
}

/// Opens the chosen one of the disputes.
pub(super) fn dispute(state: &mut State) {
    let Some(Overlay::About(filter)) = state.overlays.last() else { return };
    let found = disputes(&state.collection, filter.line.text());
    if let Some(item) = found.get(filter.chosen).copied() {
        state.overlays.pop();
        state.place.view = View::Panes;
        go_to(state, item);
    }
}

/// Follows a link of the reader.
pub(super) fn follow(state: &mut State, link: usize) {
    if let Some(item) = state.place.reader.links().get(link).copied() {
        go_to(state, item);
    }
}

/// Opens an item from anywhere; going back returns to here, to where its link is.
pub fn go_to(state: &mut State, item: ItemId) {
    state.leave_trace();
    if let Some(pane) = PaneId::of(item.kind()) {
        state.place.pane = pane;
    }
    state.show(item);
    state.place.focus = Focus::Reader;
}

pub(super) fn back(state: &mut State) {
    match state.back.pop() {
        Some(place) => {
            let here = std::mem::replace(&mut state.place, place);
            state.forward.push(here);
            state.relist_if_old();
        }
        // On a small screen the way back from the reader is to the panes.
        None if state.place.focus == Focus::Reader => leave_reader(state),
        None => state.notice = Some("nothing to go back to".to_owned()),
    }
}

pub(super) fn forward(state: &mut State) {
    match state.forward.pop() {
        Some(place) => {
            let here = std::mem::replace(&mut state.place, place);
            state.back.push(here);
            state.relist_if_old();
        }
        None => state.notice = Some("nothing to go forward to".to_owned()),
    }
}

pub(super) fn zoom(state: &mut State) {
    /// With more clauses than this a picture takes longer than a frame, once.
    const QUICK: usize = 20_000;
    let list = state.list(state.place.pane);
    let has = match state.place.focus {
        Focus::Pane(PaneId::Clauses) => list.has_matrix(),
        Focus::Pane(PaneId::Sectors) => list.has_heat(),
        _ => true,
    };
    if has || state.totals.clauses < QUICK || state.place.view == View::Zoom {
        return turn(state);
    }
    let (pane, list, collection) = (state.place.pane, list.clone(), Arc::clone(&state.collection));
    state.begin("laying out the picture", move || {
        match pane {
            PaneId::Sectors => drop(list.heat(&collection).years(None)),
            _ => drop(list.matrix(&collection).places.len()),
        }
        Box::new(turn)
    });
}

/// From the panes to the picture, and back.
fn turn(state: &mut State) {
    state.place.view = match state.place.view {
        View::Panes => View::Zoom,
        View::Zoom => View::Panes,
    };
    enter_picture(state);
}

/// The next order of the focused pane, said in words.
pub(super) fn sort(state: &mut State) {
    let pane = state.place.pane;
    state.sorts.turn(pane);
    let (_, words) = state.sorts.of(pane);
    state.notice = Some(format!("{}: {words}", pane.title()));
    state.relist();
}

/// The web address of what is read: a source's own, that of the chosen link, else of the first source cited.
pub(super) fn web_address(state: &State) -> Option<String> {
    let reader: &Reader = &state.place.reader;
    let chosen = reader.link.and_then(|link| reader.links().get(link).copied());
    let candidates = chosen.into_iter().chain(reader.item()).chain(reader.links().iter().copied());
    candidates.filter_map(|item| state.collection.source(item)?.url.clone()).next()
}
