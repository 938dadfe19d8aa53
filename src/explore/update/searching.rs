//! Searches as you type, and goes through the matches afterwards.

use super::listing::{relist, relist_if_old, show_all};
use super::settling::{reveal, settle_page};
use crate::data::personal::SearchesChange;
use crate::explore::action::Motion;
use crate::explore::finder::{Asker, Finder};
use crate::explore::input_line::InputLine;
use crate::explore::overlays::{Overlay, SaveSearch, Why};
use crate::explore::pane::Pane;
use crate::explore::place::{Focus, View};
use crate::explore::remember::Remember;
use crate::explore::search_box::{SearchBox, SearchFocus};
use crate::explore::so_far::so_far;
use crate::explore::state::State;
use crate::insight::{looks_like_address, resolve_at_once, resolve_in_search};
use crate::model::ItemId;
use crate::search::{Answer, Matches, Provisional, WrittenOut};
use crate::text::capitalised;
use std::sync::Arc;

/// The notice for a key that needs the matches of a search.
const NO_SEARCH: &str = "No active search; press / to search";

/// Opens the search line, or goes back to it from the panes.
pub(super) fn start(state: &mut State) {
    if let Some(search) = &mut state.search {
        search.focus = SearchFocus::Line;
        return;
    }
    let before = state.place.clone();
    state.place.view = View::Panes;
    state.search = Some(SearchBox::new(before));
    // Everything that is open is searched; Esc restores the filter of the panes.
    if state.place.narrowed.take().is_some() {
        relist(state);
    }
}

/// Edits the search line and searches again.
pub(super) fn edit(state: &mut State, edit: impl FnOnce(&mut InputLine)) {
    let Some(search) = &mut state.search else { return };
    let was = search.line.text().to_owned();
    edit(&mut search.line);
    if search.line.text() != was {
        (search.chosen, search.earlier) = (0, None);
        ask(state);
    }
}

/// Searches for the search line; the answer may come later.
pub(super) fn ask(state: &mut State) {
    let Some(search) = &mut state.search else { return };
    search.address = resolve_at_once(&state.open.collection, search.line.text());
    search.awaits_address = false;
    state.asker = Asker::SearchLine;
    search.asked = WrittenOut::new(search.line.text(), &state.searches.saved);
    let query = search.asked.query();
    search.problems = search.asked.problems(query.problems());
    if query.is_empty() {
        take(state, None, 0);
        return;
    }
    match state.finder.ask(&state.open.collection, query) {
        Some(matches) => take(state, Some(matches), state.open.totals.items),
        None => search.searched = 0,
    }
}

/// Asks the query of the search line again, or that of the last search, whose matches are highlighted.
pub(super) fn ask_for_last(state: &mut State) {
    state.asker = Asker::SearchLine;
    if state.search.is_some() {
        return ask(state);
    }
    let Some(query) = state.last_query.clone().filter(|_| state.last_matches.is_some()) else { return };
    let collection = Arc::clone(state.collection());
    if let Some(matches) = state.finder.ask(&collection, query) {
        state.last_matches = Some(Arc::new(matches));
    }
}

/// Searches again, if queries are answered at once; a worker does so by itself.
pub(super) fn ask_again(state: &mut State) {
    if matches!(state.finder, Finder::AtOnce(_)) {
        ask(state);
    }
}

/// Takes over the matches of the newest query.
pub(super) fn answered(state: &mut State, answer: Answer) {
    if let Some(search) = &state.search {
        // Items may still be missing from sets that are not final.
        let is_final = answer.matches.provisional() != Provisional::Sets;
        // An emptied line asks nothing; the worker answers what it asked before.
        if !search.asked.query().is_empty() {
            take(state, Some(answer.matches), if is_final { answer.items } else { 0 });
        }
    } else if state.last_matches.is_some() {
        // The collection has changed since the search.
        state.last_matches = Some(Arc::new(answer.matches));
    }
}

fn take(state: &mut State, matches: Option<Matches>, searched: usize) {
    let Some(search) = &mut state.search else { return };
    search.searched = searched;
    if let Some(matches) = &matches {
        search.problems = search.asked.problems(matches.problems());
    }
    search.chosen = search.chosen.min(matches.as_ref().map_or(0, |m| m.ranked().len().saturating_sub(1)));
    search.matches = matches.map(Arc::new);
    relist(state);
}

