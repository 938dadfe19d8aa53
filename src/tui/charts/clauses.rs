//! Which clause touches what, and what is missing? Clauses by the sectors that any of them names.

mod caption;
mod rows;

use super::caption::{nothing, rule, title};
use crate::explore::Role;
use crate::explore::Row;
use crate::explore::layout::{Area, window};
use crate::explore::{Pane, State};
use crate::insight::charts::{Column, Matrix};
use crate::model::{Clause, Collection, Kind, Part};
use crate::text;
use crate::tui::canvas::Canvas;

struct Scene<'a> {
    state: &'a State,
    area: Area,
    matrix: &'a Matrix,
    /// The column of the cursor.
    cursor: usize,
    /// Cells of the names, and from a column to the next.
    name: usize,
    pitch: usize,
    /// The first column in view, and how many are.
    first: usize,
    count: usize,
    /// Whether there is room for words and dates at the right.
    wide: bool,
}

/// The clause of a row.
fn clause(collection: &Collection, row: Row) -> Option<&Clause> {
    match row {
        Row::Item(item) => collection.dossier(item)?.clause(item.part),
        Row::Missing(_) => None,
    }
}

/// The names of the sectors of a clause.
fn sectors(collection: &Collection, row: Row) -> impl Iterator<Item = &str> {
    let ids = clause(collection, row).map(|clause| clause.sectors.as_slice()).unwrap_or_default();
    let dossier = collection.dossier(row.item());
    ids.iter().filter_map(move |id| match dossier?.find(id)? {
        Part::Sector(i) => dossier?.sector(i).map(|sector| sector.name.as_str()),
        _ => None,
    })
}

/// Draws the picture.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, area: Area) {
    let rows = &state.list(Pane::Clauses).rows;
    let Some(matrix) = state.list(Pane::Clauses).figures.matrix(state.collection()) else { return };
    let columns = &matrix.columns;
    title(canvas, area, "2", "Clauses", &counts(state));
    if rows.is_empty() {
        return nothing(canvas, area, Pane::Clauses.why_empty(state.open.totals.agreements));
    }
    if matrix.places.is_empty() {
        return nothing(canvas, area, "None of these agreements has clauses on record.");
    }
    let wide = area.width >= 68;
    let tail = if wide { 12 } else { 4 };
    let name = match area.width {
        98.. => (area.width * 2 / 5).min(56),
        58.. => area.width * 2 / 5,
        width => width / 2,
    };
    let room = area.width.saturating_sub(name + 2 + tail);
    let pitch = (room / columns.len().max(1)).clamp(2, 4);
    let count = (room / pitch).clamp(1, columns.len().max(1));
    let cursor = state.place.column.min(columns.len().saturating_sub(1));
    let first = window(columns.len(), count, cursor);
    let scene = Scene { state, area, matrix, cursor, name, pitch, first, count, wide };
    scene.draw(canvas);
}

fn counts(state: &State) -> Vec<String> {
    let clauses = state.list(Pane::Clauses).count(Kind::Clause);
    let (total, sectors) = (state.open.totals.clauses, state.open.totals.sectors);
    let number = if clauses < total {
        format!("{} of {}", text::thousands(clauses), text::count(total, "clause", "clauses"))
    } else {
        text::count(total, "clause", "clauses")
    };
    let crossed = format!("{number} × {}", text::count(sectors, "sector", "sectors"));
    let mut counts = vec![crossed.clone(), number];
    if let [dossier] = state.collection().dossiers()
        && let Some(leading) = dossier.leading().filter(|leading| leading.points.is_some())
    {
        let (held, points) = (leading.clauses.len(), leading.points.unwrap_or(0));
        let kind = leading.kind.map_or("agreement", |kind| kind.word());
        counts.insert(0, format!("{crossed} · {held} of {points} points of the {kind} on record"));
    }
    counts
}

