//! The only box of the program.

use crate::text::width;
use crate::tui::canvas::Canvas;
use crate::tui::layout::{Area, Layout};
use crate::tui::theme::Role;

/// Draws an empty box of at most this size in the middle of the screen, above the footer; gives its inside.
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
    let margin = if columns > 30 { 2 } else { 1 };
    Area { x: x + margin, y: y + 1, width: columns - 2 * margin, height: rows - 2 }
}
