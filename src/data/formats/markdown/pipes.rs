//! Tables whose columns are parted by `|`.

use super::inline::without_marks;
use crate::data::formats::print::{Cell, Flow};

/// Adds the table that these lines are, or the lines if they are none.
pub(super) fn read(lines: &[&str], flow: &mut Flow) {
    let Some(dashes) = lines.iter().position(|line| is_dashes(line)).filter(|at| *at < 2) else {
        for line in lines {
            flow.end();
            flow.text(&without_marks(line));
        }
        return;
    };
    flow.table();
    for (at, line) in lines.iter().enumerate() {
        if at == dashes {
            flow.head();
            continue;
        }
        flow.row();
        for cell in cells(line) {
            flow.cell(Cell::default());
            flow.text(&without_marks(&cell));
        }
    }
    flow.end_table();
}

/// Whether a line parts the head of a table from its rows: `|---|:-:|`.
pub(super) fn is_dashes(line: &str) -> bool {
    line.starts_with('|') && line.contains("--") && line.bytes().all(|b| b"|-: ".contains(&b))
}

/// The cells of a row; `\|` is a sign in a cell.
fn cells(line: &str) -> Vec<String> {
    let inside = line.trim().trim_start_matches('|');
    let inside = inside.strip_suffix('|').unwrap_or(inside);
    let mut cells = vec![String::new()];
    let mut is_escaped = false;
    for c in inside.chars() {
        match c {
            '|' if !is_escaped => cells.push(String::new()),
            _ => cells.iter_mut().rev().take(1).for_each(|cell| cell.push(c)),
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    cells
}
