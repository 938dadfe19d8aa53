//! What every pane has: what it needs to know to draw itself, the gutter of a row, the columns of the years.

use crate::explore::layout::{Area, Layout, Share, window};
use crate::explore::{Holdings, List, Role, Row};
use crate::model::ItemId;
use crate::search::Matches;
use crate::tui::canvas::Canvas;
use crate::tui::frame::fitted;
use crate::tui::glyphs::EIGHTHS;
use std::collections::HashSet;

/// What a pane needs to know to draw itself.
pub struct PaneView<'a> {
    /// Where.
    pub area: Area,
    /// The screen that it is on.
    pub layout: Layout,
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
        self.layout.has_wide_panes()
    }

    /// Where the years are: first column and cells; `None` if they have less than a third of the pane. The timeline and
    /// the memberships share it, so that the two read as one chart.
    pub fn years(&self) -> Option<(usize, usize)> {
        let Area { x, width, .. } = self.area;
        let (left, right, most) = if self.is_wide() { (17, 12, 36) } else { (12, 6, width) };
        let cells = width.saturating_sub(left + right).min(most);
        Share(1, 3).is_left(width, left + right).then_some((x + left, cells))
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