/// Tab: completes the filter value before the cursor, else goes to the panes.
pub(super) fn complete_or_leave(state: &mut State) {
    let Some(search) = &mut state.search else { return };
    let best = search.completions(&state.open.collection, &state.searches.saved).into_iter().next();
    let replaced = best.as_ref().and_then(|best| search.line.text().get(best.range.clone()));
    if let (Some(best), Some(replaced)) = (&best, replaced)
        && replaced != best.text
    {
        search.line.replace(best.range.clone(), &best.text);
        search.chosen = 0;
        return ask(state);
    }
    search.focus = SearchFocus::Panes;
    state.place.focus = Focus::Pane(state.place.pane);
    state.read_selected();
}

/// Chooses among the best matches; if there are none, among the similar words.
pub(super) fn choose(state: &mut State, motion: Motion) {
    if walk_earlier(state, motion) {
        return;
    }
    let page = state.layout.reader().height / 3;
    let Some(search) = &mut state.search else { return };
    let Some(matches) = &search.matches else { return };
    let total =
        if matches.ranked().is_empty() { matches.nearest_words(9).len() } else { matches.ranked().len() };
    search.chosen = motion.apply(search.chosen, total, page);
}

/// Up in an empty line shows the last query, then those before it; down goes the other way and, from the last query, on
/// to its matches. False if the motion is for the matches.
fn walk_earlier(state: &mut State, motion: Motion) -> bool {
    let Some(search) = &mut state.search else { return false };
    let next = match (motion, search.earlier) {
        (Motion::Up, None) if search.line.text().is_empty() => 0,
        (Motion::Up, Some(at)) if search.chosen == 0 => at + 1,
        (Motion::Down, Some(at @ 1..)) => at - 1,
        _ => return false,
    };
    match state.searches.earlier.iter().rev().nth(next) {
        Some(words) => {
            search.line.set(words);
            (search.chosen, search.earlier) = (0, Some(next));
            ask(state);
        }
        None => state.notice = Some("No earlier query".to_owned()),
    }
    true
}

/// Opens the chosen match; if there is none, searches for the chosen similar word.
pub(super) fn open_chosen(state: &mut State) {
    if open_address(state) {
        return;
    }
    let Some(search) = &state.search else { return };
    let Some(matches) = search.matches.clone() else { return };
    if matches.ranked().is_empty() {
        let word = matches.nearest_words(9).get(search.chosen).map(|word| word.to_string());
        if let Some(word) = word {
            edit(state, |line| line.set(&word));
        }
        return;
    }
    if let Some(item) = matches.ranked().get(search.chosen).map(|m| m.item) {
        open(state, item);
    }
}

/// Opens the item whose address the line is, unless another match was chosen. While files are read, waits for an address
/// that is not there yet. False if the line is no address.
fn open_address(state: &mut State) -> bool {
    let Some(search) = state.search.as_ref().filter(|search| search.chosen == 0) else { return false };
    let typed = search.line.text().trim().to_owned();
    if let Some(item) = resolve_in_search(&state.open.collection, &typed) {
        open(state, item);
        return true;
    }
    if state.loading.is_none() || !typed.contains('/') || !looks_like_address(&typed) {
        return false;
    }
    state.notice = so_far(state).map(|so_far| format!("{typed} is opened once it is read ({so_far})"));
    if let Some(search) = &mut state.search {
        search.awaits_address = true;
    }
    true
}

/// Looks for the address in the line among what was read since.
pub(super) fn look_for_address(state: &mut State) {
    let collection = &state.open.collection;
    let Some(search) = &mut state.search else { return };
    search.address = resolve_at_once(collection, search.line.text());
    if search.awaits_address
        && !open_address(state)
        && let Some(search) = &mut state.search
    {
        search.awaits_address = false;
    }
}

/// Opens the selected row of the panes.
pub(super) fn open_row(state: &mut State) {
    if let Some(item) = state.list(state.place.pane).item() {
        open(state, item);
    }
}

/// Ends the search and opens an item. The matches stay highlighted, and going back leads to the place before the
/// search.
fn open(state: &mut State, item: ItemId) {
    end_search(state);
    if let Some(pane) = Pane::of(item.kind()) {
        state.place.pane = pane;
    }
    state.show(item);
    state.place.focus = Focus::Reader;
}

