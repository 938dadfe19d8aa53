//! What all panes need: the data to draw, the gutter of a row, the columns of the years.

use crate::explore::layout::{Area, Layout, Share, window};
use crate::explore::{Holdings, List, Marked, Pane, Role, Row, Target, verdict};
use crate::model::{ItemId, ItemSet};
use crate::search::Matches;
use crate::tui::canvas::Canvas;
use crate::tui::frame::{fitted, pane_heading};
use crate::tui::glyphs::{EIGHTHS, of_mark};

/// What is needed to draw a pane.
pub struct PaneView<'a> {
    /// The pane.
    pub pane: Pane,
    /// The area.
    pub area: Area,
    /// The layout of the screen.
    pub layout: Layout,
    /// All that is open.
    pub open: &'a Holdings,
    /// Its rows.
    pub list: &'a List,
    /// Whether it has the focus.
    pub focused: bool,
    /// The items linked to the item in the reader.
    pub linked: &'a ItemSet,
    /// The matches to highlight.
    pub matches: Option<&'a Matches>,
    /// The marks.
    pub marks: &'a Marked,
    /// How far reading or searching is while rows may still come.
    pub so_far: Option<String>,
}

impl PaneView<'_> {
    /// Whether there is room for counts at the side and full dates.
    pub fn is_wide(&self) -> bool {
        self.layout.has_wide_panes()
    }

    /// The first column and the width of the years; `None` if they have less than a third of the pane. Timeline and
    /// memberships share them, so that the two read as one chart.
    pub fn years(&self) -> Option<(usize, usize)> {
        let Area { x, width, .. } = self.area;
        let (left, right, most) = if self.is_wide() { (17, 12, 36) } else { (12, 6, width) };
        let cells = width.saturating_sub(left + right).min(most);
        Share(1, 3).is_left(width, left + right).then_some((x + left, cells))
    }

    /// Whether a row is linked to the item in the reader.
    fn is_linked(&self, row: Row) -> bool {
        matches!(row, Row::Item(item) if self.linked.contains(&item))
    }

    /// The first of `shown` rows to show, with the selected one in view or, without the focus, the nearest linked one.
    pub fn first(&self, shown: usize) -> usize {
        let mut at = self.list.selected;
        if !self.focused && !self.list.row().is_some_and(|row| self.is_linked(row)) {
            at = self.list.nearest(|row| self.is_linked(row)).unwrap_or(at);
        }
        window(self.list.rows.len(), shown, at)
    }

    /// Draws the heading, with counts at its right end; both in the wordings from the fullest to the shortest.
    pub fn heading(&self, canvas: &mut Canvas<'_>, titles: &[impl AsRef<str>], counts: &[impl AsRef<str>]) {
        pane_heading(canvas, self.area, self.pane, titles, counts, self.focused);
    }

    /// Draws a pane without rows in one row: its heading, and in short why there are none.
    pub fn folded(&self, canvas: &mut Canvas<'_>) {
        let words = match self.so_far {
            Some(_) => "none so far",
            None => self.pane.none(self.open.totals.of(self.pane)),
        };
        self.heading(canvas, &[self.pane.title()], &[words]);
    }

    /// Draws why there are no rows: `words`, if none will come.
    pub fn why_empty(&self, canvas: &mut Canvas<'_>, words: &str) {
        let area = self.area;
        let words = verdict(self.so_far.as_deref(), words);
        canvas.put_cut(area.x + 2, area.y + 1, &words, Role::Quiet, area.width.saturating_sub(2));
    }

    /// Draws that sources disagree about an item, with the sign at a column; returns the cells that it takes.
    pub fn dispute(&self, canvas: &mut Canvas<'_>, item: ItemId, x: usize, y: usize) -> usize {
        if !self.open.collection.is_disputed(item) {
            return 0;
        }
        canvas.put(x, y, "≠", Role::Dispute);
        2
    }

    /// Draws the title of a row, with matches highlighted.
    pub fn title(&self, canvas: &mut Canvas<'_>, at: (usize, usize), title: &str, role: Role, room: usize) {
        fitted(canvas, at, title, role, room, self.matches);
    }
}

/// Draws the gutter of a row, and shows it as selected if the pane has the focus.
pub fn mark_row(canvas: &mut Canvas<'_>, view: &PaneView<'_>, place: usize, y: usize) {
    let Some(row) = view.list.rows.get(place) else { return };
    canvas.hit(Area::row(view.area.x, y, view.area.width), Target::Row(view.pane, place));
    if let Row::Item(item) | Row::Folded(item, _) = row
        && let Some(sign) = view.marks.sign(*item)
    {
        canvas.put(view.area.x + 1, y, of_mark(sign), Role::Key);
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

/// Draws a row of bars, one cell each, scaled to the largest.
pub fn density(canvas: &mut Canvas<'_>, x: usize, y: usize, bins: &[usize]) {
    let top = bins.iter().copied().max().unwrap_or(1);
    for (x, value) in (x..).zip(bins) {
        match EIGHTHS.get(eighths(*value, top)).filter(|_| *value > 0) {
            Some(sign) => canvas.put(x, y, sign, Role::Bar),
            None => canvas.put(x, y, "·", Role::Rule),
        };
    }
}

/// The eighths of a cell that show `value` of `top`; at least one for any value but 0.
fn eighths(value: usize, top: usize) -> usize {
    if value == 0 { 0 } else { ((value * 8 + top / 2) / top.max(1)).clamp(1, 8) }
}
