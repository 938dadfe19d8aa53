//! Coverage: a matrix of subjects and agreements, or two passages side by side.

use super::panel::{Backdrop, Entered, Panel};
use crate::explore::action::Motion;
use crate::explore::layout::{Area, Layout};
use crate::explore::lines::Role;
use crate::explore::mode::Mode;
use crate::insight::compare::wording;
use crate::insight::{Coverage, body};
use crate::model::{Collection, ItemId};
use crate::text::wrapped;
use std::borrow::Cow;
use std::sync::Arc;

/// Cells between two passages side by side.
pub const GAP: usize = 3;

/// The coverage matrix, or two passages opened from it.
#[derive(Clone, Debug)]
pub struct CoverageTable {
    /// The coverage.
    pub coverage: Arc<Coverage>,
    /// The cursor's subject.
    pub row: usize,
    /// The cursor's agreement.
    pub column: usize,
    /// If passages are open: the agreement whose passages are beside those under the cursor.
    pub beside: Option<usize>,
    /// The first line in view of the passages.
    pub scroll: usize,
}

impl CoverageTable {
    /// The matrix, with the cursor on the first cell that has a passage.
    pub fn new(coverage: Coverage) -> Self {
        let columns = coverage.agreements.len();
        let mut cells =
            (0..coverage.subjects.len()).flat_map(|row| (0..columns).map(move |column| (row, column)));
        let first = cells.find(|(row, column)| !coverage.cell(*row, *column).is_empty());
        let (row, column) = first.unwrap_or_default();
        Self { coverage: Arc::new(coverage), row, column, beside: None, scroll: 0 }
    }

    /// The next agreement with a passage on the subject, after or before `from`, other than the cursor's.
    fn other(&self, from: usize, forward: bool) -> Option<usize> {
        let has =
            |column: &usize| *column != self.column && !self.coverage.cell(self.row, *column).is_empty();
        let columns = self.coverage.agreements.len();
        if forward { (from + 1..columns).find(has) } else { (0..from).rev().find(has) }
    }

    /// Goes back from the passages to the matrix; false if the matrix is open already.
    pub fn back(&mut self) -> bool {
        self.beside.take().is_some()
    }

    /// The two passages that are side by side.
    pub fn passages(&self) -> Option<(ItemId, ItemId)> {
        let first = |column: usize| self.coverage.cell(self.row, column).first().copied();
        first(self.column).zip(self.beside.and_then(first))
    }

    /// The number of lines of the longer side of the open passages.
    fn passage_lines(&self, backdrop: &Backdrop<'_>) -> usize {
        let columns = half(backdrop.layout.body());
        let length = |column: usize| self.lines(backdrop.collection, column, columns).len();
        [Some(self.column), self.beside].into_iter().flatten().map(length).max().unwrap_or(0)
    }

    /// All passages of an agreement on the subject: heading, text, wording and address of each.
    pub fn lines(&self, collection: &Collection, column: usize, columns: usize) -> Vec<(String, Role)> {
        let mut lines = Vec::new();
        let mut put = |words: &str, role: Role| {
            lines.extend(wrapped(words, columns).map(|line| (line.to_owned(), role)));
        };
        for item in self.coverage.cell(self.row, column) {
            put(collection.title(*item).unwrap_or_default(), Role::Focus);
            put(&body(collection, *item), Role::Text);
            put(wording(collection, *item).word(), Role::Quiet);
            put(&collection.address_text(*item), Role::Quiet);
            put("", Role::Text);
        }
        lines
    }
}

/// The width of one of two passages side by side.
pub fn half(area: Area) -> usize {
    area.width.saturating_sub(GAP) / 2
}

/// The number of lines of passages in view.
fn rows_in_view(layout: Layout) -> usize {
    layout.body().height.saturating_sub(3)
}

impl Panel for CoverageTable {
    fn title(&self) -> Cow<'_, str> {
        match self.beside {
            None => "Coverage".into(),
            Some(_) => self.coverage.subjects.get(self.row).map(String::as_str).unwrap_or_default().into(),
        }
    }

    fn mode(&self) -> Mode {
        Mode::Matrix
    }

    fn rows(&self, backdrop: &Backdrop<'_>) -> usize {
        match self.beside {
            None => self.coverage.subjects.len(),
            Some(_) => self.passage_lines(backdrop).saturating_sub(rows_in_view(backdrop.layout)) + 1,
        }
    }

    fn position(&mut self) -> &mut usize {
        match self.beside {
            None => &mut self.row,
            Some(_) => &mut self.scroll,
        }
    }

    /// Moves the cursor. With passages open, left and right choose the other agreement, and the other moves scroll.
    fn step(&mut self, motion: Motion, backdrop: &Backdrop<'_>) {
        match (self.beside, motion) {
            (None, Motion::Left | Motion::Right) => {
                self.column = motion.apply(self.column, self.coverage.agreements.len(), 2);
            }
            (Some(beside), Motion::Left | Motion::Right) => {
                if let Some(other) = self.other(beside, motion == Motion::Right) {
                    (self.beside, self.scroll) = (Some(other), 0);
                }
            }
            _ => {
                let page = backdrop.layout.body().height.saturating_sub(6);
                let total = self.rows(backdrop);
                let at = self.position();
                *at = motion.apply(*at, total, page);
            }
        }
    }

    fn point_at(&mut self, row: usize, column: usize) {
        (self.row, self.column) = (row, column);
    }

    /// In the matrix, opens the passage beside that of another agreement. With passages open, goes to the passage in
    /// the reader.
    fn enter(&mut self, _backdrop: &Backdrop<'_>) -> Entered {
        let Some(item) = self.coverage.cell(self.row, self.column).first().copied() else {
            return Entered::Refused("Nothing on record in this cell");
        };
        let beside = self.other(self.column, true).or_else(|| self.other(self.column, false));
        if let (None, Some(beside)) = (self.beside, beside) {
            (self.beside, self.scroll) = (Some(beside), 0);
            return Entered::Nothing;
        }
        Entered::GoTo(item)
    }
}