impl Scene<'_> {
    fn draw(&self, canvas: &mut Canvas<'_>) {
        let area = self.area;
        let least = match area.height {
            0..4 => 0,
            4..9 => 1,
            9..16 => 3,
            height => height / 5,
        };
        let ruled = usize::from(area.height >= 9);
        let sums = usize::from(area.height >= 14);
        let stepped = self.count + 9 + least <= area.height;
        let leaders = match (self.matrix.columns.is_empty(), stepped) {
            (true, _) => 0,
            (false, true) => self.count,
            (false, false) => 1,
        };
        let (lines, places) = (&self.matrix.lines, &self.matrix.places);
        // What the matrix leaves over is for the caption, which is no higher than its words.
        let rest = area.height.saturating_sub(2 + leaders + lines.len() + sums + ruled);
        let caption = caption::rows(self).min(rest.max(least));
        let blank = usize::from(area.height >= 30 && stepped);
        let top = area.y + 1 + blank + leaders;
        let free = area.bottom().saturating_sub(top + caption + ruled + sums);
        // Blank rows between agreements are the first to go.
        let dense = lines.len() + sums > free;
        let shown = if dense { places.len() } else { lines.len() }.min(free);
        self.leaders(canvas, area.y + 1 + blank, leaders);
        match dense {
            true => self.rows(canvas, places, |place| Some(*place), top, shown),
            false => self.rows(canvas, lines, |line| *line, top, shown),
        }
        let airy = usize::from(sums > 0 && shown < free);
        let mut y = top + shown + airy;
        if sums > 0 {
            self.sums(canvas, y);
            y += 1;
        }
        if ruled > 0 && y + caption < area.bottom() {
            rule(canvas, area, y);
            y += 1;
        }
        caption::draw(canvas, self, Area { y, height: area.bottom().saturating_sub(y), ..area });
    }

    fn x(&self, column: usize) -> usize {
        self.area.x + self.name + 2 + column.saturating_sub(self.first) * self.pitch
    }

    /// The first column right of the matrix; on a narrow screen the last one of all, so that a count is not taken for one
    /// more sector.
    fn tail(&self) -> usize {
        match self.wide {
            true => self.x(self.first + self.count) - self.pitch + 4,
            false => self.area.right() - 1,
        }
    }

    fn in_view(&self) -> impl Iterator<Item = (usize, &Column)> {
        self.matrix.columns.iter().enumerate().skip(self.first).take(self.count)
    }

    /// Draws rows; `place` tells of a line which row it is, none for a blank.
    fn rows<T>(
        &self,
        canvas: &mut Canvas<'_>,
        lines: &[T],
        place: impl Fn(&T) -> Option<usize>,
        top: usize,
        shown: usize,
    ) {
        let selected = self.state.list(Pane::Clauses).selected;
        // A blank belongs to the row after it, so the lines are in the order of the rows.
        let before = |at: usize| lines.iter().skip(at).find_map(&place).is_some_and(|row| row < selected);
        let at = first_not(lines.len(), before);
        let first = window(lines.len(), shown, at.min(lines.len().saturating_sub(1)));
        for (y, line) in (top..).zip(lines.iter().skip(first).take(shown)) {
            let Some(place) = place(line) else { continue };
            let Some(row) = self.state.list(Pane::Clauses).rows.get(place).copied() else { continue };
            let Some(of) = self.state.collection().agreement(row.item()) else { continue };
            match (row, row.item()) {
                (Row::Missing(_), _) => self.missing_row(canvas, of, y),
                // Where the agreement's own line is above the view, its title takes the first one in view.
                _ if is_agreement(row) || (y == top && place != selected && shown > 3) => {
                    self.heading(canvas, of, y);
                }
                (row, item) => self.clause_row(canvas, row, item, y),
            }
            if place == selected {
                canvas.put(self.area.x, y, "▸", Role::Focus);
                canvas.select(self.area.x, y, self.name);
                if !self.matrix.columns.is_empty() && !is_agreement(row) {
                    canvas.select(self.x(self.cursor), y, 1);
                }
            }
        }
    }
}

/// The first of so many places of which something does not hold, where it holds of all before.
fn first_not(count: usize, holds: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) { low = middle + 1 } else { high = middle }
    }
    low
}

fn is_agreement(row: Row) -> bool {
    matches!(row, Row::Item(item) if matches!(item.part, Part::Agreement(_)))
}
