//! Lays a table out in lines of a fixed width.
//!
//! Columns are aligned, with a rule between any two cells; where a cell covers several columns or rows, there is none. If
//! the columns do not fit, each row becomes lines of `heading: value`.

use super::cells::{Grid, Placed, Slot};
use super::widths::{BETWEEN, widths};
use crate::text::{whole_graphemes, width, wrap};
use std::borrow::Cow;
use std::ops::Range;

/// A stretch of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch<'a> {
    /// Its first column of the screen.
    pub x: usize,
    /// What is shown.
    pub text: Cow<'a, str>,
    /// What it is for.
    pub part: Part,
}

/// What a stretch of a line shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A line between cells.
    Rule,
    /// The heading that a value is labelled with.
    Label,
    /// A part of a cell.
    Cell {
        /// The row in which the cell begins, and its place among the cells that begin there.
        row: usize,
        /// See `row`.
        cell: usize,
        /// Where the stretch begins in the text of the cell, in bytes.
        start: usize,
    },
}

impl Grid {
    /// The lines of the table in at most `columns` cells of the screen: aligned if it fits, else folded.
    pub fn lay_out(&self, columns: usize) -> Vec<Vec<Stretch<'_>>> {
        match widths(self, columns) {
            Some(widths) => Aligned::new(self, widths).lines(),
            None => self.folded(columns),
        }
    }

    /// The lines of the table, each row as lines of `heading: value` in at most `columns` cells of the screen.
    pub fn folded(&self, columns: usize) -> Vec<Vec<Stretch<'_>>> {
        let mut lines = Vec::new();
        let all = self.columns();
        let headers = if self.headers() == self.rows().len() { 0 } else { self.headers() };
        let rows: Vec<Vec<Slot<'_>>> = self.slots().collect();
        let (head, body) = rows.split_at_checked(headers).unwrap_or_default();
        for row in body {
            let mut indent = 0;
            for slot in row.iter().filter(|slot| !slot.placed.cell.text.is_empty()) {
                let whole = slot.placed.cell.columns == all;
                let label = if whole { String::new() } else { label(head, slot) };
                lines.extend(self.value(slot, &label, indent, columns));
                indent = 2;
            }
        }
        lines
    }

    /// The lines of a labelled value.
    fn value<'a>(
        &'a self,
        slot: &Slot<'a>,
        label: &str,
        indent: usize,
        columns: usize,
    ) -> Vec<Vec<Stretch<'a>>> {
        let text = slot.placed.cell.text.as_str();
        let together = format!("{label}{text}");
        // A mark at the start of the value would be drawn on the last blank of the label.
        let is_apart = whole_graphemes(&together, label.len()..together.len()).start < label.len();
        let words = if is_apart { format!("{label}\n{text}") } else { together };
        let begins = words.len() - text.len();
        let hang = indent + 2;
        let ranges = wrap(&words, columns.saturating_sub(hang).max(1));
        let line = |(at, range): (usize, Range<usize>)| {
            let x = if at == 0 { indent } else { hang };
            let of_label = words.get(range.start..range.end.min(label.len())).unwrap_or_default();
            let from = range.start.max(begins) - begins;
            let value = text.get(from..range.end.saturating_sub(begins)).unwrap_or_default();
            let mut line = Vec::new();
            if !of_label.is_empty() {
                line.push(Stretch { x, text: of_label.to_owned().into(), part: Part::Label });
            }
            if !value.is_empty() {
                let x = x + width(of_label);
                line.push(Stretch { x, text: value.into(), part: self.part(slot, from) });
            }
            line
        };
        ranges.into_iter().enumerate().map(line).collect()
    }

    /// The part of a cell from a byte of its text on.
    fn part(&self, slot: &Slot<'_>, start: usize) -> Part {
        let row = self.rows().get(slot.row).map(Vec::as_slice).unwrap_or_default();
        let cell = row.partition_point(|placed| placed.column < slot.placed.column);
        Part::Cell { row: slot.row, cell, start }
    }
}

