//! Draws a state. Nothing else decides what is seen, and drawing changes nothing.

use super::canvas::Canvas;
use super::compare::{self, CompareBox};
use super::layout::{Area, Layout, Room};
use super::overlays;
use super::panes::clauses::Totals;
use super::panes::{
    Frame as PaneFrame, clauses, divider, heading, library, memberships, reader, sectors, thumb, timeline,
};
use super::pictures;
use super::state::{Focus, Overlay, PaneId, SearchFocus, State, View};
use super::theme::Role;
use super::{footer, header};
use crate::search::Matches;
use crate::text::wrap;
use ratatui::Frame;

/// Draws the whole screen.
pub fn draw(state: &State, frame: &mut Frame<'_>) {
    let mut canvas = Canvas::new(frame.buffer_mut(), state.look);
    match state.layout.room() {
        Room::TooSmall => {
            let words = "accords needs 20 × 5";
            for (y, line) in wrap(words, state.layout.columns).into_iter().enumerate().take(state.layout.rows)
            {
                canvas.put(0, y, words.get(line).unwrap_or_default(), Role::Text);
            }
            return;
        }
        room => match (comparison(state), room) {
            (Some(open), _) => compare::draw(&mut canvas, state.layout, open),
            (None, Room::One) => one(&mut canvas, state),
            (None, _) => split(&mut canvas, state),
        },
    }
    header::draw(&mut canvas, state);
    if !matches!(state.overlays.last(), None | Some(Overlay::Compare(_))) {
        canvas.fade();
        overlays::draw(&mut canvas, state);
    }
    footer::draw(&mut canvas, state);
}

/// The comparison that takes the place of the panes, where there is one.
fn comparison(state: &State) -> Option<&CompareBox> {
    state.overlays.iter().rev().find_map(|overlay| match overlay {
        Overlay::Compare(open) => Some(open),
        _ => None,
    })
}

/// What is lit: the matches of a search in progress, else of the last one.
fn lit(state: &State) -> Option<&Matches> {
    match &state.search {
        Some(search) => search.matches.as_deref(),
        None => state.lit.as_deref(),
    }
}

/// One pane or the reader on a small screen.
fn one(canvas: &mut Canvas<'_>, state: &State) {
    let body = state.layout.body();
    if let Some(search) = &state.search {
        let area = state.layout.search_body();
        return match search.focus {
            SearchFocus::Line => overlays::best_matches(canvas, area, state, search),
            SearchFocus::Panes => pane(canvas, state, state.place.pane, area, true),
        };
    }
    match (state.place.focus, state.place.view) {
        (Focus::Reader, _) => reader::draw(canvas, body, &state.place.reader, true, lit(state)),
        (Focus::Pane(_), View::Zoom) => picture(canvas, state, body),
        (Focus::Pane(focused), View::Panes) => pane(canvas, state, focused, body, true),
    }
}

fn split(canvas: &mut Canvas<'_>, state: &State) {
    let layout: Layout = state.layout;
    if state.search.is_none() && state.place.view == View::Zoom {
        let body = layout.body();
        return match state.place.focus {
            Focus::Pane(_) => picture(canvas, state, body),
            Focus::Reader => {
                reader::draw_alone(canvas, body, &state.place.reader, lit(state), &footer::place(state))
            }
        };
    }
    let shown = shown(state);
    let focused = match (&state.search, state.place.focus) {
        (Some(search), _) => (search.focus == SearchFocus::Panes).then_some(state.place.pane),
        (None, Focus::Pane(pane)) => Some(pane),
        (None, Focus::Reader) => None,
    };
    for (id, area) in &shown {
        if area.height > 0 {
            pane(canvas, state, *id, *area, focused == Some(*id));
        }
    }
    let body = layout.body();
    divider(canvas, layout.divider(), body.y..body.bottom(), scroll_mark(state, &shown, focused));
    match &state.search {
        Some(search) if search.focus == SearchFocus::Line => {
            overlays::best_matches(canvas, layout.reader(), state, search)
        }
        _ => reader::draw(
            canvas,
            layout.reader(),
            &state.place.reader,
            state.place.focus == Focus::Reader && state.search.is_none(),
            lit(state),
        ),
    }
}

