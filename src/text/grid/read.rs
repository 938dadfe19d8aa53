//! Finds the tables of a text.

use super::cells::{Cell, Grid, Placed};
use std::borrow::Cow;
use std::ops::Range;

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Lines that are no table, as bytes of the text, without the line break after the last.
    Lines(Range<usize>),
    /// A table, and its bytes.
    Grid(Range<usize>, Grid),
}

/// The tables of a text and what is between them, in order.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut plain: Option<Range<usize>> = None;
    let mut lines = lines(text).peekable();
    while let Some(line) = lines.next() {
        let mut run = vec![line.clone()];
        if is_row(text.get(line).unwrap_or_default()) {
            while let Some(next) = lines.next_if(|next| is_row(text.get(next.clone()).unwrap_or_default())) {
                run.push(next);
            }
        }
        let range = run.first().map_or(0, |line| line.start)..run.last().map_or(0, |line| line.end);
        let rows: Vec<&str> = run.into_iter().filter_map(|line| text.get(line)).collect();
        match grid(&rows) {
            Some(grid) => {
                blocks.extend(plain.take().map(Block::Lines));
                blocks.push(Block::Grid(range, grid));
            }
            None => plain = Some(plain.map_or(range.start, |plain| plain.start)..range.end),
        }
    }
    blocks.extend(plain.map(Block::Lines));
    blocks
}

/// The lines of a text, as [`str::lines`] has them.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let from = start;
        start += line.len();
        let kept = line.strip_suffix('\n').map_or(line, |line| line.strip_suffix('\r').unwrap_or(line));
        from..from + kept.len()
    })
}

/// Whether a line can be a row of a table.
fn is_row(line: &str) -> bool {
    let Some(inside) = line.trim().strip_prefix('|').and_then(|line| line.strip_suffix('|')) else {
        return false;
    };
    inside.bytes().rev().take_while(|b| *b == b'\\').count() % 2 == 0
}

/// The table of these lines, if one of them is a line of dashes and there are others.
fn grid(lines: &[&str]) -> Option<Grid> {
    let headers =
        lines.iter().position(|line| is_row(line) && pieces(line).all(|(_, text)| is_dashes(text)))?;
    let rows = cells(lines.iter().enumerate().filter(|(at, _)| *at != headers).map(|(_, line)| *line));
    let rows: Vec<Vec<Cell>> =
        rows.into_iter().map(|row| row.into_iter().map(|(cell, _)| cell).collect()).collect();
    (!rows.is_empty()).then(|| Grid::new(headers, rows))
}

/// The cells that begin in each row, and where in its line each is written.
fn cells<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<Vec<(Cell, Range<usize>)>> {
    let mut rows: Vec<Vec<(Cell, Range<usize>)>> = Vec::new();
    // Where the cells that the next row may make higher are, by their first column.
    let mut above: Vec<(usize, usize, usize)> = Vec::new();
    for line in lines {
        let mut own: Vec<(Cell, Range<usize>)> = Vec::new();
        let mut reached: Vec<(usize, usize, usize)> = Vec::new();
        for (column, columns, at, text) in spans(line) {
            let found = above.binary_search_by_key(&column, |(column, ..)| *column).ok();
            let higher = found.and_then(|at| above.get(at)).filter(|_| text.trim() == "^^");
            let cell = higher.and_then(|(_, row, at)| rows.get_mut(*row)?.get_mut(*at));
            match (higher, cell.filter(|(cell, _)| cell.columns == columns)) {
                (Some(origin), Some((cell, _))) => {
                    cell.rows += 1;
                    reached.push(*origin);
                }
                _ => {
                    reached.push((column, rows.len(), own.len()));
                    own.push((Cell { text: unescaped(text), columns, rows: 1 }, at..at + text.len()));
                }
            }
        }
        above = reached;
        rows.push(own);
    }
    rows
}

