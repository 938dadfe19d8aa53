//! The legend of a chart: one row of signs, each with what it is for.

use crate::explore::Role;
use crate::explore::layout::Area;
use crate::text;
use crate::tui::canvas::Canvas;

/// Blank cells between two signs of a legend, and the fewest where there is little room.
const GAP: usize = 3;
const NARROW: usize = 2;

/// A sign, its role, and what it is for.
pub type Entry<'a> = (&'a str, Role, &'a str);

/// Draws a legend in one row; what does not fit is left out from the right, so the rarest signs come last. On a page it
/// goes on in the next row.
pub fn draw(canvas: &mut Canvas<'_>, row: Area, entries: &[Entry<'_>]) {
    draw_after(canvas, row, row.x, entries);
}

/// Like [`draw`], from column `x` of the row on.
pub fn draw_after(canvas: &mut Canvas<'_>, row: Area, mut x: usize, entries: &[Entry<'_>]) {
    let mut y = row.y;
    let each = |(sign, _, words): &Entry<'_>| text::width(sign) + 1 + text::width(words);
    let all: usize = entries.iter().map(|entry| each(entry) + GAP).sum();
    let gap = if x + all > row.right() + GAP { NARROW } else { GAP };
    for (sign, role, words) in entries {
        let width = text::width(sign) + 1 + text::width(words);
        if x + width > row.right() {
            if canvas.has_cursor() {
                return;
            }
            if x > row.x {
                (x, y) = (row.x, y + 1);
            }
        }
        canvas.put(x, y, sign, *role);
        let from = x + text::width(sign) + 1;
        x = canvas.put_cut(from, y, words, Role::Quiet, row.right().saturating_sub(from)) + gap;
    }
}
