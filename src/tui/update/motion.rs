//! Moving within a list, a text, a picture.

use crate::model::{EventKind, ItemId};
use crate::tui::action::Motion;
use crate::tui::layout::{Layout, Room};
use crate::tui::panes::reader::rows_in_view;
use crate::tui::panes::timeline::event;
use crate::tui::pictures;
use crate::tui::rows::lane;
use crate::tui::state::{Focus, PaneId, State, View};

/// The place after a move in a list of `total`, with `page` rows in view.
pub(super) fn moved(at: usize, total: usize, page: usize, motion: Motion) -> usize {
    let last = total.saturating_sub(1);
    let page = page.max(2);
    match motion {
        Motion::Down | Motion::Right => (at + 1).min(last),
        Motion::Up | Motion::Left => at.saturating_sub(1),
        Motion::First => 0,
        Motion::Last => last,
        Motion::HalfDown => (at + page / 2).min(last),
        Motion::HalfUp => at.saturating_sub(page / 2),
        Motion::PageDown => (at + page - 1).min(last),
        Motion::PageUp => at.saturating_sub(page - 1),
        Motion::To(place) => place.min(last),
    }
}

pub(super) fn in_pane(state: &mut State, motion: Motion) {
    let pane = state.place.pane;
    let page = match state.layout.room() {
        Room::Split => rows_in_stack(state, pane).saturating_sub(1),
        Room::One | Room::TooSmall => state.layout.body().height.saturating_sub(1),
    };
    let list = state.list_mut(pane);
    list.selected = moved(list.selected, list.rows.len(), page, motion);
    state.read_selected();
}

/// The rows of a focused pane, the heading included.
fn rows_in_stack(state: &State, pane: PaneId) -> usize {
    match pane.place() {
        Some(place) => state.layout.stack(place).get(place).map_or(2, |area| area.height),
        None => state.layout.left().height,
    }
}

/// The reader's rows at the present size.
pub(super) fn reader_rows(state: &State) -> usize {
    let layout: Layout = state.layout;
    match (layout.room(), state.place.view) {
        (Room::Split, View::Panes) => rows_in_view(layout.reader()),
        (Room::Split, View::Zoom) => rows_in_view(layout.body()).saturating_sub(1),
        _ => rows_in_view(layout.body()),
    }
}

pub(super) fn in_reader(state: &mut State, motion: Motion) {
    let rows = reader_rows(state);
    let furthest = state.place.reader.furthest(rows);
    let at = moved(state.place.reader.scroll, furthest + 1, rows, motion);
    state.place.reader.scroll = at;
}

/// To the next or previous link of the reader, brought into view.
pub(super) fn to_link(state: &mut State, forward: bool) {
    let rows = reader_rows(state);
    let reader = &mut state.place.reader;
    let count = reader.links().len();
    if count == 0 {
        return;
    }
    let next = match (reader.link, forward) {
        (None, true) => 0,
        (None, false) => count - 1,
        (Some(at), true) => (at + 1) % count,
        (Some(at), false) => (at + count - 1) % count,
    };
    (reader.link, reader.reference) = (Some(next), None);
    if let Some(line) = reader.line_of_link(next) {
        reader.reveal(line, rows);
    }
}

/// To the next or previous reference of the text, brought into view; from the panes into the reader.
pub(super) fn to_reference(state: &mut State, forward: bool) {
    let rows = reader_rows(state);
    let count = state.place.reader.references().len();
    if count == 0 {
        state.notice = Some("this text names no article that is open".to_owned());
        return;
    }
    if state.place.focus != Focus::Reader {
        super::open::read(state);
    }
    let reader = &mut state.place.reader;
    let next = match (reader.reference, forward) {
        (None, true) => 0,
        (None, false) => count - 1,
        (Some(at), true) => (at + 1) % count,
        (Some(at), false) => (at + count - 1) % count,
    };
    (reader.link, reader.reference) = (None, Some(next));
    if let Some(line) = reader.line_of_reference(next) {
        reader.reveal(line, rows);
    }
}

pub(super) fn in_picture(state: &mut State, motion: Motion) {
    match (state.place.pane, motion) {
        (PaneId::Timeline, Motion::Up | Motion::Down) => to_lane(state, motion == Motion::Down),
        (PaneId::Timeline, Motion::Left) => in_pane(state, Motion::Up),
        (PaneId::Timeline, Motion::Right) => in_pane(state, Motion::Down),
        (PaneId::Clauses | PaneId::Sectors, Motion::Left) => {
            state.place.column = last_column(state).min(state.place.column).saturating_sub(1)
        }
        (PaneId::Clauses | PaneId::Sectors, Motion::Right) => {
            state.place.column = last_column(state).min(state.place.column + 1)
        }
        (PaneId::Clauses | PaneId::Sectors, Motion::First) if state.place.column > 0 => {
            state.place.column = 0
        }
        (PaneId::Memberships, Motion::Left | Motion::Right) => {}
        (PaneId::Timeline, _) => in_pane(state, motion),
        _ => in_order(state, motion),
    }
}

fn last_column(state: &State) -> usize {
    pictures::columns(state).saturating_sub(1)
}

/// To another row in the order in which the picture shows them, which is not always that of the list.
fn in_order(state: &mut State, motion: Motion) {
    let order = pictures::order(state);
    if order.is_empty() {
        return in_pane(state, motion);
    }
    let pane = state.place.pane;
    let selected = state.list(pane).selected;
    let page = state.layout.body().height / 2;
    let next = match order.iter().position(|place| *place == selected) {
        Some(at) => moved(at, order.len(), page, motion),
        // A row that the picture leaves out: to the one that comes after it, or the last.
        None => order.iter().position(|place| *place > selected).unwrap_or(order.len() - 1),
    };
    if let Some(place) = order.get(next) {
        state.list_mut(pane).selected = *place;
        state.read_selected();
    }
}

/// To the nearest event of the next or previous lane that has any.
fn to_lane(state: &mut State, down: bool) {
    let collection = std::sync::Arc::clone(&state.collection);
    let rows = std::sync::Arc::clone(&state.list(PaneId::Timeline).rows);
    let Some(here) = state.list(PaneId::Timeline).row().and_then(|row| event(&collection, row.item())) else {
        return;
    };
    let when = here.date.begins().as_years();
    let lanes = EventKind::ALL;
    let Some(place) = lanes.iter().position(|kind| *kind == here.kind) else { return };
    let order: Vec<usize> =
        if down { (place + 1..lanes.len()).collect() } else { (0..place).rev().collect() };
    for kind in order.into_iter().filter_map(|i| lanes.get(i)) {
        let distance = |item: &ItemId| {
            let years = event(&collection, *item).map_or(f64::MAX, |e| e.date.begins().as_years());
            (years - when).abs()
        };
        let near =
            lane(&collection, &rows, *kind).into_iter().min_by(|a, b| distance(a).total_cmp(&distance(b)));
        if let Some(item) = near {
            state.list_mut(PaneId::Timeline).select(item);
            return state.read_selected();
        }
    }
}
