//! Opens and folds chapters in the list of clauses, and goes from chapter to chapter.

use super::listing::relist;
use super::navigation::go_to;
use crate::explore::pane::Pane;
use crate::explore::place::Focus;
use crate::explore::row::Row;
use crate::explore::state::State;
use crate::insight::{chapter_around, chapters_of};
use crate::model::{ItemId, Kind};
use std::sync::Arc;

/// Opens the folded chapter that is selected.
pub(super) fn open(state: &mut State) {
    match state.list(Pane::Clauses).row() {
        Some(Row::Folded(chapter, _)) if state.place.pane == Pane::Clauses => {
            let collection = Arc::clone(state.collection());
            state.folds.open_in(&collection, &mut state.place.lists[Pane::Clauses], chapter);
        }
        _ => state.notice = Some("Nothing is folded here".to_owned()),
    }
}

/// Folds the chapter that is selected or that the selected row is in, and selects it.
pub(super) fn fold(state: &mut State) {
    let row = state.list(Pane::Clauses).row().filter(|_| state.place.pane == Pane::Clauses);
    let chapter = match row {
        Some(Row::Item(item)) if item.kind() == Kind::Chapter => Some(item),
        Some(Row::Item(item) | Row::Folded(item, _)) => chapter_around(state.collection(), item),
        _ => None,
    };
    let place = chapter.and_then(|chapter| {
        let rows = &state.list(Pane::Clauses).rows;
        Some((chapter, rows.iter().position(|row| *row == Row::Item(chapter))?))
    });
    let Some((chapter, place)) = place else {
        state.notice = Some("Nothing to fold here".to_owned());
        return;
    };
    let collection = Arc::clone(state.collection());
    state.folds.fold_in(&collection, &mut state.place.lists[Pane::Clauses], (chapter, place));
    state.read_selected();
}

/// Opens all chapters in the list, or folds all if one is open.
pub(super) fn all(state: &mut State) {
    let is_folded = |row: &Row| matches!(row, Row::Folded(..));
    let rows = &state.list(Pane::Clauses).rows;
    let is_open = |row: &Row| matches!(row, Row::Item(item) if item.kind() == Kind::Chapter);
    if rows.iter().any(is_open) {
        state.folds.fold_all();
    } else if rows.iter().any(is_folded) {
        let agreements: Vec<ItemId> =
            rows.iter().filter(|row| is_folded(row)).filter_map(|row| row.item().agreement()).collect();
        let chapters: Vec<ItemId> =
            agreements.iter().flat_map(|of| chapters_of(&state.open.collection, *of)).collect();
        chapters.into_iter().for_each(|chapter| state.folds.open(chapter));
    } else {
        state.notice = Some("No agreement here has chapters to fold".to_owned());
        return;
    }
    relist(state);
    state.read_selected();
}

/// Goes to the next or previous chapter: in the reader of the agreement that is read, in the list of what is listed.
pub(super) fn to_chapter(state: &mut State, forward: bool) {
    if state.place.focus == Focus::Reader {
        return match state.place.reader.item().and_then(|item| beside(state, item, forward)) {
            Some(chapter) => go_to(state, chapter),
            None => state.notice = Some("No further chapter".to_owned()),
        };
    }
    let list = state.list(Pane::Clauses);
    let is_chapter = |row: &Row| matches!(row.item().kind(), Kind::Chapter | Kind::Agreement);
    let found = match forward {
        true => {
            list.rows.iter().skip(list.selected + 1).position(is_chapter).map(|at| list.selected + 1 + at)
        }
        false => list.rows.iter().take(list.selected).rposition(is_chapter),
    };
    match found.filter(|_| state.place.pane == Pane::Clauses) {
        Some(place) => {
            state.place.lists[Pane::Clauses].selected = place;
            state.read_selected();
        }
        None => state.notice = Some("No further chapter".to_owned()),
    }
}

/// The chapter after or before an item in its agreement; of a clause, the one before is its own.
fn beside(state: &State, item: ItemId, forward: bool) -> Option<ItemId> {
    let collection = state.collection();
    let own = if item.kind() == Kind::Chapter { Some(item) } else { chapter_around(collection, item) };
    let chapters: Vec<ItemId> = chapters_of(collection, item.agreement()?).collect();
    let Some(own) = own else {
        return if forward { chapters.first().copied() } else { None };
    };
    let place = chapters.iter().position(|chapter| *chapter == own)?;
    match forward {
        true => chapters.get(place + 1).copied(),
        false if item != own => Some(own),
        false => chapters.get(place.checked_sub(1)?).copied(),
    }
}
