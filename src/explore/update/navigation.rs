//! Opens and follows items, goes back and forward, zooms and sorts.

use super::listing::{relist, relist_if_old};
use super::narrowing::{follow_chosen, narrow};
use super::searching::end_search;
use crate::explore::charts::{fact_under_cursor, last_column_with_facts};
use crate::explore::errands::Done;
use crate::explore::folds::chapter_count;
use crate::explore::narrowing::{Scope, can_narrow};
use crate::explore::pane::Pane;
use crate::explore::place::{Focus, View};
use crate::explore::row::Row;
use crate::explore::state::State;
use crate::explore::undo::Undo;
use crate::model::ItemId;
use std::mem::replace;
use std::sync::Arc;

/// Selects the first clause of the leading agreement, else the agreement, else the first row there is.
pub(super) fn open_leading(state: &mut State) {
    let collection = state.collection();
    let leading = collection.dossiers().iter().find_map(|d| Some((d, d.leading()?)));
    let address = leading.map(|(d, a)| match a.clauses.first() {
        Some(clause) => format!("{}/{}.{}", d.id, a.id, clause.id),
        None => format!("{}/{}", d.id, a.id),
    });
    if let Some(item) = address.and_then(|address| collection.find(&address)) {
        // A large text opens with its contents.
        let agreement = item.agreement().filter(|of| chapter_count(collection, *of) > 0);
        return state.show(agreement.unwrap_or(item));
    }
    let filled = Pane::STACK.into_iter().find(|pane| !state.list(*pane).rows.is_empty());
    state.place.focus_on(filled.unwrap_or(Pane::Clauses));
    state.read_selected();
}

/// Shows the first row of the library while files are read. At the end, if there is but one agreement, opens the panes.
pub(super) fn open_library(state: &mut State, ended: bool) {
    if ended && state.open.totals.agreements < 2 {
        state.place.focus_on(Pane::Clauses);
        return open_leading(state);
    }
    state.place.lists[Pane::Library].select_at(0);
    state.read_selected();
}

/// Goes from the library to the panes, at the item in the reader.
pub(super) fn leave_library(state: &mut State) {
    let pane = state.place.beside_library;
    if let Some(item) = state.place.reader.item().filter(|item| Pane::of(item.kind()) == Some(pane)) {
        state.place.lists[pane].select(item);
    }
    focus_pane(state, pane);
}

pub(super) fn focus_pane(state: &mut State, pane: Pane) {
    state.place.focus_on(pane);
    if pane == Pane::Library {
        state.place.view = View::Panes;
        select_agreement(state);
    }
    select_linked(state, pane);
    enter_chart(state);
    state.read_selected();
}

/// If the selected row of the pane is not linked to the item in the reader, selects the nearest row that is.
fn select_linked(state: &mut State, pane: Pane) {
    let reader = &state.place.reader;
    let belongs = |row: &Row| reader.item() == Some(row.item()) || reader.linked().contains(&row.item());
    let list = state.list(pane);
    if list.row().is_some_and(|row| belongs(&row)) {
        return;
    }
    if let Some(place) = list.nearest(|row| matches!(row, Row::Item(_)) && belongs(&row)) {
        state.place.lists[pane].selected = place;
    }
}

/// Selects in the library the agreement in the reader, or that of the clause in the reader.
fn select_agreement(state: &mut State) {
    if let Some(agreement) = state.place.reader.item().and_then(ItemId::agreement) {
        state.place.lists[Pane::Library].select(agreement);
    }
}

/// Puts the cursor of a chart in its first column; in the sectors chart, in the last year with facts.
fn enter_chart(state: &mut State) {
    let sectors = state.place.view == View::Zoom && state.place.pane == Pane::Sectors;
    state.place.column = if sectors { last_column_with_facts(state) } else { 0 };
}

/// Goes to the reader, with the matches of the search still highlighted.
pub(super) fn read(state: &mut State) {
    end_search(state);
    state.place.focus = Focus::Reader;
}

