//! A table as it is read.

use crate::text::grid::{Cell, Grid};

/// An open table. `O` is the text around it, and around its open cell.
#[derive(Debug)]
pub(super) struct OpenTable<O> {
    outside: O,
    rows: Vec<Row>,
    open: Option<(Cell, O)>,
}

#[derive(Debug, Default)]
struct Row {
    cells: Vec<Cell>,
    /// Whether it has a cell that is not a heading.
    has_data: bool,
}

impl<O> OpenTable<O> {
    pub(super) fn new(outside: O) -> Self {
        Self { outside, rows: Vec::new(), open: None }
    }

    pub(super) fn begin_row(&mut self) {
        self.rows.push(Row::default());
    }

    /// Begins a cell, whose text is not read yet.
    pub(super) fn begin_cell(&mut self, is_header: bool, cell: Cell, outside: O) {
        if self.rows.is_empty() {
            self.begin_row();
        }
        if let Some(row) = self.rows.last_mut() {
            row.has_data |= !is_header;
        }
        self.open = Some((cell, outside));
    }

    /// Ends the open cell with its text; gives the text around it.
    pub(super) fn end_cell(&mut self, text: &mut String) -> Option<O> {
        let (cell, outside) = self.open.take()?;
        let cells = &mut self.rows.last_mut()?.cells;
        cells.push(Cell { text: std::mem::take(text), ..cell });
        Some(outside)
    }

    /// The table, and the text around it. Its header rows are the first ones that have only headings.
    pub(super) fn close(self) -> (Grid, O) {
        let headers = self.rows.iter().take_while(|row| !row.has_data).count();
        let rows = self.rows.into_iter().map(|row| row.cells).collect();
        (Grid::new(headers, rows), self.outside)
    }
}
