//! Draws the whole screen.

use super::canvas::{Bidi, Canvas, Look, Page, Symbols};
use super::frame::{divider, thumb};
use super::hits::Hits;
use super::panes::reader::ReaderView;
use super::panes::{self, PaneView, clauses, library, memberships, sectors, timeline};
use super::svg::svg;
use super::theme::Theme;
use super::web_links::WebLinks;
use super::{best_matches, charts, footer, header, note, overlays, welcome};
use crate::explore::layout::{Area, Layout, window};
use crate::explore::note_area::{divided, shown};
use crate::explore::overlays::{MarksView, Overlay};
use crate::explore::reader::rows_in_view;
use crate::explore::{Focus, Pane, Role, SearchFocus, State, View, pane_areas, so_far};
use ratatui::Frame;

/// Draws a state and returns the targets on the screen. Depends on nothing else, and changes nothing.
pub fn draw(state: &State, look: Look, frame: &mut Frame<'_>) -> Hits {
    draw_on(Canvas::new(frame.buffer_mut(), look), state)
}

/// The whole screen as a picture in SVG, for light and for dark pages; `title` says what it shows.
pub fn screen_svg(state: &State, title: &str) -> String {
    let page = |theme| {
        let mut page = Page::new(state.layout.columns, state.layout.rows);
        draw_on(
            page.screen(Look { theme, symbols: Symbols::Unicode, web: WebLinks::Text, bidi: Bidi::Terminal }),
            state,
        );
        page
    };
    let (light, dark) = (page(Theme::Light), page(Theme::Dark));
    svg(&light.rows(), &dark.rows(), title)
}

fn draw_on(mut canvas: Canvas<'_>, state: &State) -> Hits {
    let layout = state.layout;
    if layout.is_too_small() {
        let whole = Area { x: 0, y: 0, width: layout.columns, height: layout.rows };
        canvas.put_wrapped(whole, "accords needs 20 × 5", Role::Text);
        return canvas.finish();
    }
    // These take the place of the panes, and are faded by overlays in the same way.
    let is_whole =
        |overlay: &&Overlay| matches!(overlay, Overlay::Compare(_) | Overlay::Trace(_) | Overlay::Marks(_));
    let is_note = |overlay: &&Overlay| matches!(overlay, Overlay::Note(_));
    let writes = state.overlays.last().is_some_and(|top| is_note(&top));
    let shows_reader = layout.is_split() && state.place.view == View::Panes;
    match state.overlays.iter().rev().find(is_whole) {
        _ if writes && !shows_reader => reader(&mut canvas, state, layout.body()),
        Some(Overlay::Marks(view)) if layout.is_split() => marks(&mut canvas, state, view),
        Some(whole) => overlays::draw(&mut canvas, state, whole),
        None if layout.is_split() => split(&mut canvas, state),
        None => one(&mut canvas, state),
    }
    header::draw(&mut canvas, state);
    welcome::draw(&mut canvas, state);
    if writes {
        canvas.drop_hits();
    }
    if let Some(top) = state.overlays.last().filter(|overlay| !is_whole(overlay) && !is_note(overlay)) {
        canvas.fade();
        overlays::draw(&mut canvas, state, top);
    }
    footer::draw(&mut canvas, state);
    canvas.finish()
}

fn reader_view(state: &State) -> ReaderView<'_> {
    ReaderView {
        reader: &state.place.reader,
        lines: &state.laid_out.lines,
        focused: state.place.focus == Focus::Reader && state.search.is_none(),
        matches: state.matches(),
    }
}

/// Draws the reader, with the note on its item below it.
fn reader(canvas: &mut Canvas<'_>, state: &State, area: Area) {
    let (page, note) = divided(state, area);
    panes::reader::draw(canvas, page, reader_view(state));
    note_below(canvas, state, note);
}

fn note_below(canvas: &mut Canvas<'_>, state: &State, area: Option<Area>) {
    if let Some((area, written)) = area.zip(shown(state)) {
        note::draw(canvas, area, &written);
    }
}

