//! Draws two passages opened from the coverage, side by side.

use crate::explore::layout::Area;
use crate::explore::overlays::{CoverageTable, GAP, Panel, half};
use crate::explore::{Role, State};
use crate::text::{cut, width};
use crate::tui::canvas::Canvas;
use crate::tui::frame::heading;

/// Draws the passages opened from the matrix.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, open: &CoverageTable) {
    let area = state.layout.body();
    canvas.clear(0, area.y, state.layout.columns, state.layout.rows.saturating_sub(area.y));
    if let Some((other, own)) = open.beside.zip(open.agreement()) {
        passages(canvas, area, state, open, [own, other]);
    }
}

/// Draws the passages of the cell beside those of another agreement on the subject.
fn passages(canvas: &mut Canvas<'_>, area: Area, state: &State, open: &CoverageTable, two: [usize; 2]) {
    heading(canvas, area, "", &[open.title()], &["two agreements side by side"], true);
    let half = half(area);
    for (i, agreement) in two.into_iter().enumerate() {
        let part = Area {
            x: area.x + i * (half + GAP),
            y: area.y + 1,
            width: half,
            height: area.height.saturating_sub(1),
        };
        one(canvas, part, state, open, agreement);
    }
    for y in area.y + 1..area.bottom() {
        canvas.put(area.x + half + 1, y, "│", Role::Rule);
    }
}

/// Draws the title and date of an agreement, and its passages on the subject.
fn one(canvas: &mut Canvas<'_>, area: Area, state: &State, open: &CoverageTable, place: usize) {
    let Some(agreement) = open.coverage.agreements.get(place) else { return };
    let date = state.collection().date(*agreement).map(|d| d.shown()).unwrap_or_default();
    let name = cut(
        state.collection().title(*agreement).unwrap_or_default(),
        area.width.saturating_sub(width(&date) + 2),
        "…",
    );
    canvas.put(area.x, area.y, &name, Role::Strong);
    canvas.put_right(area.right() - 1, area.y, &date, Role::Quiet);
    let lines = open.passage(state.collection(), place, area.width);
    for (y, (words, role)) in (area.y + 2..area.bottom()).zip(lines.iter().skip(open.scroll)) {
        canvas.put_cut(area.x, y, words, *role, area.width);
    }
}
