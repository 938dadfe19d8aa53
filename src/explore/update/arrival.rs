//! Takes over what was loaded in the background: the collection grows, or is replaced after files changed.

use super::comparing::compare_items;
use super::listing::{relist, sync_pair};
use super::navigation::{open_leading, open_library};
use super::returning::take_up;
use super::searching::{ask_again, look_for_address};
use crate::data::{Problem, Progress, Severity};
use crate::explore::holdings::Holdings;
use crate::explore::intake::Arrival;
use crate::explore::list::List;
use crate::explore::narrowing::{Narrowing, Scope};
use crate::explore::opening::Opening;
use crate::explore::overlays::Overlay;
use crate::explore::pane::Pane;
use crate::explore::place::Place;
use crate::explore::reader::Reader;
use crate::explore::returning::Returning;
use crate::explore::row::Row;
use crate::explore::state::State;
use crate::model::{Collection, ItemId};
use crate::text::count;
use std::sync::Arc;

/// Handles an arrival.
pub(super) fn arrived(state: &mut State, arrival: Arrival) {
    match arrival {
        Arrival::Read { holdings, problems, loading } => read(state, *holdings, problems, loading),
        Arrival::Reloaded { holdings, problems } => reload(state, *holdings, problems),
        Arrival::Broken { first, problems } => {
            let name = first.file.file_name().unwrap_or(first.file.as_os_str()).to_string_lossy();
            state.notice = Some(format!("{name} now has errors (w to view); showing the last good version"));
            state.problems = problems;
        }
        Arrival::Indexed(items) => state.indexed = items,
        Arrival::Unwatched(why) => {
            state.notice = Some(format!("Cannot watch the files for changes: {why}"));
        }
    }
}

/// The number of problems, and the key that lists them; `None` if there are no problems.
fn problem_notice(problems: &[Problem]) -> Option<String> {
    let errors = problems.iter().filter(|p| p.severity == Severity::Error).count();
    let warnings = problems.len() - errors;
    let words = [(errors, "error", "errors"), (warnings, "warning", "warnings")];
    let counts: Vec<String> =
        words.iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| count(*n, one, many)).collect();
    let skipped = if errors > 0 { "; files with errors were skipped" } else { "" };
    (!counts.is_empty()).then(|| format!("{} (w for details){skipped}", counts.join(" and ")))
}

/// Takes over a collection that has grown at its end, so that all items keep their ids.
fn read(state: &mut State, holdings: Holdings, problems: Vec<Problem>, loading: Option<Progress>) {
    let ended = state.loading.is_some() && loading.is_none();
    state.problems.extend(problems);
    state.loading = loading;
    if let (None, Some(words)) = (loading, problem_notice(&state.problems)) {
        state.notice = Some(words);
    }
    let grown = holdings.collection.dossiers().len() > state.collection().dossiers().len();
    if grown {
        take_over(state, holdings);
        relist(state);
    }
    if grown || ended {
        look_for_address(state);
    }
    if let Returning::Known(visit) = state.returning.clone() {
        take_up(state, Some(visit));
    }
    match (state.opening, state.place.reader.item()) {
        (Some(Opening::Library), _) => open_library(state, ended),
        (_, None) if state.place.pane == Pane::Library => state.read_selected(),
        (_, None) => open_leading(state),
        // The targets of its references may have been loaded after it.
        (_, Some(item)) if ended => reread(&state.open.collection, &mut state.place, Some(item)),
        (_, Some(_)) => {}
    }
    if ended {
        state.opening = None;
    }
}

/// Replaces the collection that is shown.
fn take_over(state: &mut State, holdings: Holdings) {
    state.open = holdings;
    state.edition += 1;
    state.finder.forget();
    sync_pair(state);
    state.marks.settle(&state.open.collection);
}

/// Takes over a collection that was reloaded after files changed. Open items stay open, by their addresses.
fn reload(state: &mut State, holdings: Holdings, problems: Vec<Problem>) {
    state.problems = problems;
    let was = Arc::clone(state.collection());
    take_over(state, holdings);
    let now = Arc::clone(state.collection());
    let moved = |item: ItemId| match item.dossier {
        Collection::BESIDE => Some(item),
        _ => now.find(was.address(item)?.as_str()),
    };
    let before = state.search.iter_mut().map(|search| &mut search.before);
    state.folds.fold_all();
    state.undos.forget_filters();
    let places = state.back.iter_mut().chain(&mut state.forward).chain(before).chain([&mut state.place]);
    places.for_each(|place| move_place(&now, place, moved));
    if let Some(search) = &mut state.search {
        // The worker is already answering the same query.
        (search.matches, search.searched) = (None, 0);
    }
    move_overlays(state, moved);
    state.notice = Some(match state.place.reader.item() {
        Some(_) => "Files changed on disk and were reloaded".to_owned(),
        None => "Files changed on disk; the open item is no longer in them".to_owned(),
    });
    relist(state);
    if state.place.reader.item().is_none() {
        state.read_selected();
    }
    look_for_address(state);
    ask_again(state);
}

/// Moves a place to another collection. Its lists are rebuilt on return to it; until then they only remember what was
/// selected.
fn move_place(now: &Collection, place: &mut Place, moved: impl Fn(ItemId) -> Option<ItemId>) {
    for pane in Pane::ALL {
        let list = &mut place.lists[pane];
        let row = list.row().and_then(|row| {
            Some(match row {
                Row::Item(item) => Row::Item(moved(item)?),
                Row::Folded(item, held) => Row::Folded(moved(item)?, held),
                Row::Missing(item) => Row::Missing(moved(item)?),
                Row::Folder(item, held) => Row::Folder(moved(item)?, held),
            })
        });
        *list = List::remembering(pane, row);
    }
    place.narrowed = place.narrowed.as_ref().and_then(|narrowed| {
        let scope = match narrowed.scope {
            Scope::Item(item) => Scope::Item(moved(item)?),
            Scope::Agreement(item) => Scope::Agreement(moved(item)?),
            Scope::Dossier(_) => return None,
        };
        Some(Arc::new(Narrowing::new(now, scope)))
    });
    let item = place.reader.item().and_then(&moved);
    reread(now, place, item);
}

/// Opens an item in the reader of a place, at the line where it was.
fn reread(collection: &Collection, place: &mut Place, item: Option<ItemId>) {
    let mut reader = item.map(|item| Reader::of(collection, item)).unwrap_or_default();
    if item.is_some() {
        let was = &place.reader;
        (reader.scroll, reader.link, reader.reference) = (was.scroll, was.link, was.reference);
    }
    place.reader = reader;
}

/// Redoes a comparison, and closes the other overlays that show items.
fn move_overlays(state: &mut State, moved: impl Fn(ItemId) -> Option<ItemId>) {
    let mut compared = None;
    state.overlays.retain(|overlay| match overlay {
        Overlay::Compare(open) => {
            let (left, right) = open.sides();
            compared = moved(left).zip(moved(right));
            false
        }
        Overlay::Coverage(_) | Overlay::Trace(_) | Overlay::Why(_) | Overlay::Marks(_) => false,
        _ => true,
    });
    if let Some((left, right)) = compared {
        compare_items(state, left, right);
    }
}
