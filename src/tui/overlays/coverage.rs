//! Draws the coverage: subjects down and agreements across, or two passages side by side.

use crate::explore::layout::{Area, window};
use crate::explore::overlays::{CoverageTable, GAP, Panel, half};
use crate::explore::{Role, State, Target, so_far, verdict};
use crate::insight::Coverage;
use crate::model::{ItemId, Kind};
use crate::text::{count, cut, thousands, width};
use crate::tui::canvas::Canvas;
use crate::tui::frame::heading;
use std::ops::Range;

/// The width of an agreement's column: its year and a space.
const CELLS: usize = 5;

/// Draws the matrix, or the passages opened from it.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, open: &CoverageTable) {
    let area = state.layout.body();
    canvas.clear(0, area.y, state.layout.columns, state.layout.rows.saturating_sub(area.y));
    match open.beside {
        Some(other) => passages(canvas, area, state, open, other),
        None => matrix(canvas, area, state, open),
    }
}

/// The part of the matrix in view.
struct Grid {
    /// The width of the names of the subjects.
    names: usize,
    /// The rows and the columns in view.
    rows: Range<usize>,
    columns: Range<usize>,
}

impl Grid {
    fn new(area: Area, coverage: &Coverage, open: &CoverageTable) -> Self {
        /// The rows of the heading, the years and the lines about the cell under the cursor.
        const AROUND: usize = 6;
        let longest = coverage.subjects.iter().map(|s| width(s)).max().unwrap_or(0);
        let names = longest.min(area.width / 3) + 2;
        let (down, across) = (coverage.subjects.len(), coverage.agreements.len());
        let fit = ((area.width.saturating_sub(names)) / CELLS).clamp(1, across.max(1));
        let shown = area.height.saturating_sub(AROUND).clamp(1, down.max(1));
        let (top, left) = (window(down, shown, open.row), window(across, fit, open.column));
        Self { names, rows: top..(top + shown).min(down), columns: left..(left + fit).min(across) }
    }

    /// How many subjects and agreements there are, and which of them are in view, from the fullest wording to the shortest.
    fn counts(&self, down: usize, across: usize) -> Vec<String> {
        let (rows, columns) = (shown_of(&self.rows, down), shown_of(&self.columns, across));
        let subjects = if down == 1 { "subject" } else { "subjects" };
        let agreements = if across == 1 { "agreement" } else { "agreements" };
        vec![
            format!("{rows} {subjects} × {columns} {agreements}"),
            format!("{rows} × {columns}"),
            format!("{} × {}", thousands(down), thousands(across)),
        ]
    }
}

/// Which of `all` are in view: `3–12 of 35`, or just `35` if all are.
fn shown_of(range: &Range<usize>, all: usize) -> String {
    if range.len() == all {
        return thousands(all);
    }
    format!("{}–{} of {}", thousands(range.start + 1), thousands(range.end), thousands(all))
}

fn matrix(canvas: &mut Canvas<'_>, area: Area, state: &State, open: &CoverageTable) {
    let coverage = &open.coverage;
    let grid = Grid::new(area, coverage, open);
    let (down, across) = (coverage.subjects.len(), coverage.agreements.len());
    heading(canvas, area, "", &[open.title()], &grid.counts(down, across), true);
    if down == 0 || across == 0 {
        let words = verdict(so_far(state).as_deref(), "No agreements in these files.").into_owned();
        canvas.put_cut(area.x + 2, area.y + 1, &words, Role::Quiet, area.width);
        return;
    }
    years(canvas, area, state, coverage, &grid);
    for (y, row) in (area.y + 2..area.bottom()).zip(grid.rows.clone()) {
        let here = row == open.row;
        let name = coverage.subjects.get(row).map(String::as_str).unwrap_or_default();
        let role = if here { Role::Strong } else { Role::Text };
        canvas.put_cut(area.x, y, name, role, grid.names.saturating_sub(2));
        for (i, column) in grid.columns.clone().enumerate() {
            let x = area.x + grid.names + i * CELLS;
            canvas.hit(Area::row(x, y, CELLS - 1), Target::Cell { row, column });
            match coverage.cell(row, column).len() {
                0 => canvas.put_right(x + 2, y, "·", Role::Rule),
                n => canvas.put_right(x + 2, y, &thousands(n), Role::Strong),
            }
            if here && column == open.column {
                canvas.select(x, y, CELLS - 1);
            }
        }
    }
    let y = area.y + 2 + grid.rows.len();
    under_cursor(canvas, Area { y, height: area.bottom().saturating_sub(y), ..area }, state, open);
}

