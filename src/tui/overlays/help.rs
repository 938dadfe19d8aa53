//! Draws the help, in two columns if there is room.

use super::actions::keys_first;
use super::panel::{self, mark_chosen, prompt};
use crate::explore::keymap::Keymap;
use crate::explore::layout::{Area, Class, window};
use crate::explore::overlays::{Help, HelpRow, Panel, found, grouped, keys};
use crate::explore::{Role, State, Target};
use crate::text::count;
use crate::tui::canvas::Canvas;

pub fn draw(canvas: &mut Canvas<'_>, state: &State, help: &Help) {
    let (layout, keymap) = (state.layout, &state.keys);
    let commands = found(keymap, help.pick.line.text());
    let rows = grouped(&commands);
    let columns = if layout.class() == Class::Large { 2 } else { 1 };
    let width = if columns == 2 { 148 } else { 66 };
    let tall = rows.len().div_ceil(columns) + 4;
    let right = "type to filter · enter runs it · esc closes";
    let area = panel::draw(canvas, layout, width, tall, &help.title(), right);
    prompt(canvas, area, "/", &help.pick.line, &count(commands.len(), "command", "commands"));
    let list = panel::below_prompt(area);
    let chosen = |row: &HelpRow<'_>| matches!(row, HelpRow::Line(place, _) if *place == help.pick.chosen);
    let shown = list.height * columns;
    let first = window(rows.len(), shown, rows.iter().position(chosen).unwrap_or(0));
    let column = area.width / columns;
    for (i, row) in rows.iter().skip(first).take(shown).enumerate() {
        let x = area.x + (i / list.height.max(1)) * column;
        let y = list.y + i % list.height.max(1);
        let part = Area { x, width: column.saturating_sub(columns - 1), ..area };
        draw_row(canvas, keymap, part, y, row);
        if chosen(row) {
            mark_chosen(canvas, part, y);
        }
    }
}

fn draw_row(canvas: &mut Canvas<'_>, keymap: &Keymap, area: Area, y: usize, row: &HelpRow<'_>) {
    match row {
        HelpRow::Blank => {}
        HelpRow::Heading(words) => {
            canvas.put_cut(area.x, y, words, Role::Strong, area.width);
        }
        HelpRow::Note(words) => {
            canvas.put_cut(area.x + 2, y, words, Role::Quiet, area.width.saturating_sub(2));
        }
        HelpRow::Form(form, meaning) => {
            let column = 26.min(area.width / 2);
            canvas.put_cut(area.x + 2, y, form, Role::Key, column);
            let x = area.x + column + 3;
            canvas.put_cut(x, y, meaning, Role::Text, area.right().saturating_sub(x));
        }
        HelpRow::Line(place, command) => {
            canvas.hit(Area::row(area.x, y, area.width), Target::Choice(*place));
            keys_first(canvas, area, y, command, &keys(keymap, command.binding));
        }
    }
}
