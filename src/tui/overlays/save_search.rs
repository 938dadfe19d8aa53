//! Draws the choice of a name for a search: a line for the name, the query, and the names that there are.

use super::panel::{self, pick_list, prompt};
use crate::explore::overlays::{Panel, SaveSearch};
use crate::explore::{Role, State};
use crate::tui::canvas::Canvas;

pub fn draw(canvas: &mut Canvas<'_>, state: &State, naming: &SaveSearch) {
    /// The columns and the rows of the box, which keeps its size while a name is typed.
    const SIZE: (usize, usize) = (76, 14);
    let names = naming.names(&state.searches);
    let area = panel::draw(canvas, state.layout, SIZE.0, SIZE.1, &naming.title(), "esc closes");
    prompt(canvas, area, "Name: @", &naming.pick.line, "one word");
    let below = panel::below_prompt(area);
    canvas.put_cut(below.x, below.y, &naming.query, Role::Quiet, below.width);
    let list = below.below(below.y + 1);
    pick_list(canvas, list, names.len(), naming.pick.chosen, |canvas, place, y| {
        let Some((name, replaced)) = names.get(place) else { return };
        let x = canvas.put_cut(list.x + 2, y, &format!("@{name}"), Role::Key, list.width / 3) + 2;
        let words = replaced.map_or("new".to_owned(), |query| format!("replaces: {query}"));
        canvas.put_cut(x, y, &words, Role::Quiet, list.right().saturating_sub(x));
    });
}
