//! Draws the copy menu.

use super::panel;
use crate::explore::layout::{Area, Layout};
use crate::explore::overlays::{CopyMenu, Panel, forms};
use crate::explore::{Role, Target};
use crate::tui::canvas::Canvas;

pub fn draw(canvas: &mut Canvas<'_>, layout: Layout, menu: &CopyMenu) {
    let forms = forms();
    let area = panel::draw(canvas, layout, 44, forms.len() + 2, &menu.title(), "esc closes");
    for (y, form) in (area.y..area.bottom()).zip(forms) {
        let Some(key) = form.keys.first() else { continue };
        canvas.hit(Area::row(area.x, y, area.width), Target::Key(*key));
        canvas.put(area.x + 1, y, &key.label(), Role::Key);
        canvas.put_cut(area.x + 4, y, form.what, Role::Text, area.width.saturating_sub(4));
    }
}
