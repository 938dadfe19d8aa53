//! Moves within a list, a text or a chart.

use super::navigation::read;
use super::settling::{reader_rows, reveal, settle_page};
use crate::explore::action::Motion;
use crate::explore::charts::{self, last_column};
use crate::explore::pane::Pane;
use crate::explore::place::Focus;
use crate::explore::rows::lane;
use crate::explore::stack::pane_areas;
use crate::explore::state::State;
use crate::model::{EventKind, ItemId};
use std::sync::Arc;

pub(super) fn in_pane(state: &mut State, motion: Motion) {
    let pane = state.place.pane;
    let rows = if state.layout.is_split() { rows_in_stack(state, pane) } else { state.layout.body().height };
    let page = rows.saturating_sub(1);
    let list = &mut state.place.lists[pane];
    list.select_at(motion.apply(list.selected, list.rows.len(), page));
    state.reads_later = true;
}

/// The number of rows of a focused pane, with its heading.
fn rows_in_stack(state: &State, pane: Pane) -> usize {
    let areas = pane_areas(state);
    areas.iter().find(|(own, _)| *own == pane).map_or(2, |(_, area)| area.height)
}

pub(super) fn in_reader(state: &mut State, motion: Motion) {
    let rows = reader_rows(state);
    let furthest = state.laid_out.lines.furthest(rows);
    state.place.reader.scroll = motion.apply(state.place.reader.scroll, furthest + 1, rows);
}

/// Goes to the next or previous link of the reader and scrolls it into view.
pub(super) fn to_link(state: &mut State, forward: bool) {
    let reader = &mut state.place.reader;
    let count = reader.links().len();
    if count == 0 {
        return;
    }
    let next = around(reader.link, count, forward);
    (reader.link, reader.reference) = (Some(next), None);
    if let Some(line) = state.laid_out.lines.line_of_link(next) {
        reveal(state, line);
    }
}

/// The next or previous of `count` indices, wrapping around.
fn around(at: Option<usize>, count: usize, forward: bool) -> usize {
    match (at, forward) {
        (None, true) => 0,
        (None, false) => count - 1,
        (Some(at), true) => (at + 1) % count,
        (Some(at), false) => (at + count - 1) % count,
    }
}

/// Goes to the next or previous reference of the text and scrolls it into view. Also focuses the reader.
pub(super) fn to_reference(state: &mut State, forward: bool) {
    let count = state.place.reader.references().len();
    if count == 0 {
        state.notice = Some("No references to open articles in this text".to_owned());
        return;
    }
    if state.place.focus != Focus::Reader {
        read(state);
        settle_page(state);
    }
    let reader = &mut state.place.reader;
    let next = around(reader.reference, count, forward);
    (reader.link, reader.reference) = (None, Some(next));
    if let Some(line) = state.laid_out.lines.line_of_reference(next) {
        reveal(state, line);
    }
}

pub(super) fn in_chart(state: &mut State, motion: Motion) {
    match (state.place.pane, motion) {
        (Pane::Timeline, Motion::Up | Motion::Down) => to_lane(state, motion == Motion::Down),
        (Pane::Timeline, Motion::Left) => in_pane(state, Motion::Up),
        (Pane::Timeline, Motion::Right) => in_pane(state, Motion::Down),
        (Pane::Clauses | Pane::Sectors, Motion::Left) => {
            state.place.column = last_column(state).min(state.place.column).saturating_sub(1)
        }
        (Pane::Clauses | Pane::Sectors, Motion::Right) => {
            state.place.column = last_column(state).min(state.place.column + 1)
        }
        (Pane::Clauses | Pane::Sectors, Motion::First) if state.place.column > 0 => state.place.column = 0,
        (Pane::Memberships, Motion::Left | Motion::Right) => {}
        (Pane::Timeline, _) => in_pane(state, motion),
        _ => in_order(state, motion),
    }
}

/// Goes to another row in the order of the chart, which is not always that of the list.
fn in_order(state: &mut State, motion: Motion) {
    let order = charts::order(state);
    if order.is_empty() {
        return in_pane(state, motion);
    }
    let pane = state.place.pane;
    let selected = state.list(pane).selected;
    let page = state.layout.body().height / 2;
    let next = match order.iter().position(|place| *place == selected) {
        Some(at) => motion.apply(at, order.len(), page),
        // The chart leaves this row out: go to the one after it, or the last.
        None => order.iter().position(|place| *place > selected).unwrap_or(order.len() - 1),
    };
    if let Some(place) = order.get(next) {
        let place = *place;
        state.place.lists[pane].selected = place;
        state.read_selected();
    }
}

/// Goes to the nearest event of the next or previous lane that has events.
fn to_lane(state: &mut State, down: bool) {
    let collection = Arc::clone(state.collection());
    let rows = Arc::clone(&state.list(Pane::Timeline).rows);
    let Some(here) = state.list(Pane::Timeline).item().and_then(|item| collection.event(item)) else {
        return;
    };
    let when = here.date.begins().as_years();
    let lanes = EventKind::ALL;
    let Some(place) = lanes.iter().position(|kind| *kind == here.kind) else { return };
    let order: Vec<usize> =
        if down { (place + 1..lanes.len()).collect() } else { (0..place).rev().collect() };
    for kind in order.into_iter().filter_map(|i| lanes.get(i)) {
        let distance = |item: &ItemId| {
            let years = collection.event(*item).map_or(f64::MAX, |e| e.date.begins().as_years());
            (years - when).abs()
        };
        let near =
            lane(&collection, &rows, *kind).into_iter().min_by(|a, b| distance(a).total_cmp(&distance(b)));
        if let Some(item) = near {
            state.place.lists[Pane::Timeline].select(item);
            return state.read_selected();
        }
    }
}
