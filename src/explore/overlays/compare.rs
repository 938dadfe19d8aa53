//! Two agreements or clauses side by side on the full screen, with the differences highlighted.

use super::compare_lines::{CompareLines, text_area};
use super::panel::{Backdrop, Panel};
use crate::explore::action::Motion;
use crate::explore::layout::Layout;
use crate::explore::mode::Mode;
use crate::insight::compare::Comparison;
use crate::model::ItemId;
use crate::text::thousands;
use std::borrow::Cow;
use std::sync::Arc;

/// A comparison on the screen.
#[derive(Clone, Debug)]
pub struct ComparisonView {
    /// The comparison.
    pub comparison: Arc<Comparison>,
    /// The first line in view.
    pub first: usize,
    /// The line of the current difference.
    pub at: Option<usize>,
}

impl ComparisonView {
    /// A comparison at its first line.
    pub fn new(comparison: Comparison) -> Self {
        Self { comparison: Arc::new(comparison), first: 0, at: None }
    }

    /// The compared items, left and right.
    pub fn sides(&self) -> (ItemId, ItemId) {
        (self.comparison.left, self.comparison.right)
    }

    /// Adjusts the lines in view after a new layout.
    pub fn settle(&mut self, lines: &CompareLines, layout: Layout) {
        self.at = None;
        self.first = self.first.min(lines.furthest(layout));
    }

    /// The current difference, such as `difference 2 of 5`; empty if there is none.
    pub fn place(&self, lines: &CompareLines) -> String {
        let stops = lines.stops();
        let at = self.at.and_then(|at| stops.iter().position(|stop| *stop == at));
        at.map(|at| format!("difference {} of {}", thousands(at + 1), thousands(stops.len())))
            .unwrap_or_default()
    }

    /// Goes to the next or previous difference; false if there is none.
    pub fn walk(&mut self, lines: &CompareLines, layout: Layout, forward: bool) -> bool {
        let stops = lines.stops();
        let next = match (self.at, forward) {
            (None, true) => stops.iter().position(|stop| *stop >= self.first),
            (None, false) => stops.iter().rposition(|stop| *stop < self.first),
            (Some(at), true) => stops.iter().position(|stop| *stop > at),
            (Some(at), false) => stops.iter().rposition(|stop| *stop < at),
        };
        let Some(line) = next.and_then(|next| stops.get(next).copied()) else { return false };
        self.at = Some(line);
        let rows = text_area(layout).height;
        if line < self.first || line >= self.first + rows {
            self.first = line.saturating_sub(rows / 3).min(lines.furthest(layout));
        }
        true
    }
}

impl Panel for ComparisonView {
    fn title(&self) -> Cow<'_, str> {
        "Compare".into()
    }

    fn mode(&self) -> Mode {
        Mode::Compare
    }

    fn rows(&self, backdrop: &Backdrop<'_>) -> usize {
        backdrop.compared.furthest(backdrop.layout) + 1
    }

    fn position(&mut self) -> &mut usize {
        &mut self.first
    }

    fn step(&mut self, motion: Motion, backdrop: &Backdrop<'_>) {
        let page = backdrop.layout.body().height.saturating_sub(2);
        self.first = motion.apply(self.first, self.rows(backdrop), page);
        self.at = None;
    }
}
