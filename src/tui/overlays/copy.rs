//! Draws the copy menu.

use super::panel;
use crate::explore::layout::Area;
use crate::explore::overlays::{CopyMenu, Panel, forms};
use crate::explore::{Mode, Role, State, Target};
use crate::tui::canvas::Canvas;

pub fn draw(canvas: &mut Canvas<'_>, state: &State, menu: &CopyMenu) {
    let forms = forms();
    let area = panel::draw(canvas, state.layout, 44, forms.len() + 2, &menu.title(), "esc closes");
    // Where the screen is too low for all of them, they are side by side.
    let rows = area.height.max(1);
    let width = area.width / forms.len().div_ceil(rows).max(1);
    for (place, form) in forms.iter().enumerate() {
        let Some(keys) = state.keys.keys_in(form, Mode::CopyMenu).next() else { continue };
        let (x, y) = (area.x + place / rows * width, area.y + place % rows);
        canvas.hit(Area::row(x, y, width), Target::Keys(keys));
        canvas.put(x + 1, y, &keys.label(), Role::Key);
        canvas.put_cut(x + 4, y, form.what, Role::Text, width.saturating_sub(5));
    }
}
