//! Marks, notes and collections: each change is made at once, and written by an errand.

use crate::data::Problem;
use crate::data::personal::{Change, Current, Mark, Marks, Moment};
use crate::explore::effect::Effect;
use crate::explore::overlays::{Collecting, MarksView, NoteEditor, Overlay};
use crate::explore::remember::Remember;
use crate::explore::state::State;
use crate::explore::undo::Undo;
use crate::model::{Collection, ItemId, Kind};
use crate::text::count;

/// Marks the open item, or unmarks it.
pub(super) fn mark(state: &mut State) -> Vec<Effect> {
    let Some(item) = state.place.reader.item() else { return Vec::new() };
    let before = state.marks.of(state.collection(), item).cloned();
    if before.as_ref().is_some_and(|mark| !mark.note.is_empty()) {
        state.notice = Some("It has a note, so its mark stays; the list of marks removes both".to_owned());
        return Vec::new();
    }
    let after = if before.is_some() { None } else { fresh(state.collection(), item) };
    let is_marked = after.is_some();
    let effects = change(state, Change { before, after });
    let is_compared = matches!(item.kind(), Kind::Agreement | Kind::Chapter | Kind::Clause);
    let (fresh, others) = state.marks.comparable();
    state.notice = Some(match (is_marked, is_compared, fresh.len(), fresh.len() + others.len()) {
        (false, ..) => "Unmarked".to_owned(),
        (true, false, ..) => format!("{} marked", count(state.marks.len(), "item", "items")),
        (true, true, 1, _) => "1 marked; = compares it with the open item".to_owned(),
        (true, true, 2, 2) => "2 marked; = compares them".to_owned(),
        (true, true, _, marked) => format!("{marked} marked; = compares the two newest"),
    });
    effects
}

/// A mark of an item; `None` of one that has no address of its own, being in no file.
fn fresh(collection: &Collection, item: ItemId) -> Option<Mark> {
    let of = collection.item(item).filter(|_| item.dossier != Collection::BESIDE)?;
    let belongs_to = item.agreement().filter(|agreement| *agreement != item);
    let belongs_to = belongs_to.and_then(|agreement| collection.list_title(agreement));
    Some(Mark {
        address: of.address().to_string(),
        kind: item.kind().word().to_owned(),
        title: of.list_title().to_owned(),
        of: belongs_to.unwrap_or(&of.dossier().title).to_owned(),
        marked: Moment::now(),
        ..Mark::default()
    })
}

/// Makes a change that can be undone, and asks to write it.
pub(super) fn change(state: &mut State, change: Change) -> Vec<Effect> {
    if change.before == change.after {
        return Vec::new();
    }
    state.undos.push(Undo::Mark(change.clone().back().into()));
    make(state, change)
}

/// Makes a change without a way to undo it.
pub(super) fn make(state: &mut State, change: Change) -> Vec<Effect> {
    state.marks.change(&state.open.collection, &change);
    vec![Effect::Remember(Remember::Mark(change.into()))]
}

/// Takes over what was read or written.
pub(super) fn remembered(
    state: &mut State,
    written: Option<Box<Change>>,
    marks: Result<Current<Marks>, Problem>,
) {
    match marks {
        Ok(current) => {
            if let Some(problem) = current.damaged {
                let name = problem.file.file_name().unwrap_or_default().to_string_lossy();
                state.notice = Some(format!("{name} {}", problem.message));
            }
            state.marks.take(&state.open.collection, written.as_deref(), current.value);
        }
        Err(problem) => state.notice = Some(format!("Marks are not kept: {problem}")),
    }
}

/// Opens the list of marks, at that of the open item; another copy may have changed them.
pub(super) fn list(state: &mut State) -> Vec<Effect> {
    let mut view = MarksView::new(state.place.clone());
    let here = state.place.reader.item();
    let places = view.places(&state.marks);
    let own = places
        .iter()
        .position(|place| state.marks.at(*place).is_some_and(|(_, item)| item == here && here.is_some()));
    view.chosen = own.unwrap_or(0);
    state.overlays.push(Overlay::Marks(view));
    vec![Effect::Remember(Remember::Marks)]
}

/// Keeps the chosen mark in range, and shows its item in the reader.
pub(super) fn settle(state: &mut State) {
    let State { overlays, marks, .. } = state;
    let Some(Overlay::Marks(view)) = overlays.last_mut() else { return };
    let places = view.places(marks);
    view.chosen = view.chosen.min(places.len().saturating_sub(1));
    let item = places.get(view.chosen).and_then(|place| marks.at(*place)?.1);
    if let Some(item) = item.filter(|item| state.place.reader.item() != Some(*item)) {
        state.show(item);
    }
}

/// The mark that is chosen in the list of marks.
fn chosen(state: &State) -> Option<&Mark> {
    let Some(Overlay::Marks(view)) = state.overlays.last() else { return None };
    Some(state.marks.at(*view.places(&state.marks).get(view.chosen)?)?.0)
}

/// Removes the chosen mark with its note.
pub(super) fn remove(state: &mut State) -> Vec<Effect> {
    let Some(mark) = chosen(state).cloned() else {
        state.notice = Some("There is no mark to remove".to_owned());
        return Vec::new();
    };
    let with = if mark.note.is_empty() { "" } else { " with its note" };
    state.notice = Some(format!("Mark removed{with}: {}", mark.title));
    change(state, Change { before: Some(mark), after: None })
}

/// The mark that a note or a collection is for, before and, as it is to be, after: the chosen one, else that of the open
/// item, which need not be marked yet.
fn subject(state: &State) -> Option<(Option<Mark>, Mark)> {
    if let Some(Overlay::Marks(_)) = state.overlays.last() {
        let mark = chosen(state)?.clone();
        return Some((Some(mark.clone()), mark));
    }
    let item = state.place.reader.item()?;
    match state.marks.of(state.collection(), item) {
        Some(mark) => Some((Some(mark.clone()), mark.clone())),
        None => Some((None, fresh(state.collection(), item)?)),
    }
}

/// Begins to write the note.
pub(super) fn write(state: &mut State) {
    match subject(state) {
        Some((before, after)) => state.overlays.push(Overlay::Note(NoteEditor::new(before, after))),
        None => state.notice = Some("Open an item to write a note on it".to_owned()),
    }
}

/// Begins to choose the collections.
pub(super) fn collect(state: &mut State) {
    match subject(state) {
        Some((before, mark)) => state.overlays.push(Overlay::Collect(Collecting::new(before, mark))),
        None => state.notice = Some("Open an item to put it into a collection".to_owned()),
    }
}

/// Keeps a change that was made in an overlay, and says so.
pub(super) fn keep(state: &mut State, kept: Change, notice: String) -> Vec<Effect> {
    state.notice = Some(notice);
    change(state, kept)
}

/// The note that is being written, to go on with it in the person's editor.
pub(super) fn edited(state: &State) -> Option<Effect> {
    let Some(Overlay::Note(note)) = state.overlays.last() else { return None };
    Some(Effect::Edit(note.text.text().to_owned()))
}
