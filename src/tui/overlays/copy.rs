//! Draws the copy menu.

use super::panel;
use crate::explore::Role;
use crate::explore::layout::Layout;
use crate::explore::overlays::{CopyMenu, Panel, forms};
use crate::tui::canvas::Canvas;

pub fn draw(canvas: &mut Canvas<'_>, layout: Layout, menu: &CopyMenu) {
    let forms = forms();
    let area = panel::draw(canvas, layout, 44, forms.len() + 2, &menu.title(), "esc closes");
    for (y, form) in (area.y..area.bottom()).zip(forms) {
        let key = form.keys.first().map(|key| key.label()).unwrap_or_default();
        canvas.put(area.x + 1, y, &key, Role::Key);
        canvas.put_cut(area.x + 4, y, form.what, Role::Text, area.width.saturating_sub(4));
    }
}
