//! Tables: of figures, of points, and those that only place text on a page.

use crate::data::documents::{Line, Piece, Role};
use crate::text::grid;

/// Spans beyond this are an error of the file.
const WIDEST: usize = 200;

/// A cell with more letters than this holds text, not a value.
const LARGEST: usize = 1500;

/// The fewest letters in a cell of a column of text.
const LONG: usize = 60;

/// A cell as it begins.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::data::formats) struct Cell {
    /// How many columns it takes; 0 for one.
    pub(in crate::data::formats) columns: usize,
    /// How many rows it takes; 0 for one.
    pub(in crate::data::formats) rows: usize,
    /// Whether it only makes the cell above it higher.
    pub(in crate::data::formats) is_continued: bool,
}

struct Filled {
    cell: Cell,
    pieces: Vec<Piece>,
}

/// A table while it is being read.
#[derive(Default)]
pub(super) struct Table {
    rows: Vec<Vec<Filled>>,
    /// How many rows are its head.
    head: usize,
    /// What comes before the first cell, such as its caption.
    before: Vec<Piece>,
}

impl Table {
    pub(super) fn row(&mut self) {
        if self.rows.last().is_none_or(|row| !row.is_empty()) {
            self.rows.push(Vec::new());
        }
    }

    pub(super) fn cell(&mut self, cell: Cell) {
        if self.rows.is_empty() {
            self.rows.push(Vec::new());
        }
        if let Some(row) = self.rows.last_mut() {
            row.push(Filled { cell, pieces: Vec::new() });
        }
    }

    pub(super) fn change_cell(&mut self, cell: Cell) {
        if let Some(filled) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            filled.cell = cell;
        }
    }

    pub(super) fn head_row(&mut self) {
        self.head = self.rows.len();
    }

    /// Takes the row that is open away.
    pub(super) fn drop_row(&mut self) {
        self.rows.pop();
    }

    pub(super) fn head(&mut self) {
        self.head = self.rows.iter().filter(|row| !row.is_empty()).count();
    }

    /// Where the pieces of the cell that is open go.
    pub(super) fn pieces(&mut self) -> &mut Vec<Piece> {
        match self.rows.last_mut().and_then(|row| row.last_mut()) {
            Some(filled) => &mut filled.pieces,
            None => &mut self.before,
        }
    }

    /// The table as it is read: a grid, the points of a list, or text that was only placed by it.
    pub(super) fn into_pieces(mut self) -> Vec<Piece> {
        self.rows.retain(|row| row.iter().any(|filled| !filled.pieces.is_empty()));
        let mut out = std::mem::take(&mut self.before);
        let widest = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        match widest {
            0 => {}
            1 => out.extend(self.by_rows()),
            // One row compares nothing.
            _ if self.rows.len() == 1 && !self.is_of_points() => out.extend(self.by_rows()),
            _ if self.is_of_points() => out.extend(self.points()),
            2 | 3 if self.is_of_texts(widest) => out.extend(self.by_columns(widest)),
            _ if self.is_layout() => out.extend(self.by_rows()),
            _ => out.push(Piece::Table(self.grid())),
        }
        out
    }

    fn filled(&self) -> impl Iterator<Item = &Filled> {
        self.rows.iter().flatten()
    }

    /// Whether it only places text: a cell of it holds more than a value.
    fn is_layout(&self) -> bool {
        self.filled().any(|filled| {
            let is_more = |piece: &Piece| match piece {
                Piece::Line(line) => matches!(line.role, Role::Heading(_)),
                Piece::Table(_) | Piece::Page(_) => true,
                Piece::Blank => false,
            };
            filled.pieces.iter().any(is_more) || letters(filled) > LARGEST
        })
    }

    /// Whether each row is a mark, such as `(a)`, and a text.
    fn is_of_points(&self) -> bool {
        self.rows.iter().all(|row| {
            let mut filled = row.iter().filter(|filled| !filled.pieces.is_empty());
            let mark = filled.next().and_then(only_line).is_some_and(is_mark);
            mark && filled.next().is_some() && filled.next().is_none()
        })
    }

    fn points(self) -> Vec<Piece> {
        let mut out = Vec::new();
        for row in self.rows {
            let mut filled = row.into_iter().filter(|filled| !filled.pieces.is_empty());
            let mark = filled.next().as_ref().and_then(only_line).unwrap_or_default().to_owned();
            let mut pieces = filled.next().map(|filled| filled.pieces).unwrap_or_default();
            match pieces.first_mut() {
                Some(Piece::Line(line)) if matches!(line.role, Role::Paragraph | Role::Printed) => {
                    line.text = format!("{mark} {}", line.text);
                    line.role = if line.role == Role::Paragraph { Role::Item } else { Role::Printed };
                }
                Some(Piece::Line(line)) => line.text = format!("{mark} {}", line.text),
                _ => out.push(Piece::Line(Line { text: mark, role: Role::Paragraph })),
            }
            out.append(&mut pieces);
        }
        out
    }

    /// Whether each column is a text of its own, as where two languages face each other: cells of sentences, and no
    /// column much longer than another.
    fn is_of_texts(&self, columns: usize) -> bool {
        let is_whole = |row: &Vec<Filled>| row.len() == columns && row.iter().all(|f| f.cell.columns <= 1);
        let rows: Vec<_> = self.rows.iter().filter(|row| is_whole(row)).collect();
        if rows.len() * 5 < self.rows.len() * 4 || rows.is_empty() {
            return false;
        }
        let column = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(weight).sum::<usize>();
        let all: Vec<usize> = (0..columns).map(column).collect();
        let (least, most) = (all.iter().min().copied().unwrap_or(0), all.iter().max().copied().unwrap_or(0));
        least >= LONG * rows.len() && most <= least * 5 / 2
    }

    /// The text of the first column, then that of the next. A row of another width ends them.
    fn by_columns(self, columns: usize) -> Vec<Piece> {
        let (mut out, mut texts) = (Vec::new(), vec![Vec::new(); columns]);
        for row in self.rows {
            if row.len() == columns {
                for (text, filled) in texts.iter_mut().zip(row) {
                    text.extend(filled.pieces);
                }
            } else {
                out.extend(texts.iter_mut().flat_map(std::mem::take));
                out.extend(row.into_iter().flat_map(|filled| filled.pieces));
            }
        }
        out.extend(texts.into_iter().flatten());
        out
    }

    fn by_rows(self) -> impl Iterator<Item = Piece> {
        self.rows.into_iter().flatten().flat_map(|filled| filled.pieces)
    }

    /// Makes cells higher by those that only continue them.
    fn join_continued(&mut self) {
        // For each column, the row and the place of the cell that the last row has there.
        let mut above: Vec<Option<(usize, usize)>> = Vec::new();
        for at in 0..self.rows.len() {
            let mut here = Vec::new();
            let cells: Vec<Cell> =
                self.rows.get(at).into_iter().flatten().map(|filled| filled.cell).collect();
            for (place, cell) in cells.iter().enumerate() {
                let owner = above.get(here.len()).copied().flatten().filter(|_| cell.is_continued);
                if let Some((row, place)) = owner
                    && let Some(filled) = self.rows.get_mut(row).and_then(|row| row.get_mut(place))
                {
                    filled.cell.rows = at + 1 - row;
                }
                let owner = owner.unwrap_or((at, place));
                here.extend(std::iter::repeat_n(Some(owner), cell.columns.clamp(1, WIDEST)));
            }
            above = here;
        }
        for row in &mut self.rows {
            row.retain(|filled| !filled.cell.is_continued);
        }
    }

    fn grid(mut self) -> String {
        self.join_continued();
        let head = self.head;
        let cell = |filled: Filled| grid::Cell {
            text: text(&filled),
            columns: filled.cell.columns.clamp(1, WIDEST),
            rows: filled.cell.rows.max(1),
        };
        let rows = self.rows.into_iter().map(|row| row.into_iter().map(cell).collect());
        grid::Grid::new(head, rows.collect()).to_string()
    }
}