/// What a value is labelled with: the headings above its columns, or the number of its first column.
fn label(head: &[Vec<Slot<'_>>], slot: &Slot<'_>) -> String {
    let columns = slot.placed.column..slot.placed.end();
    if head.is_empty() {
        return format!("column {}: ", columns.start + 1);
    }
    let above = |row: &Vec<Slot<'_>>| -> Vec<String> {
        let first = row.partition_point(|slot| slot.placed.end() <= columns.start);
        let over = row.iter().skip(first).take_while(|slot| slot.placed.column < columns.end);
        let texts = over.map(|slot| slot.placed.cell.text.replace('\n', " "));
        texts.filter(|text| !text.is_empty()).collect()
    };
    let mut headings: Vec<String> = head.iter().map(|row| above(row).join(", ")).collect();
    headings.retain(|heading| !heading.is_empty());
    headings.dedup();
    if headings.is_empty() { String::new() } else { format!("{}: ", headings.join(" · ")) }
}

/// A table in columns.
struct Aligned<'a> {
    grid: &'a Grid,
    /// The width of each column, and where it begins on the screen; one more begins after the last.
    widths: Vec<usize>,
    starts: Vec<usize>,
    /// What each row shows.
    rows: Vec<Vec<Slot<'a>>>,
    /// The lines of each cell, as ranges of its text, in the order of the cells that begin in each row.
    wrapped: Vec<Vec<Vec<Range<usize>>>>,
    /// Whether there is a rule below every row.
    is_ruled: bool,
    /// The first line of each row, and the line after the last one.
    tops: Vec<usize>,
}

impl<'a> Aligned<'a> {
    fn new(grid: &'a Grid, widths: Vec<usize>) -> Self {
        let mut starts = vec![0];
        starts.extend(widths.iter().scan(0, |x, width| {
            *x += width + BETWEEN;
            Some(*x)
        }));
        let mut aligned = Self {
            grid,
            widths,
            starts,
            rows: grid.slots().collect(),
            wrapped: Vec::new(),
            is_ruled: false,
            tops: Vec::new(),
        };
        let lines = |placed: &Placed| {
            let room = aligned.x(placed.end()).saturating_sub(aligned.x(placed.column) + BETWEEN);
            wrap(&placed.cell.text, room.max(1))
        };
        let wrapped: Vec<Vec<_>> = grid.rows().iter().map(|row| row.iter().map(lines).collect()).collect();
        let is_high = grid.rows().iter().flatten().any(|placed| placed.cell.rows > 1);
        aligned.is_ruled = is_high || wrapped.iter().flatten().any(|lines| lines.len() > 1);
        aligned.wrapped = wrapped;
        aligned.tops = aligned.tops();
        aligned
    }

    /// The first column of the screen of a column of the table.
    fn x(&self, column: usize) -> usize {
        self.starts.get(column).copied().unwrap_or(0)
    }

    fn has_rule_below(&self, row: usize) -> bool {
        row + 1 < self.rows.len() && (self.is_ruled || row + 1 == self.grid.headers())
    }

    /// The first line of each row: a row is as high as its cells need; a cell of several rows makes the last of them higher.
    fn tops(&self) -> Vec<usize> {
        let mut tops = vec![0];
        for (at, row) in self.rows.iter().enumerate() {
            let top = tops.last().copied().unwrap_or(0);
            let ends = row.iter().filter(|slot| slot.row + slot.placed.cell.rows == at + 1);
            let bottoms =
                ends.map(|slot| tops.get(slot.row).copied().unwrap_or(0) + self.lines_of(slot).len());
            let bottom = bottoms.max().unwrap_or(0).max(top + 1);
            tops.push(bottom + usize::from(self.has_rule_below(at)));
        }
        tops
    }

    fn lines_of(&self, slot: &Slot<'_>) -> &[Range<usize>] {
        let Part::Cell { row, cell, .. } = self.grid.part(slot, 0) else { return &[] };
        self.wrapped.get(row).and_then(|row| row.get(cell)).map(Vec::as_slice).unwrap_or_default()
    }

