//! Lays out the tables of a text.

use super::line_builder::LineBuilder;
use super::page_lines::{Mark, TextLine};
use crate::explore::lines::{Piece, Role};
use crate::insight::Reference;
use crate::text::grid::{Grid, Part, sources};
use std::ops::Range;

impl LineBuilder {
    /// A table that is written in this range of a text.
    pub(super) fn table(&mut self, text: &str, references: &[Reference], range: Range<usize>, grid: &Grid) {
        let references = in_cells(text, references, range, grid);
        for stretches in grid.lay_out(self.width.saturating_sub(3)) {
            let mut line = TextLine { is_tabular: true, ..TextLine::default() };
            for stretch in stretches {
                let x = stretch.x + 2;
                let (row, cell, start) = match stretch.part {
                    Part::Cell { row, cell, start } => (row, cell, start),
                    part => {
                        let role = if part == Part::Label { Role::Quiet } else { Role::Rule };
                        line.pieces.push(Piece { x, text: stretch.text.into_owned(), role });
                        continue;
                    }
                };
                let role = if row < grid.headers() { Role::Strong } else { Role::Text };
                let text = grid
                    .rows()
                    .get(row)
                    .and_then(|row| row.get(cell))
                    .map(|placed| placed.cell.text.as_str());
                let is_before =
                    |found: &InCell| (found.row, found.cell, found.range.end) <= (row, cell, start);
                let first = references.partition_point(is_before);
                let own = references.iter().skip(first);
                let own = own.take_while(|found| (found.row, found.cell) == (row, cell));
                let own = own.map(|found| (&found.range, Mark::Reference(found.number)));
                line.put(x, role, text.unwrap_or_default(), start..start + stretch.text.len(), own);
            }
            self.lines.push(line);
        }
    }
}

/// A reference in a cell.
struct InCell {
    row: usize,
    cell: usize,
    /// Its bytes in the text of the cell.
    range: Range<usize>,
    number: usize,
}

/// The references in a table. What is written in a cell may have marks that its text has not, so a reference is found by
/// its words: it is the same one of them, counted from the left.
fn in_cells(text: &str, references: &[Reference], table: Range<usize>, grid: &Grid) -> Vec<InCell> {
    let first = references.partition_point(|reference| reference.range.start < table.start);
    let inside = references.iter().enumerate().skip(first);
    let mut inside = inside.take_while(|(_, reference)| reference.range.end <= table.end).peekable();
    if inside.peek().is_none() {
        return Vec::new();
    }
    let written = |range: Range<usize>| text.get(range).unwrap_or_default();
    let sources = sources(written(table.clone()));
    let cells =
        (0..).zip(&sources).flat_map(|(row, cells)| (0..).zip(cells).map(move |(cell, at)| (row, cell, at)));
    let cells: Vec<(usize, usize, &Range<usize>)> = cells.collect();
    // Where the search goes on: the cell, and the bytes of the whole text and of the cell's own.
    let mut last = ((0, 0), table.start, 0);
    inside
        .filter_map(|(number, reference)| {
            let at = reference.range.start - table.start;
            let (row, cell, source) = cells.get(cells.partition_point(|(.., source)| source.end <= at))?;
            if last.0 != (*row, *cell) || last.1 == table.start {
                last = ((*row, *cell), table.start + source.start, 0);
            }
            let words = written(reference.range.clone());
            let before = written(last.1..reference.range.start).matches(words).count();
            let rest = grid.rows().get(*row)?.get(*cell)?.cell.text.get(last.2..)?;
            let (start, _) = rest.match_indices(words).nth(before)?;
            let range = last.2 + start..last.2 + start + words.len();
            last = (last.0, reference.range.end, range.end);
            Some(InCell { row: *row, cell: *cell, range, number })
        })
        .collect()
}