/// Draws the year of each agreement, unless it is that of the one before.
fn years(canvas: &mut Canvas<'_>, area: Area, state: &State, coverage: &Coverage, grid: &Grid) {
    let mut before = None;
    for (i, column) in grid.columns.clone().enumerate() {
        let date = coverage.agreements.get(column).and_then(|item| state.collection().date(*item));
        let year = date.map_or_else(|| "?".to_owned(), |d| d.year().to_string());
        if before.as_ref() != Some(&year) {
            canvas.put(area.x + grid.names + i * CELLS, area.y + 1, &year, Role::Quiet);
        }
        before = Some(year);
    }
}

/// Draws what the cursor is on: the agreement, the passages of the cell, and the subject.
fn under_cursor(canvas: &mut Canvas<'_>, area: Area, state: &State, open: &CoverageTable) {
    let coverage = &open.coverage;
    let Some(agreement) = coverage.agreements.get(open.column) else { return };
    let subject = coverage.subjects.get(open.row).map(String::as_str).unwrap_or_default();
    let passages = coverage.cell(open.row, open.column);
    let date = state.collection().item(*agreement).map(|item| item.shown_date()).unwrap_or_default();
    let found = match passages.first() {
        None => "nothing on record here".to_owned(),
        Some(first) => {
            let what = if first.kind() == Kind::Agreement {
                "named by the agreement as a whole"
            } else {
                title(state, *first)
            };
            format!("{}: {what}", count(passages.len(), "passage", "passages"))
        }
    };
    let on = count(coverage.agreements_on(open.row), "agreement has", "agreements have");
    let lines = [
        (format!("{}  {date}", title(state, *agreement)), Role::Strong),
        (found, Role::Text),
        (format!("{subject}: {on} a passage on it"), Role::Quiet),
    ];
    for (y, (words, role)) in (area.y + 1..area.bottom()).zip(lines) {
        canvas.put_cut(area.x, y, &words, role, area.width);
    }
}

fn title(state: &State, item: ItemId) -> &str {
    state.collection().title(item).unwrap_or_default()
}

/// Draws the passages of the cell beside those of another agreement on the subject.
fn passages(canvas: &mut Canvas<'_>, area: Area, state: &State, open: &CoverageTable, other: usize) {
    heading(canvas, area, "", &[open.title()], &["two agreements side by side"], true);
    let half = half(area);
    for (i, column) in [open.column, other].into_iter().enumerate() {
        let part = Area {
            x: area.x + i * (half + GAP),
            y: area.y + 1,
            width: half,
            height: area.height.saturating_sub(1),
        };
        one(canvas, part, state, open, column);
    }
    for y in area.y + 1..area.bottom() {
        canvas.put(area.x + half + 1, y, "│", Role::Rule);
    }
}

/// Draws the title and date of an agreement, and its passages on the subject.
fn one(canvas: &mut Canvas<'_>, area: Area, state: &State, open: &CoverageTable, column: usize) {
    let Some(agreement) = open.coverage.agreements.get(column) else { return };
    let date = state.collection().date(*agreement).map(|d| d.shown()).unwrap_or_default();
    let name = cut(title(state, *agreement), area.width.saturating_sub(width(&date) + 2), "…");
    canvas.put(area.x, area.y, &name, Role::Strong);
    canvas.put_right(area.right() - 1, area.y, &date, Role::Quiet);
    let lines = open.lines(state.collection(), column, area.width);
    for (y, (words, role)) in (area.y + 2..area.bottom()).zip(lines.iter().skip(open.scroll)) {
        canvas.put_cut(area.x, y, words, *role, area.width);
    }
}
