//! The box in which two states are chosen.

use super::list::prompt;
use super::panel;
use crate::insight::overlap::find_states;
use crate::text::count;
use crate::tui::canvas::Canvas;
use crate::tui::layout::{Area, Layout, window};
use crate::tui::state::PairBox;
use crate::tui::theme::Role;

/// Draws the box: what is chosen, the line, and the states that can be meant.
pub fn draw(canvas: &mut Canvas<'_>, layout: Layout, pair: &PairBox) {
    /// Rows of the box: it keeps its size while states drop out.
    const ROWS: usize = 16;
    let found = find_states(pair.filter.line.text());
    let area = panel::draw(canvas, layout, 58, ROWS, "Memberships of two states", "esc closes");
    let sign = match &pair.first {
        None => "first:".to_owned(),
        Some(first) => format!("{} and:", first.name),
    };
    prompt(canvas, area, &sign, &pair.filter, &count(found.len(), "state", "states"));
    let blank = usize::from(area.height >= 6);
    let list = Area { y: area.y + 1 + blank, height: area.height.saturating_sub(1 + blank), ..area };
    if found.is_empty() {
        canvas.put_cut(
            list.x,
            list.y,
            "No state is called so; try its code or less of its name.",
            Role::Quiet,
            list.width,
        );
    }
    let first = window(found.len(), list.height, pair.filter.chosen);
    for (y, (place, state)) in (list.y..list.bottom()).zip(found.iter().enumerate().skip(first)) {
        let x = canvas.put(list.x + 2, y, &state.code, Role::Key) + 2;
        canvas.put_cut(x, y, &state.name, Role::Text, list.right().saturating_sub(x));
        if place == pair.filter.chosen {
            canvas.put(list.x, y, "▸", Role::Focus);
            canvas.select(list.x, y, list.width);
        }
    }
}
