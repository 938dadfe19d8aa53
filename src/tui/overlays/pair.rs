//! Draws the choice of two states: the first one, the filter, and the matching states.

use super::panel::{self, pick_list, prompt};
use crate::explore::Role;
use crate::explore::layout::Layout;
use crate::explore::overlays::{Pair, Panel};
use crate::text::count;
use crate::tui::canvas::Canvas;

pub fn draw(canvas: &mut Canvas<'_>, layout: Layout, pair: &Pair) {
    /// The rows of the box, which keeps its size while states are filtered.
    const ROWS: usize = 16;
    let states = pair.states();
    let area = panel::draw(canvas, layout, 58, ROWS, &pair.title(), "esc closes");
    let sign = match &pair.first {
        None => "First state:".to_owned(),
        Some(first) => format!("{} and:", first.name),
    };
    prompt(canvas, area, &sign, &pair.pick.line, &count(states.len(), "state", "states"));
    let list = panel::below_prompt(area);
    if states.is_empty() {
        let words = "No matching state; try its code or fewer letters.";
        canvas.put_cut(list.x, list.y, words, Role::Quiet, list.width);
    }
    pick_list(canvas, list, states.len(), pair.pick.chosen, |canvas, place, y| {
        let Some(state) = states.get(place) else { return };
        let x = canvas.put(list.x + 2, y, &state.code, Role::Key) + 2;
        canvas.put_cut(x, y, &state.name, Role::Text, list.right().saturating_sub(x));
    });
}
