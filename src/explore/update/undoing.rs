//! Undoes marks, filters and sort orders.

use super::listing::relist;
use super::marking;
use crate::data::personal::Change;
use crate::explore::effect::Effect;
use crate::explore::narrowing::Scope;
use crate::explore::pane::Pane;
use crate::explore::state::State;
use crate::explore::undo::Undo;

/// Undoes the newest of what can be undone, and says what that was.
pub(super) fn undo(state: &mut State) -> Vec<Effect> {
    match state.undos.pop() {
        None => state.notice = Some("Nothing to undo".to_owned()),
        Some(Undo::Mark(change)) => {
            state.notice = Some(format!("Undone: {}", undone(&change)));
            return marking::make(state, *change);
        }
        Some(Undo::Filter(before)) => {
            state.place.narrowed = before;
            relist(state);
            let of = filter(state)
                .map_or_else(|| "all is shown".to_owned(), |name| format!("{name} only is shown"));
            state.notice = Some(format!("Filter undone: {of}"));
        }
        Some(Undo::Sort(before)) => {
            let changed = Pane::ALL.into_iter().find(|pane| state.sorts[*pane] != before[*pane]);
            state.sorts = before;
            relist(state);
            let pane = changed.unwrap_or(state.place.pane);
            let (_, words) = state.sorts.order(pane);
            state.notice = Some(format!("Sort order undone: {} again {words}", pane.title()));
        }
    }
    Vec::new()
}

/// What a change back takes away or brings again.
fn undone(change: &Change) -> String {
    match (&change.before, &change.after) {
        (Some(mark), None) => format!("{} is not marked any more", mark.title),
        (None, Some(mark)) => format!("{} is marked again", mark.title),
        (Some(before), Some(after)) if before.note != after.note => {
            format!("the note on {} is as before", after.title)
        }
        (_, Some(after)) => format!("the collections of {} are as before", after.title),
        (None, None) => "nothing".to_owned(),
    }
}

/// The name of what the panes are filtered by.
fn filter(state: &State) -> Option<String> {
    let name = match state.place.narrowed.as_ref()?.scope {
        Scope::Item(item) | Scope::Agreement(item) => state.collection().list_title(item)?,
        Scope::Dossier(place) => &state.collection().dossiers().get(place as usize)?.title,
    };
    Some(name.to_owned())
}
