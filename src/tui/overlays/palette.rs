//! Draws the command palette.

use super::actions::words_first;
use super::panel::{self, pick_list, prompt};
use crate::explore::State;
use crate::explore::bindings::BINDINGS;
use crate::explore::overlays::{Palette, Panel, found, keys};
use crate::text::count_of;
use crate::tui::canvas::Canvas;

pub fn draw(canvas: &mut Canvas<'_>, state: &State, palette: &Palette) {
    let layout = state.layout;
    let commands = found(&state.keys, palette.pick.line.text());
    let right = count_of(commands.len(), BINDINGS.len(), "command", "commands");
    let area = panel::draw(canvas, layout, 76, commands.len() + 4, &palette.title(), &right);
    prompt(canvas, area, ":", &palette.pick.line, "");
    let list = panel::below_prompt(area);
    pick_list(canvas, list, commands.len(), palette.pick.chosen, |canvas, place, y| {
        if let Some(command) = commands.get(place) {
            words_first(canvas, list, y, command, &keys(&state.keys, command.binding), layout.class());
        }
    });
}
