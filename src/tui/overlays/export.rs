//! Draws the question for the form and the place of an export.

use super::panel::{self, pick_list, prompt};
use crate::explore::Role;
use crate::explore::layout::{Area, Layout};
use crate::explore::overlays::{ExportMenu, Panel, purpose};
use crate::tui::canvas::Canvas;

/// The columns of the names of the forms.
const NAMES: usize = 11;

pub fn draw(canvas: &mut Canvas<'_>, layout: Layout, menu: &ExportMenu) {
    let rows = menu.offers.len() + 7;
    let area = panel::draw(canvas, layout, 92, rows, &menu.title(), "nothing is overwritten");
    prompt(canvas, area, "Folder:", &menu.pick.line, "empty: where accords was started");
    let top = panel::below_prompt(area);
    // The path is below the list, however few rows there are.
    let list = Area { height: menu.offers.len().min(top.height.saturating_sub(2).max(1)), ..top };
    pick_list(canvas, list, menu.offers.len(), menu.pick.chosen, |canvas, place, y| {
        let Some((format, _)) = menu.offers.get(place) else { return };
        canvas.put_cut(list.x + 2, y, format.word(), Role::Text, NAMES);
        let x = list.x + 2 + NAMES;
        canvas.put_cut(x, y, purpose(*format), Role::Quiet, list.right().saturating_sub(x));
    });
    let path = menu.path().display().to_string();
    let below = area.below(list.bottom() + 1);
    let y = canvas.put_wrapped(
        Area { height: below.height.min(2), ..below },
        &format!("Writes {path}"),
        Role::Strong,
    );
    if y < area.bottom() {
        let words = format!("or {}, if that is there already", menu.second_name());
        canvas.put_cut(below.x, y, &words, Role::Quiet, below.width);
    }
}
