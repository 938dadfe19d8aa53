//! What every pane has: a heading, the gutter's marks, the divider with its scroll mark.

use crate::explore::Role;
use crate::explore::Row;
use crate::explore::layout::{Area, window};
use crate::explore::{Holdings, List};
use crate::model::ItemId;
use crate::search::Matches;
use crate::text;
use crate::tui::canvas::Canvas;
use crate::tui::glyphs::EIGHTHS;
use std::collections::HashSet;

/// What a pane needs to know to draw itself.
pub struct PaneView<'a> {
    /// Where.
    pub area: Area,
    /// All that is open.
    pub open: &'a Holdings,
    /// Its rows.
    pub list: &'a List,
    /// Whether the keys go here.
    pub focused: bool,
    /// What belongs to the item in the reader.
    pub linked: &'a HashSet<ItemId>,
    /// What is lit.
    pub matches: Option<&'a Matches>,
    /// What is marked for comparison.
    pub marks: &'a [ItemId],
}

impl PaneView<'_> {
    /// Whether there are columns for side counts and full dates.
    pub fn is_wide(&self) -> bool {
        self.area.width >= 50
    }

    /// Whether a row belongs to the item in the reader.
    fn is_linked(&self, row: Row) -> bool {
        matches!(row, Row::Item(item) if self.linked.contains(&item))
    }

    /// The first row to show of `shown`: the selected one in view, or, without the focus, the nearest linked one.
    pub fn first(&self, shown: usize) -> usize {
        let mut at = self.list.selected;
        if !self.focused && !self.list.row().is_some_and(|row| self.is_linked(row)) {
            at = self.list.nearest(|row| self.is_linked(row)).unwrap_or(at);
        }
        window(self.list.rows.len(), shown, at)
    }

    /// Says why there are no rows.
    pub fn why_empty(&self, canvas: &mut Canvas<'_>, words: &str) {
        let area = self.area;
        canvas.put_cut(area.x + 2, area.y + 1, words, Role::Quiet, area.width.saturating_sub(2));
    }

    /// Puts a title of a row, its matches lit.
    pub fn title(&self, canvas: &mut Canvas<'_>, at: (usize, usize), title: &str, role: Role, room: usize) {
        fitted(canvas, at, title, role, room, self.matches);
    }
}

/// Puts a title at a column and row in at most `room` cells. One whose first match would be cut off loses its middle
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
    let lit = matches.map(|m| m.highlight(title)).unwrap_or_default();
    let kept = text::fit(title, room, 1);
    let Some(first) = lit.first().filter(|range| kept < title.len() && range.end > kept) else {
        canvas.put_cut_lit(x, y, title, role, room, &lit);
        return;
    };
    let head = title.get(..text::fit(title, room / 3, 0)).unwrap_or_default();
    let head = head.rsplit_once(' ').map_or(head, |(words, _)| words);
    let after = canvas.put(x, y, head, role);
    let after = canvas.put(after, y, " … ", role);
    let tail = title.get(first.start..).unwrap_or_default();
    let lit: Vec<_> = lit.iter().map(|r| r.start - first.start..r.end - first.start).collect();
    canvas.put_cut_lit(after, y, tail, role, (x + room).saturating_sub(after), &lit);
}

/// `2 Clauses ━━━━━━━━ 10`: a heavy rule where the keys go, a light one elsewhere.
pub fn heading(canvas: &mut Canvas<'_>, area: Area, number: &str, title: &str, right: &str, focused: bool) {
    let (strong, rule) = if focused { (Role::Focus, Role::Focus) } else { (Role::Strong, Role::Rule) };
    let mut x = area.x;
    if !number.is_empty() {
        x = canvas.put(x, area.y, number, if focused { Role::Focus } else { Role::Quiet }) + 1;
    }
    x = canvas.put_cut(x, area.y, title, strong, area.right().saturating_sub(x)) + 1;
    let room = area.right().saturating_sub(x + 4);
    // A count is never cut: it is shown whole or dropped.
    let right = if text::width(right) <= room { right } else { "" };
    let end = area.right() - if right.is_empty() { 0 } else { text::width(right) + 1 };
    canvas.repeat(x, area.y, if focused { "━" } else { "─" }, end.saturating_sub(x), rule);
    canvas.put(end + 1, area.y, right, if focused { Role::Text } else { Role::Quiet });
}

/// The gutter of a row, and its reverse where it is selected and the keys go here.
pub fn mark_row(canvas: &mut Canvas<'_>, view: &PaneView<'_>, place: usize, y: usize) {
    let Some(row) = view.list.rows.get(place) else { return };
    if matches!(row, Row::Item(item) if view.marks.contains(item)) {
        canvas.put(view.area.x + 1, y, "✓", Role::Key);
    }
    if place == view.list.selected && view.focused {
        canvas.put(view.area.x, y, "▸", Role::Focus);
        canvas.select(view.area.x, y, view.area.width);
    } else if view.is_linked(*row) {
        canvas.put(view.area.x, y, "•", Role::Key);
    } else if place == view.list.selected {
        canvas.put(view.area.x, y, "▸", Role::Quiet);
    }
}

/// The line between panes and reader, heavy beside the rows in view of a longer list.
pub fn divider(
    canvas: &mut Canvas<'_>,
    x: usize,
    rows: std::ops::Range<usize>,
    thumb: Option<std::ops::Range<usize>>,
) {
    for y in rows {
        let heavy = thumb.as_ref().is_some_and(|t| t.contains(&y));
        canvas.put(x, y, if heavy { "┃" } else { "│" }, if heavy { Role::Focus } else { Role::Rule });
    }
}

/// The rows of a scroll mark beside a list that shows `shown` of `total` from `first`; none where all are shown.
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

/// Where the years are in a pane: first column and cells. The timeline and the memberships share it, so that the
/// two read as one chart.
pub fn axis_columns(area: Area) -> (usize, usize) {
    if area.width >= 50 {
        (area.x + 17, 36.min(area.width - 29))
    } else {
        (area.x + 12, area.width.saturating_sub(18))
    }
}

/// Draws a row of bars, one cell each, to the largest of them.
pub fn density(canvas: &mut Canvas<'_>, x: usize, y: usize, bins: &[usize]) {
    let top = bins.iter().copied().max().unwrap_or(1);
    for (x, value) in (x..).zip(bins) {
        match EIGHTHS.get(eighths(*value, top)).filter(|_| *value > 0) {
            Some(sign) => canvas.put(x, y, sign, Role::Bar),
            None => canvas.put(x, y, "·", Role::Rule),
        };
    }
}

/// The eighths of a cell that show `value` of `top`; something is never shown as nothing.
fn eighths(value: usize, top: usize) -> usize {
    if value == 0 { 0 } else { ((value * 8 + top / 2) / top.max(1)).clamp(1, 8) }
}