/// The panes left of the reader: the library alone, or the four.
fn shown(state: &State) -> Vec<(PaneId, Area)> {
    match state.place.pane.place() {
        None => vec![(PaneId::Library, state.layout.left())],
        Some(place) => PaneId::STACK.into_iter().zip(areas(state, place)).collect(),
    }
}

/// Where the four stand: the focused one opened up, or, while searching, each as large as it needs to be.
fn areas(state: &State, focused: usize) -> [Area; 4] {
    if state.search.is_none() && state.place.narrowed.is_none() {
        return state.layout.stack(focused);
    }
    let wanted = PaneId::STACK.map(|pane| {
        let rows = state.list(pane).rows.len().max(1);
        rows + if pane == PaneId::Timeline { 2 } else { 1 }
    });
    state.layout.share(state.layout.left(), wanted)
}

fn scroll_mark(
    state: &State,
    panes: &[(PaneId, Area)],
    focused: Option<PaneId>,
) -> Option<std::ops::Range<usize>> {
    let Some(pane) = focused else {
        let area = state.layout.reader();
        let (rows, reader) = (reader::rows_in_view(area), &state.place.reader);
        return thumb(area.y, area.height, reader.scroll, rows, reader.lines().len())
            .filter(|_| state.search.is_none());
    };
    let (_, area) = panes.iter().find(|(id, _)| *id == pane)?;
    let above = if pane == PaneId::Library { library::rows_above(*area) } else { 1 };
    let shown = area.height.saturating_sub(above);
    let list = state.list(pane);
    thumb(
        area.y + above,
        shown,
        super::layout::window(list.rows.len(), shown, list.selected),
        shown,
        list.rows.len(),
    )
}

fn pane(canvas: &mut Canvas<'_>, state: &State, id: PaneId, area: Area, focused: bool) {
    let frame = PaneFrame {
        area,
        list: state.list(id),
        focused,
        linked: state.place.reader.linked(),
        matches: lit(state),
        marks: &state.marks,
    };
    let (collection, totals) = (&state.collection, state.totals);
    if state.loading.is_some() && frame.list.rows.is_empty() && state.search.is_none() {
        return unread(canvas, &frame, id);
    }
    match id {
        PaneId::Timeline => timeline::draw(canvas, &frame, collection, state.axis, totals.events),
        PaneId::Clauses => {
            let totals = Totals { agreements: totals.agreements, clauses: totals.clauses };
            clauses::draw(canvas, &frame, collection, totals);
        }
        PaneId::Sectors => sectors::draw(canvas, &frame, collection, &state.facts, totals.sectors),
        PaneId::Memberships => {
            memberships::draw(canvas, &frame, collection, state.axis, totals.organisations)
        }
        PaneId::Library => {
            let (_, order) = state.sorts.of(PaneId::Library);
            library::draw(canvas, &frame, collection, totals.agreements, order);
        }
    }
}

fn picture(canvas: &mut Canvas<'_>, state: &State, area: Area) {
    if state.loading.is_some() && state.list(state.place.pane).rows.is_empty() {
        return pane(canvas, state, state.place.pane, area, true);
    }
    pictures::draw(canvas, state, area);
}

/// A pane of which nothing is read yet.
fn unread(canvas: &mut Canvas<'_>, frame: &PaneFrame<'_>, id: PaneId) {
    let number = id.place().map_or(0, |place| place + 1).to_string();
    heading(canvas, frame.area, &number, id.title(), "", frame.focused);
    if frame.area.height > 1 {
        let room = frame.area.width.saturating_sub(2);
        canvas.put_cut(frame.area.x + 2, frame.area.y + 1, "The files are being read.", Role::Quiet, room);
    }
}
