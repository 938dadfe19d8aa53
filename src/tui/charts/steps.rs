//! The names of the columns of a matrix, on steps that fall to both sides.

use crate::explore::Role;
use crate::explore::layout::Area;
use crate::text;
use crate::tui::canvas::Canvas;

/// A column with its name.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// The column of its line.
    pub x: usize,
    /// Its name.
    pub name: &'a str,
    /// Whether the cursor is in it.
    pub here: bool,
}

/// The rows that this many names need, with one above the other on each side.
pub fn rows(columns: usize) -> usize {
    columns.div_ceil(2)
}

/// Draws the names in the middle on top and the outer ones lowest, each with a line down to its column; only that of
/// the cursor, if there are fewer rows.
pub fn draw(canvas: &mut Canvas<'_>, area: Area, steps: &[Step<'_>]) {
    let left = rows(steps.len());
    if area.height < left {
        if let Some(here) = steps.iter().find(|step| step.here) {
            alone(canvas, area, here);
        }
        return;
    }
    let top = area.bottom() - left;
    for (place, step) in steps.iter().enumerate() {
        let (lines, words) = if step.here { (Role::Focus, Role::Focus) } else { (Role::Rule, Role::Text) };
        let is_left = place < left;
        let y = top + if is_left { left - 1 - place } else { place - left };
        for below in y + 1..area.bottom() {
            canvas.put(step.x, below, "│", lines);
        }
        canvas.put(step.x, y, if is_left { "╮" } else { "╭" }, lines);
        if is_left {
            let room = step.x.saturating_sub(area.x + 1);
            let name = text::cut(step.name, room, "…");
            canvas.put_right(step.x.saturating_sub(2), y, &name, words);
        } else {
            canvas.put_cut(step.x + 2, y, step.name, words, area.right().saturating_sub(step.x + 2));
        }
    }
}

/// Draws the name of one column in the last row, on the side that has room for it.
fn alone(canvas: &mut Canvas<'_>, area: Area, step: &Step<'_>) {
    let Some(y) = area.bottom().checked_sub(1).filter(|_| area.height > 0) else { return };
    let (left, right) = (step.x.saturating_sub(area.x + 1), area.right().saturating_sub(step.x + 2));
    if text::width(step.name) <= right || right >= left {
        canvas.put(step.x, y, "╭", Role::Focus);
        canvas.put_cut(step.x + 2, y, step.name, Role::Focus, right);
    } else {
        canvas.put(step.x, y, "╮", Role::Focus);
        canvas.put_right(step.x.saturating_sub(2), y, &text::cut(step.name, left, "…"), Role::Focus);
    }
}