/// Where the cells of a table are written, in the order of [`Grid::rows`], in bytes of the text of the table.
pub fn sources(table: &str) -> Vec<Vec<Range<usize>>> {
    let lines: Vec<Range<usize>> = lines(table).collect();
    let text = |line: &Range<usize>| table.get(line.clone()).unwrap_or_default();
    let dashes = lines.iter().position(|line| pieces(text(line)).all(|(_, text)| is_dashes(text)));
    let rows: Vec<&Range<usize>> =
        lines.iter().enumerate().filter(|(at, _)| Some(*at) != dashes).map(|(_, line)| line).collect();
    let cells = cells(rows.iter().map(|line| text(line)));
    let place = |start: usize, at: Range<usize>| start + at.start..start + at.end;
    rows.iter()
        .zip(cells)
        .map(|(line, cells)| cells.into_iter().map(|(_, at)| place(line.start, at)).collect())
        .collect()
}

/// The text with its tables as running words: cells between dots, rows between slashes.
pub fn running(text: &str) -> Cow<'_, str> {
    if !text.lines().any(is_row) {
        return Cow::Borrowed(text);
    }
    let row = |row: &Vec<Placed>| {
        let cells = row.iter().map(|placed| placed.cell.text.replace('\n', " "));
        cells.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    let block = |block: Block| match block {
        Block::Lines(range) => text.get(range).unwrap_or_default().to_owned(),
        Block::Grid(_, grid) => grid.rows().iter().map(row).collect::<Vec<_>>().join(" / "),
    };
    Cow::Owned(blocks(text).into_iter().map(block).collect::<Vec<_>>().join("\n"))
}

/// The cells of a row: first column, number of columns, where it is written, and what is written.
fn spans(line: &str) -> Vec<(usize, usize, usize, &str)> {
    let mut cells: Vec<(usize, usize, usize, &str)> = Vec::new();
    for (column, (at, piece)) in pieces(line).enumerate() {
        match cells.last_mut() {
            Some((_, columns, ..)) if piece.is_empty() => *columns += 1,
            _ => cells.push((column, 1, at, piece)),
        }
    }
    cells
}

/// What is between the `|` of a row, each with its first byte.
fn pieces(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = line.len() - line.trim_start().len() + 1;
    let inside = line.trim().strip_prefix('|').and_then(|line| line.strip_suffix('|')).unwrap_or_default();
    let mut is_escaped = false;
    let pieces = inside.split(move |c: char| {
        let ends = c == '|' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        ends
    });
    pieces.scan(start, |next, piece| {
        let at = *next;
        *next += piece.len() + 1;
        Some((at, piece))
    })
}

/// Whether a cell of this text is part of a line of dashes.
pub(super) fn is_dashes(text: &str) -> bool {
    let text = text.trim();
    let dashes = text.trim_start_matches(':').trim_end_matches(':');
    let colons = text.len() - dashes.len();
    !dashes.is_empty() && dashes.bytes().all(|b| b == b'-') && colons < 3 && (colons > 0 || dashes.len() > 2)
}

/// Whether a backslash before this character belongs to the notation.
pub(super) fn is_escapable(c: char) -> bool {
    matches!(c, '|' | '\\' | '<' | '^' | '-' | ':')
}

/// The length of the line break of HTML that a text starts with.
pub(super) fn break_mark(text: &str) -> Option<usize> {
    let start = text.get(..3).filter(|start| start.eq_ignore_ascii_case("<br"))?;
    let rest = text.get(start.len()..)?;
    let close = rest.trim_start_matches(' ');
    let close = close.strip_prefix('/').unwrap_or(close).strip_prefix('>')?;
    Some(text.len() - close.len())
}

/// What the text of a cell says.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut before = ' ';
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        let next = after.chars().next().unwrap_or(' ');
        if let Some(length) = break_mark(rest) {
            out.push('\n');
            rest = rest.get(length..).unwrap_or_default();
            before = ' ';
            continue;
        }
        rest = after;
        match c {
            '\\' if is_escapable(next) => {
                out.push(next);
                rest = after.get(next.len_utf8()..).unwrap_or_default();
                before = next;
                continue;
            }
            '\\' if before.is_whitespace() && next.is_whitespace() => out.push('\n'),
            c => out.push(c),
        }
        before = c;
    }
    out
}
