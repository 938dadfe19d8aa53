//! Marking agreements and clauses, and comparing two of them.

use super::motion::moved;
use crate::insight::compare::compare;
use crate::model::{ItemId, Kind};
use crate::report::{CompareReport, Report, TextLook};
use crate::text::count;
use crate::tui::action::Motion;
use crate::tui::compare::CompareBox;
use crate::tui::state::{Overlay, State};
use std::sync::Arc;

/// Marks the open item, or takes its mark away. A third mark takes the place of the first.
pub(super) fn mark(state: &mut State) {
    let Some(item) = state.place.reader.item() else { return };
    if !matches!(item.kind(), Kind::Agreement | Kind::Clause) {
        state.notice = Some("only agreements and clauses can be compared".to_owned());
        return;
    }
    match state.marks.iter().position(|marked| *marked == item) {
        Some(place) => {
            state.marks.remove(place);
        }
        None => {
            if state.marks.len() == 2 {
                state.marks.remove(0);
            }
            state.marks.push(item);
        }
    }
    state.notice = Some(match state.marks.len() {
        0 => "no mark".to_owned(),
        1 => "1 marked; = compares it with what is open".to_owned(),
        _ => "2 marked; = compares them".to_owned(),
    });
}

/// Compares the two marked ones, or the marked one with the open one.
pub(super) fn start(state: &mut State) {
    let open = state.place.reader.item();
    match (state.marks.as_slice(), open) {
        ([left, right], _) => set_side_by_side(state, *left, *right),
        ([left], Some(right)) if *left != right => set_side_by_side(state, *left, right),
        _ => {
            state.notice = Some("mark two agreements or clauses with space, then = compares them".to_owned())
        }
    }
}

/// Opens a comparison, or says why there is none.
pub(super) fn set_side_by_side(state: &mut State, left: ItemId, right: ItemId) {
    let collection = Arc::clone(&state.collection);
    state.begin("comparing", move || {
        let compared = compare(&collection, left, right);
        Box::new(move |state| match compared {
            Ok(comparison) => state.overlays.push(Overlay::Compare(CompareBox::new(comparison))),
            Err(error) => state.notice = Some(error.to_string()),
        })
    });
}

fn open(state: &mut State) -> Option<&mut CompareBox> {
    match state.overlays.last_mut()? {
        Overlay::Compare(open) => Some(open),
        _ => None,
    }
}

/// Scrolls.
pub(super) fn step(state: &mut State, motion: Motion) {
    let layout = state.layout;
    let Some(open) = open(state) else { return };
    let page = layout.body().height.saturating_sub(2);
    open.first = moved(open.first, open.furthest(layout) + 1, page, motion);
    open.at = None;
}

/// To the next or previous difference.
pub(super) fn walk(state: &mut State, forward: bool) {
    let layout = state.layout;
    let Some(open) = open(state) else { return };
    if !open.walk(layout, forward) {
        state.notice = Some("no further difference".to_owned());
    }
}

/// Left becomes right.
pub(super) fn swap(state: &mut State) {
    let Some((left, right)) = open(state).map(|open| open.sides()) else { return };
    state.overlays.pop();
    set_side_by_side(state, right, left);
}

/// The comparison as the command prints it.
pub(super) fn copied(state: &mut State) -> Option<String> {
    let comparison = &open(state).map(|open| std::sync::Arc::clone(&open.comparison))?;
    let mut text = Vec::new();
    let report = CompareReport { collection: &state.collection, comparison };
    report.text(TextLook::default(), &mut text).ok()?;
    String::from_utf8(text).ok()
}

/// How many are marked, for the footer.
pub(crate) fn marked(state: &State) -> Option<String> {
    let marks = state.marks.len();
    (marks > 0).then(|| count(marks, "marked", "marked"))
}
