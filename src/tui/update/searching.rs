//! Searching as one types, and walking the matches afterwards.

use super::motion::{moved, reader_rows};
use crate::model::{Collection, ItemId};
use crate::search::{Completion, complete};
use crate::tui::action::Motion;
use crate::tui::input_line::InputLine;
use crate::tui::rows::Row;
use crate::tui::state::{Focus, Overlay, PaneId, SearchBox, SearchFocus, State, View};
use std::sync::Arc;

/// Opens the search line, or goes back to it from the panes.
pub(super) fn start(state: &mut State) {
    if let Some(search) = &mut state.search {
        search.focus = SearchFocus::Line;
        return;
    }
    let before = state.place.clone();
    state.place.view = View::Panes;
    state.search = Some(SearchBox {
        line: InputLine::default(),
        matches: None,
        problems: Vec::new(),
        chosen: 0,
        focus: SearchFocus::Line,
        before,
    });
    // All that is open is searched; what the panes were narrowed to comes back with Esc.
    if state.place.narrowed.take().is_some() {
        state.relist();
    }
}

/// Edits the search line; what matches changes with it.
pub(super) fn edit(state: &mut State, edit: impl FnOnce(&mut InputLine) -> bool) -> bool {
    let Some(search) = &mut state.search else { return false };
    let was = search.line.text().to_owned();
    let edited = edit(&mut search.line);
    if search.line.text() != was {
        search.chosen = 0;
        state.ask();
    }
    edited
}

/// Tab: completes the field value before the cursor; without one to complete, leads to the panes.
pub(super) fn complete_or_leave(state: &mut State) {
    let Some(search) = &mut state.search else { return };
    let cursor = search.line.parts().0.len();
    let typed = search.line.text().to_owned();
    let best = completions(&state.collection, &typed, cursor).into_iter().next();
    let replaced = best.as_ref().and_then(|best| typed.get(best.range.clone()));
    if let (Some(best), Some(replaced)) = (&best, replaced)
        && replaced != best.text
    {
        search.line.replace(best.range.clone(), &best.text);
        search.chosen = 0;
        return state.ask();
    }
    search.focus = SearchFocus::Panes;
    state.place.focus = Focus::Pane(state.place.pane);
    state.read_selected();
}

/// What the field value before the cursor may go on as; nothing outside of a field, where Tab leads to the panes.
pub(crate) fn completions(collection: &Collection, typed: &str, cursor: usize) -> Vec<Completion> {
    let value = typed.get(..cursor).and_then(|before| before.rsplit(' ').next());
    if value.is_some_and(|value| value.contains(':')) {
        complete(collection, typed, cursor)
    } else {
        Vec::new()
    }
}

/// Chooses among the best matches; where there is none, among the nearest words.
pub(super) fn choose(state: &mut State, motion: Motion) {
    let page = state.layout.reader().height / 3;
    let Some(search) = &mut state.search else { return };
    let Some(matches) = &search.matches else { return };
    let total =
        if matches.ranked().is_empty() { matches.nearest_words(9).len() } else { matches.ranked().len() };
    search.chosen = moved(search.chosen, total, page, motion);
}

/// Opens the chosen match; where nothing matched, searches for the chosen nearest word.
pub(super) fn open_chosen(state: &mut State) {
    let Some(search) = &state.search else { return };
    let Some(matches) = search.matches.clone() else { return };
    if matches.ranked().is_empty() {
        let word = matches.nearest_words(9).get(search.chosen).map(|word| word.to_string());
        if let Some(word) = word {
            edit(state, |line| {
                line.set(&word);
                true
            });
        }
        return;
    }
    if let Some(item) = matches.ranked().get(search.chosen).map(|m| m.item) {
        open(state, item);
    }
}

/// Opens the selected row of the narrowed panes.
pub(super) fn open_row(state: &mut State) {
    if let Some(item) = state.list(state.place.pane).row().map(|row| row.item()) {
        open(state, item);
    }
}

/// Ends the search with an item in the reader; the matches stay lit, and the way back leads to before the search.
fn open(state: &mut State, item: ItemId) {
    close_into(state);
    if let Some(pane) = PaneId::of(item.kind()) {
        state.place.pane = pane;
    }
    state.show(item);
    state.place.focus = Focus::Reader;
}

/// Ends a search where it is: back to the lists from before it, its matches lit.
pub(super) fn close_into(state: &mut State) {
    let Some(search) = state.search.take() else { return };
    let read = state.place.reader.item();
    state.lit = search.matches;
    state.place = search.before;
    state.relist_if_old();
    state.leave_trace();
    if let Some(item) = read {
        let listed = |pane| state.list(pane).rows.contains(&Row::Item(item));
        if state.place.narrowed.is_some() && PaneId::of(item.kind()).is_some_and(|pane| !listed(pane)) {
            super::open::widen(state);
        }
        state.show(item);
    }
}

/// To the next match in the open text, and on to the next item that matches.
pub(super) fn walk(state: &mut State, forward: bool) {
    let Some(lit) = state.lit.clone() else {
        state.notice = Some("no search to walk; / searches".to_owned());
        return;
    };
    state.settle();
    let lines = state.place.reader.matching_lines(&lit);
    let at = state.place.reader.at_match;
    let next = match (at, forward) {
        (None, true) => lines.first(),
        (None, false) => lines.last(),
        (Some(at), true) => lines.iter().find(|line| **line > at),
        (Some(at), false) => lines.iter().rev().find(|line| **line < at),
    };
    if let Some(line) = next.copied() {
        let rows = reader_rows(state);
        state.place.reader.at_match = Some(line);
        state.place.reader.reveal(line, rows);
        state.notice = lines
            .iter()
            .position(|l| *l == line)
            .map(|i| format!("line {} of {} with a match", i + 1, lines.len()));
        return;
    }
    let ranked = lit.ranked();
    let here = state.place.reader.item();
    let place = ranked.iter().position(|m| Some(m.item) == here);
    let other = match (place, forward) {
        (None, _) => Some(0),
        (Some(i), true) => Some(i + 1),
        (Some(i), false) => i.checked_sub(1),
    };
    match other.and_then(|i| ranked.get(i)) {
        Some(found) => {
            let words = format!("match {} of {}", other.unwrap_or(0) + 1, ranked.len());
            state.leave_trace();
            state.show(found.item);
            state.place.focus = Focus::Reader;
            state.notice = Some(words);
        }
        None => state.notice = Some("no further match".to_owned()),
    }
}

/// Says why the chosen or open item matched.
pub(super) fn why(state: &mut State) {
    let (matches, item) = match &state.search {
        Some(search) if search.focus == SearchFocus::Line => {
            let matches = search.matches.clone();
            let item = matches.as_ref().and_then(|m| m.ranked().get(search.chosen)).map(|m| m.item);
            (matches, item)
        }
        Some(search) => (search.matches.clone(), state.list(state.place.pane).row().map(|row| row.item())),
        None => (state.lit.clone(), state.place.reader.item()),
    };
    let (Some(matches), Some(item)) = (matches, item) else {
        state.notice = Some("nothing was searched".to_owned());
        return;
    };
    let collection = Arc::clone(&state.collection);
    let reasons = matches.why(&collection, item);
    state.overlays.push(Overlay::Why { item, reasons });
}
