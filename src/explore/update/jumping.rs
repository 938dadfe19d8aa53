//! The palette's items: the search that finds them, on the index that answers the search line too.

use super::searching;
use crate::explore::finder::Asker;
use crate::explore::input_line::InputLine;
use crate::explore::overlays::{Overlay, Palette};
use crate::explore::state::State;
use crate::search::{Answer, Matches, WrittenOut};
use std::sync::Arc;

/// Opens the palette over the current mode.
pub(super) fn open(state: &mut State) {
    let here = state.place.reader.item();
    let places = state.back.iter().rev().chain(state.forward.iter().rev()).filter_map(|p| p.reader.item());
    let palette = Palette::new(state.collection(), state.mode(), places.filter(|item| Some(*item) != here));
    state.overlays.push(Overlay::Palette(palette));
}

/// Looks for items with the words in the palette's line.
pub(super) fn ask(state: &mut State) {
    let Some(Overlay::Palette(palette)) = state.overlays.last_mut() else { return };
    let query = WrittenOut::new(palette.typed(), &state.searches.saved).query();
    if query.is_empty() {
        return take(state, None);
    }
    state.asker = Asker::Palette;
    let collection = Arc::clone(state.collection());
    if let Some(matches) = state.finder.ask(&collection, query) {
        take(state, Some(&matches));
    }
}

/// Takes over what was found, or that nothing is looked for.
pub(super) fn take(state: &mut State, matches: Option<&Matches>) {
    let collection = Arc::clone(state.collection());
    if let Some(Overlay::Palette(palette)) = state.overlays.last_mut() {
        palette.take(&collection, matches);
    }
}

/// Asks for the search line again when the palette, which asked last, is closed.
pub(super) fn settle(state: &mut State) {
    let is_open = state.overlays.iter().any(|overlay| matches!(overlay, Overlay::Palette(_)));
    if state.asker == Asker::Palette && !is_open {
        searching::ask_for_last(state);
    }
}

/// Hands the answer to the newest query to who asked. Older answers, and those on another collection, are ignored.
pub(super) fn answered(state: &mut State, answer: Answer) {
    if !state.finder.wants(&answer) || !answer.collection.is_part_of(state.collection()) {
        return;
    }
    match state.asker {
        Asker::Palette => take(state, Some(&answer.matches)),
        Asker::SearchLine => searching::answered(state, answer),
    }
}

/// Searches all texts for what was typed.
pub(super) fn search(state: &mut State, typed: &str) {
    searching::start(state);
    searching::edit(state, |line: &mut InputLine| line.set(typed));
}
