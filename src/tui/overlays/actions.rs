//! Draws an action of the table, for help and palette.

use crate::explore::Role;
use crate::explore::layout::{Area, Class};
use crate::explore::overlays::Command;
use crate::text::width;
use crate::tui::canvas::Canvas;

/// Draws the keys, right-aligned in a column, then the description.
pub fn keys_first(canvas: &mut Canvas<'_>, area: Area, y: usize, command: &Command, keys: &str) {
    let column = 17.min(area.width / 3);
    canvas.put_right(area.x + column, y, keys, Role::Key);
    let x = area.x + column + 3;
    canvas.put_cut_matched(
        x,
        y,
        command.binding.what,
        Role::Text,
        area.right().saturating_sub(x),
        &command.matched,
    );
}

/// Draws the description, then the group if there is room, and the keys at the right.
pub fn words_first(
    canvas: &mut Canvas<'_>,
    area: Area,
    y: usize,
    command: &Command,
    keys: &str,
    class: Class,
) {
    canvas.put_right(area.right() - 1, y, keys, Role::Key);
    let group = if class > Class::Small { command.binding.group.word() } else { "" };
    let side = width(keys) + 2 + if group.is_empty() { 0 } else { width(group) + 2 };
    let room = area.width.saturating_sub(2 + side);
    canvas.put_cut_matched(area.x + 2, y, command.binding.what, Role::Text, room, &command.matched);
    if !group.is_empty() {
        canvas.put_right(area.right().saturating_sub(width(keys) + 3), y, group, Role::Quiet);
    }
}
