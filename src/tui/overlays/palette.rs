//! Draws the command palette.

use super::actions::words_first;
use super::panel::{self, pick_list, prompt};
use crate::explore::bindings::BINDINGS;
use crate::explore::layout::Layout;
use crate::explore::overlays::{Palette, Panel, found};
use crate::text::count;
use crate::tui::canvas::Canvas;

pub fn draw(canvas: &mut Canvas<'_>, layout: Layout, palette: &Palette) {
    let hits = found(palette.pick.line.text());
    let right = format!("{} of {}", hits.len(), count(BINDINGS.len(), "command", "commands"));
    let area = panel::draw(canvas, layout, 76, hits.len() + 4, &palette.title(), &right);
    prompt(canvas, area, ":", &palette.pick.line, "");
    let list = panel::below_prompt(area);
    pick_list(canvas, list, hits.len(), palette.pick.chosen, |canvas, place, y| {
        if let Some(hit) = hits.get(place) {
            words_first(canvas, list, y, hit, layout.class());
        }
    });
}
