//! Draws the problems of the files.

use super::panel;
use crate::explore::overlays::{Panel, Warnings, inner_width, problem_lines};
use crate::explore::{Role, State, so_far, verdict};
use crate::text::count;
use crate::tui::canvas::Canvas;

pub fn draw(canvas: &mut Canvas<'_>, state: &State, warnings: &Warnings) {
    let lines = problem_lines(&state.problems, state.layout);
    let number = match state.problems.len() {
        0 => "none".to_owned(),
        problems => count(problems, "problem", "problems"),
    };
    let (width, rows) = (inner_width(state.layout) + 4, lines.len().max(1) + 2);
    let area = panel::draw(canvas, state.layout, width, rows, &warnings.title(), &number);
    if lines.is_empty() {
        let words = verdict(so_far(state).as_deref(), "No problems found.").into_owned();
        canvas.put_cut(area.x, area.y, &words, Role::Quiet, area.width);
    }
    let first = warnings.first.min(lines.len().saturating_sub(area.height));
    for (y, line) in (area.y..area.bottom()).zip(lines.iter().skip(first)) {
        if line.begins {
            canvas.put(area.x, y, "•", Role::Key);
        }
        canvas.put_cut(area.x + 2, y, &line.words, Role::Text, area.width.saturating_sub(2));
    }
}