/// The text of a cell, with line breaks between its lines.
fn text(filled: &Filled) -> String {
    let lines = filled.pieces.iter().filter_map(|piece| match piece {
        Piece::Line(line) => Some(line.text.as_str()),
        _ => None,
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn only_line(filled: &Filled) -> Option<&str> {
    match filled.pieces.as_slice() {
        [Piece::Line(line)] => Some(&line.text),
        _ => None,
    }
}

/// Whether a text is the mark of a point: `(a)`, `1.`, `iv)`, `—`.
fn is_mark(text: &str) -> bool {
    let inside = text.trim_matches(['(', ')', '.', '[', ']', '°']);
    let is_label = inside.chars().count() <= 5 && inside.chars().all(|c| c.is_alphanumeric() || c == '.');
    (is_label && inside.len() < text.len()) || ["-", "–", "—", "•", "·", "*", "o"].contains(&text)
}

fn letters(filled: &Filled) -> usize {
    lines(filled).map(str::len).sum()
}

/// How much a cell says; a sign of Chinese or Japanese says as much as three letters.
fn weight(filled: &Filled) -> usize {
    let of = |c: char| if ('\u{2e80}'..'\u{e000}').contains(&c) { 3 } else { 1 };
    lines(filled).flat_map(str::chars).map(of).sum()
}

fn lines(filled: &Filled) -> impl Iterator<Item = &str> {
    filled.pieces.iter().filter_map(|piece| match piece {
        Piece::Line(line) => Some(line.text.as_str()),
        Piece::Table(text) => Some(text),
        Piece::Blank | Piece::Page(_) => None,
    })
}