pub(super) fn leave_reader(state: &mut State) {
    let own = state.place.reader.item().and_then(|item| Pane::of(item.kind()));
    let from = state.place.pane;
    let pane = own.filter(|_| from != Pane::Library).unwrap_or(from);
    state.place.focus_on(pane);
    (state.place.reader.link, state.place.reader.reference) = (None, None);
    state.place.view = View::Panes;
    // The pane selects the item in the reader. If it does not list that item, the reader shows the selected one.
    if let Some(item) = state.place.reader.item()
        && !state.select(pane, item)
    {
        state.read_selected();
    }
}

/// Enter in a pane: filters by an item if that is possible, else opens it. A small screen always opens it first.
pub(super) fn enter_in_pane(state: &mut State) {
    let Some(item) = state.list(state.place.pane).item() else { return };
    if state.place.pane == Pane::Library {
        return follow_chosen(state, Scope::Agreement(item));
    }
    let narrowed_to = state.place.narrowed.as_ref().and_then(|n| n.item());
    if !state.layout.is_split() || !can_narrow(item) || narrowed_to == Some(item) {
        state.remember_place();
        return read(state);
    }
    narrow(state, item);
}

pub(super) fn enter_in_reader(state: &mut State) {
    if let Some(item) = state.place.reader.chosen() {
        return go_to(state, item);
    }
    if let Some(item) = state.place.reader.item().filter(|item| can_narrow(*item)) {
        narrow(state, item);
    }
}

/// Enter in a chart: opens the first fact of the cell under the cursor, else the item.
pub(super) fn enter_in_chart(state: &mut State) {
    let Some(item) = state.list(state.place.pane).item() else { return };
    let is_cell = state.place.pane == Pane::Sectors;
    let fact = is_cell.then(|| fact_under_cursor(state, item)).flatten();
    state.remember_place();
    state.show(fact.unwrap_or(item));
    state.place.focus_on_reader();
}

/// Follows a link of the reader.
pub(super) fn follow(state: &mut State, link: usize) {
    if let Some(item) = state.place.reader.links().get(link).copied() {
        go_to(state, item);
    }
}

/// Opens an item from anywhere. Going back returns to the current place.
pub(super) fn go_to(state: &mut State, item: ItemId) {
    state.remember_place();
    if let Some(pane) = Pane::of(item.kind()) {
        state.place.pane = pane;
    }
    state.show(item);
    state.place.focus = Focus::Reader;
}

pub(super) fn back(state: &mut State) {
    match state.back.pop() {
        Some(place) => {
            let here = replace(&mut state.place, place);
            state.forward.push(here);
            relist_if_old(state);
        }
        // Without history, going back from the reader leads to the panes.
        None if state.place.focus == Focus::Reader => leave_reader(state),
        None => state.notice = Some("Nothing to go back to".to_owned()),
    }
}

pub(super) fn forward(state: &mut State) {
    match state.forward.pop() {
        Some(place) => {
            let here = replace(&mut state.place, place);
            state.back.push(here);
            relist_if_old(state);
        }
        None => state.notice = Some("Nothing to go forward to".to_owned()),
    }
}

/// Switches between panes and chart; computes the chart first, if needed.
pub(super) fn zoom(state: &mut State) {
    /// With more clauses than this, computing a chart takes longer than a frame.
    const QUICK: usize = 20_000;
    let list = state.list(state.place.pane);
    let is_ready = state.place.focus == Focus::Reader || list.figures.has_chart();
    if is_ready || state.open.totals.clauses < QUICK || state.place.view == View::Zoom {
        return toggle_zoom(state);
    }
    let (figures, collection) = (Arc::clone(&list.figures), Arc::clone(state.collection()));
    state.begin("Preparing the chart…", move |_| {
        figures.work_out_chart(&collection);
        Done::Chart
    });
}

/// Switches between panes and chart.
pub(super) fn toggle_zoom(state: &mut State) {
    state.place.view = match state.place.view {
        View::Panes => View::Zoom,
        View::Zoom => View::Panes,
    };
    enter_chart(state);
}

/// Changes the sort order of the focused pane.
pub(super) fn sort(state: &mut State) {
    let pane = state.place.pane;
    state.undos.push(Undo::Sort(state.sorts));
    state.sorts.advance(pane);
    let (_, words) = state.sorts.order(pane);
    state.notice = Some(format!("{}: {words}", pane.title()));
    relist(state);
}
