//! The tables of a text as lines of plain text.

use crate::text::grid::{Block, Grid, Stretch, blocks};
use crate::text::{shown, width};

/// A text in lines, tables aligned however wide they are.
pub(in crate::report) fn with_tables(text: &str) -> String {
    let block = |block: Block| match block {
        Block::Lines(range) => crate::text::shown_lines(text.get(range).unwrap_or_default()),
        Block::Grid(_, grid) => aligned(&grid, usize::MAX).join("\n"),
    };
    blocks(text).into_iter().map(block).collect::<Vec<_>>().join("\n")
}

/// The lines of a table in at most `columns` cells, folded if it is wider.
pub(super) fn aligned(grid: &Grid, columns: usize) -> Vec<String> {
    grid.lay_out(columns).iter().map(|line| joined(line)).collect()
}

/// The lines of a table as they are read out: each value after its heading.
pub(super) fn folded(grid: &Grid, columns: usize) -> Vec<String> {
    grid.folded(columns).iter().map(|line| joined(line)).collect()
}

fn joined(line: &[Stretch<'_>]) -> String {
    let (mut out, mut end) = (String::new(), 0);
    for stretch in line {
        out.push_str(&" ".repeat(stretch.x.saturating_sub(end)));
        out.push_str(&shown(&stretch.text));
        end = stretch.x + width(&stretch.text);
    }
    out.truncate(out.trim_end().len());
    out
}
