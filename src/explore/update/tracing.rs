//! Tracing the wording of what is read.

use super::comparing::compare_items;
use crate::explore::errands::Done;
use crate::explore::overlays::{Overlay, TraceView};
use crate::explore::state::State;
use crate::insight::trace::{ItemTrace, trace_item};
use crate::model::Kind;
use std::sync::Arc;

/// Traces what is read; the trace opens when it is done, if that is still read.
pub(super) fn start(state: &mut State) {
    let item = state.place.reader.item();
    let is_traced = |kind| matches!(kind, Kind::Agreement | Kind::Chapter | Kind::Clause);
    let Some(item) = item.filter(|item| is_traced(item.kind())) else {
        state.notice = Some("Only agreements, chapters and clauses are traced".to_owned());
        return;
    };
    let collection = Arc::clone(state.collection());
    state.begin("Tracing the wording… esc stops", move |meter| {
        Done::Trace(trace_item(&collection, item, meter).map(Box::new))
    });
}

/// Opens a trace, unless something else is read by now.
pub(super) fn show(state: &mut State, trace: Option<Box<ItemTrace>>) {
    match trace {
        Some(trace) if state.place.reader.item() != Some(trace.item) => {}
        Some(trace) if trace.counts().0 == 0 => {
            state.notice = Some("It has no passage of eight words, so there is nothing to trace".to_owned());
        }
        Some(trace) => state.overlays.push(Overlay::Trace(TraceView::new(*trace))),
        None => state.notice = Some("It cannot be traced".to_owned()),
    }
}

/// Shows the next or previous of the nearest clauses.
pub(super) fn walk(state: &mut State, forward: bool) {
    if let Some(Overlay::Trace(view)) = state.overlays.last_mut()
        && !view.walk(forward)
    {
        state.notice = Some("No more near clauses".to_owned());
    }
}

/// Compares what was traced with the nearest clause, or with the chosen agreement.
pub(super) fn compare(state: &mut State) {
    let Some(Overlay::Trace(view)) = state.overlays.last() else { return };
    match view.compared_with() {
        Some(other) => compare_items(state, view.trace.item, other),
        None => state.notice = Some("There is nothing near to compare with".to_owned()),
    }
}
