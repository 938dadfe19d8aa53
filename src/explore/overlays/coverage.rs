//! Coverage: a matrix of agreements and subjects, or two passages side by side.

use super::panel::{Backdrop, Entered, Panel};
use crate::explore::action::Motion;
use crate::explore::layout::{Area, Layout};
use crate::explore::lines::Role;
use crate::explore::mode::Mode;
use crate::insight::charts::Cover;
use crate::insight::compare::wording;
use crate::insight::{Coverage, body};
use crate::model::{Collection, ItemId};
use crate::text::wrapped;
use std::borrow::Cow;
use std::sync::Arc;

/// Cells between two passages side by side.
pub const GAP: usize = 3;

/// A line of the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoverageLine {
    /// A group of agreements, by its place.
    Group(usize),
    /// An agreement, by its place.
    Agreement(usize),
}

/// The coverage matrix, or two passages opened from it.
#[derive(Clone, Debug)]
pub struct CoverageTable {
    /// The coverage.
    pub coverage: Arc<Coverage>,
    /// Its figures.
    pub cover: Arc<Cover>,
    /// The lines, of groups and of the agreements in those that are open.
    pub lines: Vec<CoverageLine>,
    /// The groups that are open.
    open: Vec<bool>,
    /// The cursor's line.
    pub line: usize,
    /// The cursor's column, among the subjects with a passage.
    pub column: usize,
    /// If passages are open: the agreement whose passages are beside those under the cursor.
    pub beside: Option<usize>,
    /// The first line in view of the passages.
    pub scroll: usize,
}

impl CoverageTable {
    /// The matrix, with the cursor on the first cell that has a passage.
    pub fn new(collection: &Collection, coverage: Coverage) -> Self {
        let cover = Cover::of(collection, &coverage);
        let open = vec![false; cover.groups.len()];
        let mut table = Self {
            coverage: Arc::new(coverage),
            cover: Arc::new(cover),
            lines: Vec::new(),
            open,
            line: 0,
            column: 0,
            beside: None,
            scroll: 0,
        };
        table.list();
        let cells = table.lines.iter().enumerate().flat_map(|(line, of)| {
            let columns = 0..table.cover.subjects.len();
            columns.map(move |column| (line, *of, column))
        });
        let mut with_passage = cells.filter(|(_, of, column)| table.number(*of, *column) > 0);
        if let Some((line, _, column)) = with_passage.next() {
            (table.line, table.column) = (line, column);
        }
        table
    }

    /// Lists the lines again.
    fn list(&mut self) {
        self.lines.clear();
        if self.cover.groups.is_empty() {
            self.lines.extend((0..self.coverage.agreements.len()).map(CoverageLine::Agreement));
        }
        for (place, group) in self.cover.groups.iter().enumerate() {
            self.lines.push(CoverageLine::Group(place));
            if self.is_open(place) {
                self.lines.extend(group.places.clone().map(CoverageLine::Agreement));
            }
        }
    }

    /// Whether a group is open.
    pub fn is_open(&self, group: usize) -> bool {
        self.open.get(group).copied().unwrap_or(false)
    }

    /// The agreement of the cursor's line.
    pub fn agreement(&self) -> Option<usize> {
        match self.lines.get(self.line)? {
            CoverageLine::Agreement(place) => Some(*place),
            CoverageLine::Group(_) => None,
        }
    }

    /// The subject of a column.
    pub fn subject(&self, column: usize) -> Option<usize> {
        self.cover.subjects.get(column).copied()
    }

    /// The number in a cell: the passages of an agreement on a subject, or the agreements of a group that have any.
    pub fn number(&self, line: CoverageLine, column: usize) -> usize {
        let Some(subject) = self.subject(column) else { return 0 };
        match line {
            CoverageLine::Agreement(place) => self.coverage.cell(subject, place).len(),
            CoverageLine::Group(place) => {
                let group = self.cover.groups.get(place);
                group.and_then(|group| group.sums.get(subject)).copied().unwrap_or(0)
            }
        }
    }

    /// The passages of an agreement on the cursor's subject.
    pub fn passages_of(&self, agreement: usize) -> &[ItemId] {
        self.subject(self.column).map(|subject| self.coverage.cell(subject, agreement)).unwrap_or_default()
    }

