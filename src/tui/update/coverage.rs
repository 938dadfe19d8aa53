//! Moving in the matrix of coverage, and opening what stands in a cell.

use super::motion::moved;
use crate::data::builtin_topics;
use crate::insight::{Coverage, Subjects, coverage};
use crate::tui::action::Motion;
use crate::tui::overlays::passage_lines;
use crate::tui::state::{CoverageBox, Focus, Overlay, State, View};
use std::sync::Arc;

/// Opens the matrix of everything open.
pub(super) fn start(state: &mut State) {
    let topics = match builtin_topics() {
        Ok(topics) => topics,
        Err(problem) => {
            state.notice = Some(problem.to_string());
            return;
        }
    };
    let collection = Arc::clone(&state.collection);
    state.begin("reading what is covered", move || {
        let coverage = Arc::new(coverage(&collection, &topics, Subjects::SectorsElseTopics));
        let (row, column) = first_cell(&coverage);
        let open = CoverageBox { coverage, row, column, beside: None, scroll: 0 };
        Box::new(move |state| state.overlays.push(Overlay::Coverage(open)))
    });
}

/// Where the cursor begins: at the first cell in which something stands.
fn first_cell(coverage: &Coverage) -> (usize, usize) {
    let columns = coverage.agreements.len();
    let mut cells =
        (0..coverage.subjects.len()).flat_map(|row| (0..columns).map(move |column| (row, column)));
    cells.find(|(row, column)| !coverage.cell(*row, *column).is_empty()).unwrap_or_default()
}

fn open(state: &mut State) -> Option<&mut CoverageBox> {
    match state.overlays.last_mut()? {
        Overlay::Coverage(open) => Some(open),
        _ => None,
    }
}

/// Moves the cursor; beside passages, left and right choose the other agreement and the rest scrolls.
pub(super) fn step(state: &mut State, motion: Motion) {
    let page = state.layout.body().height.saturating_sub(6);
    let furthest = match state.overlays.last() {
        Some(Overlay::Coverage(open)) if open.beside.is_some() => {
            let (lines, shown) = passage_lines(state, open);
            lines.saturating_sub(shown)
        }
        _ => 0,
    };
    let Some(open) = open(state) else { return };
    let (rows, columns) = (open.coverage.subjects.len(), open.coverage.agreements.len());
    match (open.beside, motion) {
        (None, Motion::Left | Motion::Right) => open.column = moved(open.column, columns, 2, motion),
        (None, _) => open.row = moved(open.row, rows, page, motion),
        (Some(beside), Motion::Left | Motion::Right) => {
            if let Some(other) = other(open, beside, motion == Motion::Right) {
                (open.beside, open.scroll) = (Some(other), 0);
            }
        }
        (Some(_), _) => open.scroll = moved(open.scroll, furthest + 1, page, motion),
    }
}

/// The next agreement with a passage on the subject, after or before this one, and not the one it stands beside.
fn other(open: &CoverageBox, from: usize, forward: bool) -> Option<usize> {
    let has = |column: &usize| *column != open.column && !open.coverage.cell(open.row, *column).is_empty();
    if forward { (from + 1..open.coverage.agreements.len()).find(has) } else { (0..from).rev().find(has) }
}

/// Enter in the matrix opens the passage, beside that of the next agreement that has one; Enter there reads it.
pub(super) fn enter(state: &mut State) {
    let Some(open) = open(state) else { return };
    let Some(item) = open.coverage.cell(open.row, open.column).first().copied() else {
        state.notice = Some("nothing on record in this cell".to_owned());
        return;
    };
    let beside = other(open, open.column, true).or_else(|| other(open, open.column, false));
    if let (None, Some(beside)) = (open.beside, beside) {
        (open.beside, open.scroll) = (Some(beside), 0);
        return;
    }
    state.overlays.pop();
    state.leave_trace();
    state.place.view = View::Panes;
    state.show(item);
    state.place.focus = Focus::Reader;
}

/// From the passages back to the matrix; false where the matrix itself is open.
pub(super) fn back(state: &mut State) -> bool {
    open(state).is_some_and(|open| open.beside.take().is_some())
}

/// Compares the two passages that stand beside each other, word by word.
pub(super) fn compare_passages(state: &mut State) {
    let Some(open) = open(state) else { return };
    let item = |column: usize| open.coverage.cell(open.row, column).first().copied();
    match (item(open.column), open.beside.and_then(item)) {
        (Some(left), Some(right)) => super::compare::set_side_by_side(state, left, right),
        _ => {
            state.notice = Some("enter sets two passages beside each other, then = compares them".to_owned())
        }
    }
}
