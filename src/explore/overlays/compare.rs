//! Two agreements or clauses side by side on the whole screen, the words that differ lit.

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

/// See the module.
#[derive(Clone, Debug)]
pub struct ComparisonView {
    /// What is compared.
    pub comparison: Arc<Comparison>,
    /// The first line in view.
    pub first: usize,
    /// The line of the difference walked to.
    pub at: Option<usize>,
}

impl ComparisonView {
    /// A comparison, from its beginning.
    pub fn new(comparison: Comparison) -> Self {
        Self { comparison: Arc::new(comparison), first: 0, at: None }
    }

    /// The two that are compared, left and right.
    pub fn sides(&self) -> (ItemId, ItemId) {
        (self.comparison.left, self.comparison.right)
    }

    /// Keeps what is in view within lines that were laid out anew.
    pub fn settle(&mut self, lines: &CompareLines, layout: Layout) {
        self.at = None;
        self.first = self.first.min(lines.furthest(layout));
    }

    /// Which difference was walked to: `difference 2 of 5`; empty if none was.
    pub fn place(&self, lines: &CompareLines) -> String {
        let stops = lines.stops();
        let at = self.at.and_then(|at| stops.iter().position(|stop| *stop == at));
        at.map(|at| format!("difference {} of {}", thousands(at + 1), thousands(stops.len())))
            .unwrap_or_default()
    }

    /// To the next or previous difference; false if there is none.
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
