//! Comparing two agreements, chapters or clauses.

use crate::explore::errands::Done;
use crate::explore::overlays::{Overlay, Stop};
use crate::explore::state::State;
use crate::insight::compare::compare;
use crate::model::{ItemId, Kind};
use crate::text::count;
use std::sync::Arc;

/// Compares the two newest marks, or the marked item with the open one. What was marked since the start comes first.
pub(super) fn start(state: &mut State) {
    let is_compared = |item: &ItemId| matches!(item.kind(), Kind::Agreement | Kind::Chapter | Kind::Clause);
    let open = state.place.reader.item().filter(is_compared);
    let (fresh, others) = state.marks.comparable();
    match (fresh.as_slice(), others.as_slice(), open) {
        ([.., left, right], ..) | ([], [.., left, right], _) => compare_items(state, *left, *right),
        ([left], _, Some(right)) | ([], [left], Some(right)) if *left != right => {
            compare_items(state, *left, right);
        }
        ([right], [.., left], _) => compare_items(state, *left, *right),
        _ => state.notice = Some("Mark two agreements or clauses with space; = compares them".to_owned()),
    }
}

/// Compares two items; the comparison opens when it is done.
pub(super) fn compare_items(state: &mut State, left: ItemId, right: ItemId) {
    let collection = Arc::clone(state.collection());
    state.begin("Comparing…", move |_| Done::Comparison(compare(&collection, left, right)));
}

/// Goes to the next or previous pair or difference of the open comparison.
pub(super) fn walk(state: &mut State, to: Stop, forward: bool) {
    let State { overlays, laid_out, layout, .. } = state;
    if let Some(Overlay::Compare(view)) = overlays.last_mut()
        && !view.walk(&laid_out.compared, *layout, to, forward)
    {
        state.notice = Some(match to {
            Stop::Pair => "No more pairs that differ".to_owned(),
            Stop::Difference => "No more differences".to_owned(),
        });
    }
}

/// Hides the pairs of the open comparison that are alike, or shows them again.
pub(super) fn only_differing(state: &mut State) {
    let Some(Overlay::Compare(view)) = state.overlays.last_mut() else { return };
    view.toggle_alike();
    let alike = view.comparison.counts.equal;
    let (pairs, them) = (count(alike, "pair", "pairs"), if alike == 1 { "it" } else { "them" });
    state.notice = Some(match view.hides_alike() {
        true => format!("{pairs} alike: hidden; = shows {them}"),
        false => format!("{pairs} alike: shown; = hides {them}"),
    });
}

/// Swaps the sides of the open comparison.
pub(super) fn swap(state: &mut State) {
    let Some(Overlay::Compare(view)) = state.overlays.last() else { return };
    let (left, right) = view.sides();
    state.overlays.pop();
    compare_items(state, right, left);
}

/// Compares the two passages that are side by side in the coverage.
pub(super) fn compare_passages(state: &mut State) {
    let Some(Overlay::Coverage(table)) = state.overlays.last() else { return };
    match table.passages() {
        Some((left, right)) => compare_items(state, left, right),
        None => state.notice = Some("Open two passages side by side with enter; = compares them".to_owned()),
    }
}
