//! What panes, charts and overlays share: headings, titles that fit, the divider with its scroll mark.

use super::canvas::Canvas;
use crate::explore::layout::Area;
use crate::explore::{Pane, Role, Target};
use crate::search::Matches;
use crate::text;

/// Draws a title at a column and row in at most `room` cells. If its first match would be cut off, it loses its middle
/// instead: `Memorandum of … Energy Fund`.
pub fn fitted(
    canvas: &mut Canvas<'_>,
    at: (usize, usize),
    title: &str,
    role: Role,
    room: usize,
    matches: Option<&Matches>,
) {
    let (x, y) = at;
    let ranges = matches.map(|m| m.highlight(title)).unwrap_or_default();
    let kept = text::fit(title, room, 1);
    let Some(first) = ranges.first().filter(|range| kept < title.len() && range.end > kept) else {
        canvas.put_cut_matched(x, y, title, role, room, &ranges);
        return;
    };
    let head = title.get(..text::fit(title, room / 3, 0)).unwrap_or_default();
    let head = head.rsplit_once(' ').map_or(head, |(words, _)| words);
    let after = canvas.put(x, y, head, role);
    let after = canvas.put(after, y, " … ", role);
    let tail = title.get(first.start..).unwrap_or_default();
    let ranges: Vec<_> = ranges.iter().map(|r| r.start - first.start..r.end - first.start).collect();
    canvas.put_cut_matched(after, y, tail, role, (x + room).saturating_sub(after), &ranges);
}

/// Draws a heading such as `2 Clauses ━━━━━━━━ 10`, with a heavy rule if focused, else a light one.
pub fn heading(canvas: &mut Canvas<'_>, area: Area, number: &str, title: &str, right: &str, focused: bool) {
    let (strong, rule) = if focused { (Role::Focus, Role::Focus) } else { (Role::Strong, Role::Rule) };
    let mut x = area.x;
    if !number.is_empty() {
        x = canvas.put(x, area.y, number, if focused { Role::Focus } else { Role::Quiet }) + 1;
    }
    x = canvas.put_cut(x, area.y, title, strong, area.right().saturating_sub(x)) + 1;
    let room = area.right().saturating_sub(x + 4);
    // A count is never cut: it is shown whole or not at all.
    let right = if text::width(right) <= room { right } else { "" };
    let end = area.right() - if right.is_empty() { 0 } else { text::width(right) + 1 };
    canvas.repeat(x, area.y, if focused { "━" } else { "─" }, end.saturating_sub(x), rule);
    canvas.put(end + 1, area.y, right, if focused { Role::Text } else { Role::Quiet });
}

/// Draws the heading of a pane or its chart, with the number of the pane.
pub fn pane_heading(
    canvas: &mut Canvas<'_>,
    area: Area,
    pane: Pane,
    title: &str,
    right: &str,
    focused: bool,
) {
    canvas.hit(Area { height: 1, ..area }, Target::Heading(pane));
    heading(canvas, area, &pane.number().to_string(), title, right, focused);
}

/// Draws the line between panes and reader, heavy where the scroll mark is.
pub fn divider(
    canvas: &mut Canvas<'_>,
    x: usize,
    rows: std::ops::Range<usize>,
    thumb: Option<std::ops::Range<usize>>,
) {
    for y in rows {
        let heavy = thumb.as_ref().is_some_and(|t| t.contains(&y));
        if heavy {
            canvas.hit(Area::row(x, y, 1), Target::ScrollMark);
        }
        canvas.put(x, y, if heavy { "┃" } else { "│" }, if heavy { Role::Focus } else { Role::Rule });
    }
}

/// The rows of the scroll mark of a list that shows `shown` of `total` rows from `first`; `None` if all are shown.
pub fn thumb(
    top: usize,
    rows: usize,
    first: usize,
    shown: usize,
    total: usize,
) -> Option<std::ops::Range<usize>> {
    if total <= shown || rows == 0 {
        return None;
    }
    let size = (rows * shown / total).max(1);
    let start = top + (rows - size) * first / (total - shown).max(1);
    Some(start..start + size)
}
