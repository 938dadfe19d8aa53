//! Two agreements or clauses side by side on the full screen, with the differences highlighted.

use super::compare_lines::{CompareLines, Stop, text_area};
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
    /// What is shown of the comparison: all, or only the pairs that differ.
    pub comparison: Arc<Comparison>,
    /// All of it, while the pairs that are alike are hidden.
    all: Option<Arc<Comparison>>,
    /// The first line in view.
    pub first: usize,
    /// The line of the current pair or difference, and which of the two it is.
    pub at: Option<(usize, Stop)>,
}

impl ComparisonView {
    /// A comparison at its first line.
    pub fn new(comparison: Comparison) -> Self {
        Self { comparison: Arc::new(comparison), all: None, first: 0, at: None }
    }

    /// The compared items, left and right.
    pub fn sides(&self) -> (ItemId, ItemId) {
        (self.comparison.left, self.comparison.right)
    }

    /// Whether the pairs that are alike are hidden.
    pub fn hides_alike(&self) -> bool {
        self.all.is_some()
    }

    /// Hides the pairs that are alike, or shows them again.
    pub fn toggle_alike(&mut self) {
        match self.all.take() {
            Some(all) => self.comparison = all,
            None => {
                let differing = Arc::new(Comparison::clone(&self.comparison).differing());
                self.all = Some(std::mem::replace(&mut self.comparison, differing));
            }
        }
    }

    /// Adjusts the lines in view after a new layout.
    pub fn settle(&mut self, lines: &CompareLines, layout: Layout) {
        self.at = None;
        self.first = self.first.min(lines.furthest(layout));
    }

    /// The current pair or difference, such as `pair 2 of 5`; empty if there is none.
    pub fn place(&self, lines: &CompareLines) -> String {
        let Some((line, stop)) = self.at else { return String::new() };
        let stops = lines.stops(stop);
        let at = stops.binary_search(&line).ok();
        let place =
            |at: usize| format!("{} {} of {}", stop.word(), thousands(at + 1), thousands(stops.len()));
        at.map(place).unwrap_or_default()
    }

    /// Goes to the next or previous pair that differs, or difference; false if there is none.
    pub fn walk(&mut self, lines: &CompareLines, layout: Layout, to: Stop, forward: bool) -> bool {
        let stops = lines.stops(to);
        let next = match (self.at.map(|(line, _)| line), forward) {
            (None, true) => stops.iter().position(|stop| *stop >= self.first),
            (None, false) => stops.iter().rposition(|stop| *stop < self.first),
            (Some(at), true) => stops.iter().position(|stop| *stop > at),
            (Some(at), false) => stops.iter().rposition(|stop| *stop < at),
        };
        let Some(line) = next.and_then(|next| stops.get(next).copied()) else { return false };
        self.at = Some((line, to));
        let rows = text_area(layout).height;
        let last = self.first + rows;
        if to == Stop::Pair && (line < self.first || lines.end_of_pair(line) > last) {
            // As much of a pair as fits is in view.
            self.first = line.saturating_sub(1).min(lines.furthest(layout));
        } else if line < self.first || line >= last {
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