    fn lines(&self) -> Vec<Vec<Stretch<'a>>> {
        let mut lines = Vec::new();
        for (at, row) in self.rows.iter().enumerate() {
            let bottom = self.tops.get(at + 1).copied().unwrap_or(0) - usize::from(self.has_rule_below(at));
            while lines.len() < bottom {
                lines.push(self.line(row, lines.len()));
            }
            if self.has_rule_below(at) {
                let below = self.rows.get(at + 1).map(Vec::as_slice).unwrap_or_default();
                lines.push(self.rule(row, below, bottom));
            }
        }
        lines
    }

    /// A line of a row: what its cells show there, and the rules between them.
    fn line(&self, row: &[Slot<'a>], line: usize) -> Vec<Stretch<'a>> {
        let mut stretches = Vec::new();
        for slot in row {
            let x = self.x(slot.placed.column);
            if x > 0 {
                stretches.push(Stretch { x: x - BETWEEN + 1, text: "│".into(), part: Part::Rule });
            }
            stretches.extend(self.words(slot, line, x));
        }
        stretches
    }

    /// What a cell shows on a line.
    fn words(&self, slot: &Slot<'a>, line: usize, x: usize) -> Option<Stretch<'a>> {
        let top = self.tops.get(slot.row).copied()?;
        let range = self.lines_of(slot).get(line.checked_sub(top)?)?.clone();
        let text = slot.placed.cell.text.get(range.clone()).filter(|text| !text.is_empty())?;
        Some(Stretch { x, text: text.into(), part: self.grid.part(slot, range.start) })
    }

    /// The rule between two rows; cells that reach over it go on.
    fn rule(&self, above: &[Slot<'a>], below: &[Slot<'a>], line: usize) -> Vec<Stretch<'a>> {
        let mut stretches = Vec::new();
        let mut left = Crossing::default();
        for (column, columns) in self.widths.iter().enumerate() {
            let x = self.x(column);
            let here = Crossing::at(above, below, column);
            if column > 0 {
                let edge = [
                    if left.is_ruled { '─' } else { ' ' },
                    junction(
                        here.above.is_some() && left.above != here.above,
                        here.below.is_some() && left.below != here.below,
                        left.is_ruled,
                        here.is_ruled,
                    ),
                    if here.is_ruled { '─' } else { ' ' },
                ];
                // There is no edge inside a cell.
                if edge.iter().any(|sign| *sign != ' ') {
                    let text: String = edge.iter().collect();
                    stretches.push(Stretch { x: x - BETWEEN, text: text.into(), part: Part::Rule });
                }
            }
            if here.is_ruled {
                stretches.push(Stretch { x, text: "─".repeat(*columns).into(), part: Part::Rule });
            } else {
                let at = below.binary_search_by_key(&column, |slot| slot.placed.column);
                let slot = at.ok().and_then(|at| below.get(at));
                stretches.extend(slot.and_then(|slot| self.words(slot, line, x)));
            }
            left = here;
        }
        stretches
    }
}

/// The cells above and below a rule at a column, by where they begin.
#[derive(Clone, Copy, Default)]
struct Crossing {
    above: Option<(usize, usize)>,
    below: Option<(usize, usize)>,
    is_ruled: bool,
}

impl Crossing {
    fn at(above: &[Slot<'_>], below: &[Slot<'_>], column: usize) -> Self {
        let cell = |row: &[Slot<'_>]| {
            let at = row.partition_point(|slot| slot.placed.end() <= column);
            row.get(at).map(|slot| (slot.row, slot.placed.column))
        };
        let (above, below) = (cell(above), cell(below));
        Self { above, below, is_ruled: above != below }
    }
}

/// The sign where rules meet.
fn junction(up: bool, down: bool, left: bool, right: bool) -> char {
    match (up, down, left, right) {
        (false, false, false, false) => ' ',
        (false, false, _, _) => '─',
        (_, _, false, false) => '│',
        (true, true, true, false) => '┤',
        (true, true, false, true) => '├',
        (true, true, true, true) => '┼',
        (true, false, true, true) => '┴',
        (false, true, true, true) => '┬',
        (true, false, true, false) => '┘',
        (true, false, false, true) => '└',
        (false, true, true, false) => '┐',
        (false, true, false, true) => '┌',
    }
}
