//! Draws the choice of a collection: a line for a name, and those that there are.

use super::panel::{self, pick_list, prompt};
use crate::explore::overlays::{Collecting, Panel};
use crate::explore::{Role, State};
use crate::text::count;
use crate::tui::canvas::Canvas;

pub fn draw(canvas: &mut Canvas<'_>, state: &State, collecting: &Collecting) {
    /// The rows of the box, which keeps its size while names are typed.
    const ROWS: usize = 14;
    let names = collecting.names(&state.marks);
    let area = panel::draw(canvas, state.layout, 58, ROWS, &collecting.title(), "esc closes");
    let known = state.marks.all().collections().len();
    prompt(canvas, area, "Name:", &collecting.pick.line, &count(known, "collection", "collections"));
    let list = panel::below_prompt(area);
    if names.is_empty() {
        canvas.put_cut(list.x, list.y, "There are none yet; type a name.", Role::Quiet, list.width);
    }
    pick_list(canvas, list, names.len(), collecting.pick.chosen, |canvas, place, y| {
        let Some(name) = names.get(place) else { return };
        canvas.put(list.x + 2, y, if collecting.is_in(name) { "✓" } else { " " }, Role::Key);
        let room = list.width.saturating_sub(14);
        let held = state.marks.iter().filter(|(mark, _)| mark.collections.contains(name)).count();
        canvas.put_cut(list.x + 4, y, name, Role::Text, room);
        let held = if held == 0 { "new".to_owned() } else { count(held, "mark", "marks") };
        canvas.put_right(list.right().saturating_sub(1), y, &held, Role::Quiet);
    });
}