/// Ends the search: restores the lists from before it, and keeps its matches highlighted.
pub(super) fn end_search(state: &mut State) {
    let Some(search) = state.search.take() else { return };
    let read = state.place.reader.item();
    state.last_query = Some(search.asked.query());
    let words = search.line.text().trim();
    state.last_words = Some(words.to_owned());
    if !words.is_empty() && state.searches.earlier.last().is_none_or(|last| last != words) {
        let change = SearchesChange::Add(words.to_owned());
        state.searches.apply(change.clone());
        state.asked.push(Remember::Searches(Some(change)));
    }
    state.last_matches = search.matches;
    state.place = search.before;
    relist_if_old(state);
    state.remember_place();
    if let Some(item) = read {
        let pane = Pane::of(item.kind());
        if state.place.narrowed.is_some() && pane.is_some_and(|pane| !state.select(pane, item)) {
            show_all(state);
        }
        state.show(item);
    }
}

/// Goes to the next match in the open text, then to the next item that matches.
pub(super) fn walk(state: &mut State, forward: bool) {
    let Some(matches) = state.last_matches.clone() else {
        state.notice = Some(NO_SEARCH.to_owned());
        return;
    };
    settle_page(state);
    let lines = state.laid_out.lines.matching(&matches);
    let at = state.place.reader.at_match;
    let next = match (at, forward) {
        (None, true) => lines.first(),
        (None, false) => lines.last(),
        (Some(at), true) => lines.iter().find(|line| **line > at),
        (Some(at), false) => lines.iter().rev().find(|line| **line < at),
    };
    if let Some(line) = next.copied() {
        state.place.reader.at_match = Some(line);
        reveal(state, line);
        state.notice = lines
            .iter()
            .position(|l| *l == line)
            .map(|i| format!("Matching line {} of {}", i + 1, lines.len()));
        return;
    }
    let ranked = matches.ranked();
    let here = state.place.reader.item();
    let place = ranked.iter().position(|m| Some(m.item) == here);
    let other = match (place, forward) {
        (None, _) => Some(0),
        (Some(i), true) => Some(i + 1),
        (Some(i), false) => i.checked_sub(1),
    };
    match other.and_then(|i| ranked.get(i)) {
        Some(found) => {
            let words = format!("Match {} of {}", other.unwrap_or(0) + 1, ranked.len());
            state.remember_place();
            state.show(found.item);
            state.place.focus = Focus::Reader;
            state.notice = Some(words);
        }
        None => {
            let so_far = so_far(state).map(|so_far| format!(" so far ({so_far})")).unwrap_or_default();
            state.notice = Some(format!("No more matches{so_far}"));
        }
    }
}

/// Shows why the chosen or open item matched.
pub(super) fn why(state: &mut State) {
    let (matches, item) = match &state.search {
        Some(search) if search.focus == SearchFocus::Line => {
            let matches = search.matches.clone();
            let item = matches.as_ref().and_then(|m| m.ranked().get(search.chosen)).map(|m| m.item);
            (matches, item)
        }
        Some(search) => (search.matches.clone(), state.list(state.place.pane).item()),
        None => (state.last_matches.clone(), state.place.reader.item()),
    };
    let (Some(matches), Some(item)) = (matches, item) else {
        state.notice = Some(NO_SEARCH.to_owned());
        return;
    };
    let reasons = matches.why(state.collection(), item);
    state.overlays.push(Overlay::Why(Why::new(item, reasons)));
}

/// Asks for the name under which the search, or the last one, is saved.
pub(super) fn save(state: &mut State) {
    let typed = match &state.search {
        Some(search) => Some(search.line.text().trim().to_owned()),
        None => state.last_words.clone(),
    };
    let Some(typed) = typed.filter(|typed| !typed.is_empty()) else {
        state.notice = Some("Type a search to save it under a name".to_owned());
        return;
    };
    let written = state.written_out(&typed);
    match written.problems(&[]).first() {
        Some(problem) => state.notice = Some(capitalised(&problem.message)),
        None => state.overlays.push(Overlay::SaveSearch(SaveSearch::new(written.text().to_owned()))),
    }
}