/// Draws the list of marks, and the reader beside it.
fn marks(canvas: &mut Canvas<'_>, state: &State, view: &MarksView) {
    let (layout, body) = (state.layout, state.layout.body());
    if !view.places(&state.marks).is_empty() {
        reader(canvas, state, layout.reader());
    }
    divider(canvas, layout.divider(), body.y..body.bottom(), None);
    // The page is for reading only; the keys and the mouse are for the list.
    canvas.drop_hits();
    overlays::draw_marks(canvas, state, view, layout.left());
}

/// Draws one pane or the reader, on a small screen.
fn one(canvas: &mut Canvas<'_>, state: &State) {
    let body = state.layout.body();
    if let Some(search) = &state.search {
        let area = state.layout.search_body();
        return match search.focus {
            SearchFocus::Line => best_matches::draw(canvas, area, state, search),
            SearchFocus::Panes => pane(canvas, state, state.place.pane, area, true),
        };
    }
    match (state.place.focus, state.place.view) {
        (Focus::Reader, _) => reader(canvas, state, body),
        (Focus::Pane(_), View::Zoom) => chart(canvas, state, body),
        (Focus::Pane(focused), View::Panes) => pane(canvas, state, focused, body, true),
    }
}

fn split(canvas: &mut Canvas<'_>, state: &State) {
    let layout: Layout = state.layout;
    if state.search.is_none() && state.place.view == View::Zoom {
        let body = layout.body();
        return match state.place.focus {
            Focus::Pane(_) => chart(canvas, state, body),
            Focus::Reader => {
                let (page, note) = divided(state, body);
                panes::reader::draw_alone(canvas, page, reader_view(state), &footer::place(state));
                note_below(canvas, state, note);
            }
        };
    }
    let shown = pane_areas(state);
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
            best_matches::draw(canvas, layout.reader(), state, search)
        }
        _ => reader(canvas, state, layout.reader()),
    }
}

fn scroll_mark(
    state: &State,
    panes: &[(Pane, Area)],
    focused: Option<Pane>,
) -> Option<std::ops::Range<usize>> {
    let Some(pane) = focused else {
        let (area, _) = divided(state, state.layout.reader());
        let (rows, lines) = (rows_in_view(area), state.laid_out.lines.lines().len());
        return thumb(area.y, area.height, state.place.reader.scroll, rows, lines)
            .filter(|_| state.search.is_none());
    };
    let (_, area) = panes.iter().find(|(id, _)| *id == pane)?;
    let above = if pane == Pane::Library { library::rows_above(*area) } else { 1 };
    let shown = area.height.saturating_sub(above);
    let list = state.list(pane);
    thumb(area.y + above, shown, window(list.rows.len(), shown, list.selected), shown, list.rows.len())
}

fn pane(canvas: &mut Canvas<'_>, state: &State, id: Pane, area: Area, focused: bool) {
    let view = PaneView {
        pane: id,
        area,
        layout: state.layout,
        open: &state.open,
        list: state.list(id),
        focused,
        linked: state.place.reader.linked(),
        matches: state.matches(),
        marks: &state.marks,
        so_far: so_far(state),
    };
    if state.loading.is_some() && view.list.rows.is_empty() && state.search.is_none() {
        return loading(canvas, &view);
    }
    if view.list.rows.is_empty() && view.area.height == 1 {
        return view.folded(canvas);
    }
    match id {
        Pane::Timeline => timeline::draw(canvas, &view),
        Pane::Clauses => clauses::draw(canvas, &view),
        Pane::Sectors => sectors::draw(canvas, &view),
        Pane::Memberships => memberships::draw(canvas, &view),
        Pane::Library => {
            let (_, order) = state.sorts.order(Pane::Library);
            library::draw(canvas, &view, order);
        }
    }
}

fn chart(canvas: &mut Canvas<'_>, state: &State, area: Area) {
    if state.loading.is_some() && state.list(state.place.pane).rows.is_empty() {
        return pane(canvas, state, state.place.pane, area, true);
    }
    charts::draw(canvas, state, area);
}

/// Draws a pane whose items are not loaded yet.
fn loading(canvas: &mut Canvas<'_>, view: &PaneView<'_>) {
    view.heading(canvas, &[view.pane.title()], &[""]);
    if view.area.height > 1 {
        let room = view.area.width.saturating_sub(2);
        canvas.put_cut(view.area.x + 2, view.area.y + 1, "Reading the files…", Role::Quiet, room);
    }
}