    /// The next agreement with a passage on the subject, after or before `from`, other than the cursor's.
    fn other(&self, from: usize, forward: bool) -> Option<usize> {
        let own = self.agreement();
        let has = |place: &usize| Some(*place) != own && !self.passages_of(*place).is_empty();
        let all = self.coverage.agreements.len();
        if forward { (from + 1..all).find(has) } else { (0..from).rev().find(has) }
    }

    /// Goes back from the passages to the matrix; false if the matrix is open already.
    pub fn back(&mut self) -> bool {
        self.beside.take().is_some()
    }

    /// The two passages that are side by side.
    pub fn passages(&self) -> Option<(ItemId, ItemId)> {
        let first = |place: usize| self.passages_of(place).first().copied();
        self.agreement().and_then(first).zip(self.beside.and_then(first))
    }

    /// The number of lines of the longer side of the open passages.
    fn passage_lines(&self, backdrop: &Backdrop<'_>) -> usize {
        let columns = half(backdrop.layout.body());
        let length = |place: usize| self.passage(backdrop.collection, place, columns).len();
        [self.agreement(), self.beside].into_iter().flatten().map(length).max().unwrap_or(0)
    }

    /// All passages of an agreement on the subject: heading, text, wording and address of each.
    pub fn passage(&self, collection: &Collection, agreement: usize, columns: usize) -> Vec<(String, Role)> {
        let mut lines = Vec::new();
        let mut put = |words: &str, role: Role| {
            lines.extend(wrapped(words, columns).map(|line| (line.to_owned(), role)));
        };
        for item in self.passages_of(agreement) {
            put(collection.title(*item).unwrap_or_default(), Role::Focus);
            put(&body(collection, *item), Role::Text);
            put(wording(collection, *item).word(), Role::Quiet);
            put(&collection.address_text(*item), Role::Quiet);
            put("", Role::Text);
        }
        lines
    }

    /// Opens a group, or folds it.
    fn turn_group(&mut self, group: usize) {
        if let Some(open) = self.open.get_mut(group) {
            *open = !*open;
        }
        self.list();
        let line = self.lines.iter().position(|line| *line == CoverageLine::Group(group));
        self.line = line.unwrap_or(0);
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
        let subject = self.subject(self.column).and_then(|subject| self.coverage.subjects.get(subject));
        match self.beside {
            None => "Coverage".into(),
            Some(_) => subject.map(String::as_str).unwrap_or_default().into(),
        }
    }

    fn mode(&self) -> Mode {
        Mode::Matrix
    }

    fn rows(&self, backdrop: &Backdrop<'_>) -> usize {
        match self.beside {
            None => self.lines.len(),
            Some(_) => self.passage_lines(backdrop).saturating_sub(rows_in_view(backdrop.layout)) + 1,
        }
    }

    fn position(&mut self) -> &mut usize {
        match self.beside {
            None => &mut self.line,
            Some(_) => &mut self.scroll,
        }
    }

    /// Moves the cursor. With passages open, left and right choose the other agreement, and the other moves scroll.
    fn step(&mut self, motion: Motion, backdrop: &Backdrop<'_>) {
        match (self.beside, motion) {
            (None, Motion::Left | Motion::Right) => {
                self.column = motion.apply(self.column, self.cover.subjects.len(), 2);
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
        (self.line, self.column) = (row, column);
    }

    /// In the matrix, opens a group or the passage beside that of another agreement. With passages open, goes to the
    /// passage in the reader.
    fn enter(&mut self, _backdrop: &Backdrop<'_>) -> Entered {
        if let Some(CoverageLine::Group(group)) = self.lines.get(self.line).copied() {
            self.turn_group(group);
            return Entered::Nothing;
        }
        let Some(agreement) = self.agreement() else { return Entered::Nothing };
        let Some(item) = self.passages_of(agreement).first().copied() else {
            return Entered::Refused("Nothing on record in this cell");
        };
        let beside = self.other(agreement, true).or_else(|| self.other(agreement, false));
        if let (None, Some(beside)) = (self.beside, beside) {
            (self.beside, self.scroll) = (Some(beside), 0);
            return Entered::Nothing;
        }
        Entered::GoTo(item)
    }
}
