//! Draws the messages so far, the newest first.

use super::panel;
use crate::explore::overlays::{Panel, TIMES, Told, inner_width};
use crate::explore::{Role, State};
use crate::text::count;
use crate::tui::canvas::Canvas;

pub fn draw(canvas: &mut Canvas<'_>, state: &State, told: &Told) {
    let lines = told.lines(inner_width(state.layout));
    let number = count(told.count(), "message", "messages");
    let (width, rows) = (inner_width(state.layout) + 4, lines.len().max(1) + 2);
    let area = panel::draw(canvas, state.layout, width, rows, &told.title(), &number);
    if lines.is_empty() {
        canvas.put_cut(area.x, area.y, "No messages yet.", Role::Quiet, area.width);
    }
    let first = told.first.min(lines.len().saturating_sub(area.height));
    for (y, (ago, words)) in (area.y..area.bottom()).zip(lines.iter().skip(first)) {
        canvas.put_cut(area.x, y, ago, Role::Quiet, TIMES);
        canvas.put_cut(area.x + TIMES, y, words, Role::Text, area.width.saturating_sub(TIMES));
    }
}
