//! Keeps what is derived from the state up to date: the pair, and the lines of the page and of the comparison.

use super::listing::sync_pair;
use crate::explore::layout::{Left, MEASURE};
use crate::explore::note_area::divided;
use crate::explore::overlays::Overlay;
use crate::explore::pane::Pane;
use crate::explore::place::{Focus, View};
use crate::explore::reader::rows_in_view;
use crate::explore::state::State;

/// Brings everything up to date.
pub fn settle(state: &mut State) {
    if std::mem::take(&mut state.reads_later) {
        state.read_selected();
    }
    sync_pair(state);
    let in_library = state.place.pane == Pane::Library;
    state.layout.left = if in_library { Left::Library } else { Left::Panes };
    if shows_reader(state) {
        settle_page(state);
    }
    let State { overlays, laid_out, open, layout, .. } = state;
    for overlay in overlays {
        if let Overlay::Compare(view) = overlay
            && laid_out.lay_comparison(&open.collection, &view.comparison, *layout)
        {
            view.settle(&laid_out.compared, *layout);
        }
    }
}

/// Whether the reader has a place on the screen; without one, its page need not be laid out.
fn shows_reader(state: &State) -> bool {
    match (state.place.focus, state.place.view) {
        (Focus::Reader, _) => true,
        (Focus::Pane(_), View::Panes) => state.layout.is_split(),
        (Focus::Pane(_), View::Zoom) => false,
    }
}

/// Lays out the reader's page for the current size.
pub(super) fn settle_page(state: &mut State) {
    let width = match (state.layout.is_split(), state.place.view) {
        (true, View::Panes) => state.layout.reader().width,
        _ => state.layout.body().width.min(MEASURE),
    };
    let reader = &mut state.place.reader;
    state.laid_out.lay_page(reader.page(), width, state.layout.is_roomy());
    if reader.page().is_some() {
        reader.scroll = reader.scroll.min(state.laid_out.lines.lines().len().saturating_sub(1));
    }
}

/// The number of lines in view in the reader.
pub(super) fn reader_rows(state: &State) -> usize {
    let layout = state.layout;
    match (layout.is_split(), state.place.view) {
        (true, View::Panes) => rows_in_view(divided(state, layout.reader()).0),
        (true, View::Zoom) => rows_in_view(divided(state, layout.body()).0).saturating_sub(1),
        _ => rows_in_view(divided(state, layout.body()).0),
    }
}

/// Scrolls the reader so that a line is in view.
pub(super) fn reveal(state: &mut State, line: usize) {
    let rows = reader_rows(state);
    state.place.reader.scroll = state.laid_out.lines.reveal(state.place.reader.scroll, line, rows);
}
