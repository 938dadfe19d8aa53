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

/// Draws a heading such as `2 Clauses ━━━━━━━━ 10`, with a heavy rule if focused, else a light one. Titles and counts are
/// given in several wordings, the fullest first; the first title that leaves room for a count is drawn, and the first
/// count that fits beside it. A count is never cut.
pub fn heading(
    canvas: &mut Canvas<'_>,
    area: Area,
    number: &str,
    titles: &[impl AsRef<str>],
    counts: &[impl AsRef<str>],
    focused: bool,
) {
    /// The shortest rule, and the spaces around it.
    const RULE: usize = 5;
    let (strong, rule) = if focused { (Role::Focus, Role::Focus) } else { (Role::Strong, Role::Rule) };
    let mut x = area.x;
    if !number.is_empty() {
        x = canvas.put(x, area.y, number, if focused { Role::Focus } else { Role::Quiet }) + 1;
    }
    let shortest = counts.last().map_or(0, |count| text::width(count.as_ref()));
    let title = fullest(titles, area.right().saturating_sub(x + RULE + shortest));
    let title = title.or(titles.last().map(AsRef::as_ref)).unwrap_or_default();
    x = canvas.put_cut(x, area.y, title, strong, area.right().saturating_sub(x)) + 1;
    let right = fullest(counts, (area.right() + 1).saturating_sub(x + RULE)).unwrap_or_default();
    let end = area.right() - if right.is_empty() { 0 } else { text::width(right) + 1 };
    canvas.repeat(x, area.y, if focused { "━" } else { "─" }, end.saturating_sub(x), rule);
    canvas.put(end + 1, area.y, right, if focused { Role::Text } else { Role::Quiet });
}

/// The first of some texts that fits into `room` columns.
fn fullest(texts: &[impl AsRef<str>], room: usize) -> Option<&str> {
    texts.iter().map(AsRef::as_ref).find(|words| text::width(words) <= room)
}

/// Draws the heading of a pane or its chart, with the number of the pane.
pub fn pane_heading(
    canvas: &mut Canvas<'_>,
    area: Area,
    pane: Pane,
    titles: &[impl AsRef<str>],
    counts: &[impl AsRef<str>],
    focused: bool,
) {
    canvas.hit(Area { height: 1, ..area }, Target::Heading(pane));
    heading(canvas, area, &pane.number().to_string(), titles, counts, focused);
}

/// Draws the line between panes and reader, heavy where the scroll mark is.
pub fn divider(
    canvas: &mut Canvas<'_>,
    x: usize,
    rows: std::ops::Range<usize>,
    thumb: Option<std::ops::Range<usize>>,
) {
    canvas.hit(Area { x, y: rows.start, width: 1, height: rows.len() }, Target::Divider);
    for y in rows {
        let heavy = thumb.as_ref().is_some_and(|t| t.contains(&y));
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
