//! Draws a state. Nothing else decides what is seen, and drawing changes nothing.

use super::canvas::Canvas;
use super::compare::{self, CompareBox};
use super::layout::{Area, Layout, Room};
use super::overlays;
use super::panes::clauses::Totals;
use super::panes::{Frame as PaneFrame, clauses, divider, memberships, reader, sectors, thumb, timeline};
use super::pictures;
use super::state::{Focus, Overlay, PaneId, SearchFocus, State, View};
use super::theme::Role;
use super::{footer, header};
use crate::model::Dossier;
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
        (Focus::Pane(_), View::Zoom) => pictures::draw(canvas, state, body),
        (Focus::Pane(focused), View::Panes) => pane(canvas, state, focused, body, true),
    }
}

fn split(canvas: &mut Canvas<'_>, state: &State) {
    let layout: Layout = state.layout;
    if state.search.is_none() && state.place.view == View::Zoom {
        let body = layout.body();
        return match state.place.focus {
            Focus::Pane(_) => pictures::draw(canvas, state, body),
            Focus::Reader => {
                reader::draw_alone(canvas, body, &state.place.reader, lit(state), &footer::place(state))
            }
        };
    }
    let areas = areas(state);
    let focused = match (&state.search, state.place.focus) {
        (Some(search), _) => (search.focus == SearchFocus::Panes).then_some(state.place.pane),
        (None, Focus::Pane(pane)) => Some(pane),
        (None, Focus::Reader) => None,
    };
    for (id, area) in PaneId::ALL.into_iter().zip(areas) {
        if area.height > 0 {
            pane(canvas, state, id, area, focused == Some(id));
        }
    }
    let body = layout.body();
    divider(canvas, layout.divider(), body.y..body.bottom(), scroll_mark(state, areas, focused));
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

/// Where the panes stand: the focused one opened up, or, while searching, each as large as it needs to be.
fn areas(state: &State) -> [Area; 4] {
    if state.search.is_none() && state.place.narrowed.is_none() {
        return state.layout.stack(state.place.pane.place());
    }
    let wanted = PaneId::ALL.map(|pane| {
        let rows = state.list(pane).rows.len().max(1);
        rows + if pane == PaneId::Timeline { 2 } else { 1 }
    });
    state.layout.share(state.layout.left(), wanted)
}

fn scroll_mark(state: &State, areas: [Area; 4], focused: Option<PaneId>) -> Option<std::ops::Range<usize>> {
    let Some(pane) = focused else {
        let area = state.layout.reader();
        let (rows, reader) = (reader::rows_in_view(area), &state.place.reader);
        return thumb(area.y, area.height, reader.scroll, rows, reader.lines().len())
            .filter(|_| state.search.is_none());
    };
    let area = areas.get(pane.place())?;
    let shown = area.height.saturating_sub(1);
    let list = state.list(pane);
    thumb(
        area.y + 1,
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
    let collection = &state.collection;
    let total = |count: fn(&Dossier) -> usize| collection.dossiers().iter().map(|d| count(d)).sum::<usize>();
    match id {
        PaneId::Timeline => timeline::draw(canvas, &frame, collection, state.axis, total(|d| d.events.len())),
        PaneId::Clauses => {
            let totals =
                Totals { agreements: total(|d| d.agreements.len()), clauses: total(Dossier::clause_count) };
            clauses::draw(canvas, &frame, collection, totals);
        }
        PaneId::Sectors => {
            sectors::draw(canvas, &frame, collection, &state.facts, total(|d| d.sectors.len()))
        }
        PaneId::Memberships => memberships::draw(canvas, &frame, collection, state.axis),
    }
}
