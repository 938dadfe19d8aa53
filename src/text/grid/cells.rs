//! The cells of a table, each in its columns and rows.

/// A cell as a file or a text has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What it says, one paragraph a line.
    pub text: String,
    /// How many columns it is wide, and how many rows high.
    pub columns: usize,
    /// See `columns`.
    pub rows: usize,
}

impl Cell {
    /// A cell of one column and one row.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), columns: 1, rows: 1 }
    }
}

/// A cell and the first of its columns, counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The first of its columns.
    pub column: usize,
    /// The cell. All runs of white space in its lines are one blank; no line is empty.
    pub cell: Cell,
}

impl Placed {
    /// The column after its last one.
    pub fn end(&self) -> usize {
        self.column.saturating_add(self.cell.columns)
    }
}

/// A table: rows of cells that do not overlap. Rows may be shorter than others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    headers: usize,
    rows: Vec<Vec<Placed>>,
}

/// What a row shows at some columns: a cell of its own, or one of a row above that reaches into it.
#[derive(Clone, Copy, Debug)]
pub struct Slot<'a> {
    /// The row in which the cell begins.
    pub row: usize,
    /// The cell.
    pub placed: &'a Placed,
}

impl Grid {
    /// A table of rows whose first `headers` are header rows. Each row has the cells that begin in it, as in HTML, and each
    /// cell goes to the first columns that no cell above reaches into. Cells that would overlap are made narrower; cells
    /// that would reach below the last row are made shorter; columns in which no cell begins and rows that nothing is in
    /// are left out. If spans are absurd (64 times as many places as there are cells), all are ignored.
    pub fn new(headers: usize, mut rows: Vec<Vec<Cell>>) -> Self {
        let cells: usize = rows.iter().map(Vec::len).sum();
        let limit = cells.saturating_mul(64).saturating_add(4096);
        let height = rows.len();
        let reach = |(row, cells): (usize, &Vec<Cell>)| -> usize {
            cells.iter().map(|cell| cell.rows.min(height - row)).fold(0, usize::saturating_add)
        };
        let high = rows.iter().enumerate().map(reach).fold(0, usize::saturating_add);
        if high > limit {
            rows.iter_mut().flatten().for_each(|cell| cell.rows = 1);
        }
        let grid = Self::placed(headers, rows);
        let area = |placed: &Placed| placed.cell.columns.saturating_mul(placed.cell.rows);
        if grid.rows.iter().flatten().map(area).fold(0, usize::saturating_add) <= limit {
            return grid;
        }
        let plain = |placed: Placed| Cell::new(placed.cell.text);
        let rows = grid.rows.into_iter().map(|row| row.into_iter().map(plain).collect());
        Self::placed(grid.headers, rows.collect())
    }

    fn placed(headers: usize, rows: Vec<Vec<Cell>>) -> Self {
        let mut grid = Self::default();
        let mut reaching: Vec<Reach> = Vec::new();
        let height = rows.len();
        for (number, cells) in rows.into_iter().enumerate() {
            if cells.is_empty() && reaching.is_empty() {
                continue;
            }
            grid.headers += usize::from(number < headers);
            let row = place(cells, height - number, &reaching);
            reaching = below(reaching, &row);
            grid.rows.push(row);
        }
        grid.leave_out_columns();
        grid
    }

    /// Leaves out the columns in which no cell begins.
    fn leave_out_columns(&mut self) {
        let mut begins: Vec<usize> = self.rows.iter().flatten().map(|placed| placed.column).collect();
        begins.sort_unstable();
        begins.dedup();
        for placed in self.rows.iter_mut().flatten() {
            let end = placed.end();
            placed.column = begins.partition_point(|begin| *begin < placed.column);
            placed.cell.columns = begins.partition_point(|begin| *begin < end) - placed.column;
        }
    }

    /// How many of the first rows are header rows.
    pub fn headers(&self) -> usize {
        self.headers
    }

    /// The cells that begin in each row.
    pub fn rows(&self) -> &[Vec<Placed>] {
        &self.rows
    }

    /// How many columns the table has.
    pub fn columns(&self) -> usize {
        self.rows.iter().flatten().map(Placed::end).max().unwrap_or(0)
    }

    /// What each row shows, from left to right: its own cells and those that reach into it from above.
    pub fn slots(&self) -> impl Iterator<Item = Vec<Slot<'_>>> {
        let mut reaching: Vec<Slot<'_>> = Vec::new();
        self.rows.iter().enumerate().map(move |(row, cells)| {
            let mut slots = std::mem::take(&mut reaching);
            slots.extend(cells.iter().map(|placed| Slot { row, placed }));
            slots.sort_by_key(|slot| slot.placed.column);
            reaching.extend(slots.iter().filter(|slot| slot.row + slot.placed.cell.rows > row + 1));
            slots
        })
    }
}

/// The columns that a cell reaches into, and for how many rows more.
#[derive(Clone, Copy)]
struct Reach {
    start: usize,
    end: usize,
    rows: usize,
}

/// The cells of a row in the columns that are free, with empty cells before columns that are not.
fn place(cells: Vec<Cell>, rows_left: usize, reaching: &[Reach]) -> Vec<Placed> {
    let mut row = Vec::with_capacity(cells.len());
    let mut taken = reaching.iter().peekable();
    let mut column = 0;
    for cell in cells {
        while let Some(reach) = taken.next_if(|reach| reach.start <= column) {
            column = reach.end;
        }
        let room = taken.peek().map_or(usize::MAX, |reach| reach.start - column);
        let columns = cell.columns.clamp(1, MAX_COLUMNS).min(room);
        let cell = Cell { text: clean(&cell.text), columns, rows: cell.rows.clamp(1, rows_left) };
        row.push(Placed { column, cell });
        column += columns;
    }
    for reach in taken {
        if reach.start > column {
            let cell = Cell { columns: reach.start - column, ..Cell::new("") };
            row.push(Placed { column, cell });
        }
        column = reach.end;
    }
    row
}

/// The widest cell of HTML.
const MAX_COLUMNS: usize = 1000;

/// What reaches into the next row, in the order of columns.
fn below(reaching: Vec<Reach>, row: &[Placed]) -> Vec<Reach> {
    let own = row.iter().map(|own| Reach { start: own.column, end: own.end(), rows: own.cell.rows });
    let mut next: Vec<Reach> = reaching
        .into_iter()
        .chain(own)
        .filter(|reach| reach.rows > 1)
        .map(|reach| Reach { rows: reach.rows - 1, ..reach })
        .collect();
    next.sort_by_key(|reach| reach.start);
    next
}

/// The lines of a text that say something, with single blanks.
fn clean(text: &str) -> String {
    let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let lines: Vec<String> = text.lines().map(words).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}
