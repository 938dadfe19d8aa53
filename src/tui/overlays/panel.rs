//! The box of an overlay, and what can be in it: a line of text and a list to choose from.

use crate::explore::layout::{Area, Layout, Share, window};
use crate::explore::{InputLine, Role, Target};
use crate::text::{thousands, width};
use crate::tui::canvas::Canvas;

/// Draws an empty box of at most this size in the middle of the screen, above the footer; returns its inner area.
pub fn draw(
    canvas: &mut Canvas<'_>,
    layout: Layout,
    columns: usize,
    rows: usize,
    title: &str,
    right: &str,
) -> Area {
    let columns = columns.min(layout.columns);
    let rows = rows.min(layout.rows.saturating_sub(1)).max(3);
    let x = (layout.columns - columns) / 2;
    let y = (layout.rows.saturating_sub(1 + rows)) / 2;
    canvas.clear(x, y, columns, rows);
    for row in y..y + rows {
        canvas.put(x, row, "│", Role::Focus);
        canvas.put(x + columns - 1, row, "│", Role::Focus);
    }
    for (row, left, end) in [(y, "╭", "╮"), (y + rows - 1, "╰", "╯")] {
        canvas.put(x, row, left, Role::Focus);
        canvas.repeat(x + 1, row, "─", columns.saturating_sub(2), Role::Focus);
        canvas.put(x + columns - 1, row, end, Role::Focus);
    }
    let after = canvas.put_cut(x + 2, y, &format!(" {title} "), Role::Strong, columns.saturating_sub(4));
    if !right.is_empty() && after + width(right) + 4 < x + columns {
        canvas.put_right(x + columns - 3, y, &format!(" {right} "), Role::Quiet);
    }
    let margin = (columns / 15).clamp(1, 2);
    Area { x: x + margin, y: y + 1, width: columns - 2 * margin, height: rows - 2 }
}

/// Draws a line of text being typed after a symbol, and a text at the right.
pub fn prompt(canvas: &mut Canvas<'_>, area: Area, sign: &str, line: &InputLine, right: &str) {
    let (before, after) = line.parts();
    let x = canvas.put(area.x, area.y, sign, Role::Focus) + 1;
    let at = canvas.put_cut(x, area.y, before, Role::Strong, area.width.saturating_sub(4));
    let rest = if after.is_empty() { " " } else { after };
    canvas.put_cut(at, area.y, rest, Role::Strong, area.right().saturating_sub(at).max(1));
    canvas.select(at, area.y, 1);
    if width(before) + width(right) + 6 < area.width {
        canvas.put_right(area.right() - 1, area.y, right, Role::Quiet);
    }
}

/// The area below the line of text, and below a blank row if that leaves two thirds of the box.
pub fn below_prompt(area: Area) -> Area {
    area.below(area.y + 1 + usize::from(Share(2, 3).is_left(area.height, 2)))
}

/// Draws a list of `total` rows with the chosen one in view. Calls `row` with the index of each visible one and its row
/// on the screen.
pub fn pick_list(
    canvas: &mut Canvas<'_>,
    area: Area,
    total: usize,
    chosen: usize,
    mut row: impl FnMut(&mut Canvas<'_>, usize, usize),
) {
    let first = window(total, area.height, chosen);
    for (y, place) in (area.y..area.bottom()).zip(first..total) {
        canvas.hit(Area::row(area.x, y, area.width), Target::Choice(place));
        row(canvas, place, y);
        if place == chosen {
            mark_chosen(canvas, area, y);
        }
    }
    more(canvas, area, first, total);
}

/// Says on the edge below a list how many of its `total` rows are above those that are shown, from `first` on, and below.
pub fn more(canvas: &mut Canvas<'_>, area: Area, first: usize, total: usize) {
    let below = total.saturating_sub(first + area.height);
    let words = match (first, below) {
        (0, 0) => return,
        (0, below) => format!(" ↓ {} more ", thousands(below)),
        (above, 0) => format!(" ↑ {} more ", thousands(above)),
        (above, below) => format!(" ↑ {} · ↓ {} more ", thousands(above), thousands(below)),
    };
    canvas.put_right(area.right(), area.bottom(), &words, Role::Quiet);
}

/// Marks the chosen row of a list.
pub fn mark_chosen(canvas: &mut Canvas<'_>, area: Area, y: usize) {
    canvas.put(area.x, y, "▸", Role::Focus);
    canvas.select(area.x, y, area.width);
}
