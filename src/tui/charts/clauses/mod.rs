//! Which clauses touch what, and what is missing? Clauses × the sectors that they name.

mod caption;
mod rows;
mod scene;

use super::caption::{empty, nothing};
use super::rows::{Part, Rows};
use super::steps;
use crate::explore::layout::{Area, Class, Share, window};
use crate::explore::{Pane, Role, Row, State, Target};
use crate::insight::Lacking;
use crate::insight::charts::Line;
use crate::model::Kind;
use crate::text;
use crate::tui::canvas::Canvas;
use crate::tui::frame::pane_heading;
use scene::Scene;

/// Draws the chart.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, area: Area) {
    let rows = &state.list(Pane::Clauses).rows;
    let Some(matrix) = state.list(Pane::Clauses).figures.matrix(state.collection()) else { return };
    let columns = &matrix.columns;
    pane_heading(canvas, area, Pane::Clauses, &[Pane::Clauses.title()], &counts(state), true);
    if rows.is_empty() {
        return empty(canvas, area, Pane::Clauses, state.open.totals.agreements);
    }
    if matrix.places.is_empty() {
        return nothing(canvas, area, &Lacking::Clauses.words());
    }
    if columns.is_empty() {
        let clauses = text::count(state.list(Pane::Clauses).count(Kind::Clause), "clause", "clauses");
        let words = format!(
            "{clauses}, none of which names a sector. The field sectors of a clause or an agreement does; accords coverage counts the topics in their words."
        );
        return nothing(canvas, area, &words);
    }
    let name = match state.layout.class() {
        Class::Small => area.width / 2,
        _ => (area.width * 2 / 5).min(56),
    };
    // Words and dates at the right, if that leaves two fifths to the columns.
    let wide = Share(2, 5).is_left(area.width, name + 2 + 12);
    let tail = if wide { 12 } else { 4 };
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
    let number = text::count_of(clauses, total, "clause", "clauses");
    let crossed = format!("{number} × {}", text::count(sectors, "sector", "sectors"));
    let mut counts = vec![crossed.clone(), number];
    if let [dossier] = state.collection().dossiers()
        && let Some(leading) = dossier.leading().filter(|leading| leading.points.is_some())
    {
        let (held, points) = (leading.clauses.len(), leading.points.unwrap_or(0));
        let kind = leading.kind_word().unwrap_or("agreement");
        counts.insert(0, format!("{crossed} · {held} of {points} points of the {kind} on record"));
    }
    counts
}

/// How the rows are distributed.
struct Plan {
    /// Rows for the names of the columns.
    leaders: usize,
    /// Rows for clauses and agreements.
    list: usize,
    /// Blank rows between agreements.
    blanks: usize,
    sums: usize,
    rule: usize,
    /// Blank rows below the heading and above the sums.
    gaps: (usize, usize),
    legend: usize,
}

impl Plan {
    /// Distributes the rows of an area in this order: what identifies the selected clause, the clauses, a row for the
    /// names of the columns, the caption, and blank rows, `blanks` of them between agreements.
    fn new(area: Area, steps: usize, clauses: usize, blanks: usize, caption: usize) -> Self {
        let mut rows = Rows::of(area);
        let (mut list, mut caption) = (Part::of(clauses), Part::of(caption));
        let _heading = rows.take(1);
        let mut leaders = rows.take(steps.min(1));
        rows.give(&mut list, 1);
        rows.give(&mut caption, 1);
        rows.give(&mut list, 2);
        let rule = rows.take(1);
        rows.give(&mut caption, 2);
        rows.give(&mut list, 3);
        let (sums, legend) = (rows.take(1), rows.take(1));
        leaders += rows.take_all(steps.saturating_sub(1));
        rows.give(&mut list, 2);
        rows.give(&mut caption, 1);
        rows.give(&mut list, clauses);
        rows.give(&mut caption, usize::MAX);
        let blanks = rows.take_all(blanks);
        let above_sums = rows.take(1);
        Self { leaders, list: list.rows, blanks, sums, rule, gaps: (rows.take(1), above_sums), legend }
    }
}

impl Scene<'_> {
    fn draw(&self, canvas: &mut Canvas<'_>) {
        let lines = &self.matrix.lines;
        let blanks = lines.len() - self.matrix.places.len();
        let columns = if self.matrix.columns.is_empty() { 0 } else { self.count };
        let Plan { leaders, list, blanks, sums, rule, gaps, legend } = Plan::new(
            self.area,
            steps::rows(columns),
            lines.len() - blanks,
            blanks,
            self.caption_rows(canvas),
        );
        let area = self.area;
        let mut y = area.y + 1 + gaps.0;
        self.leaders(canvas, y, leaders);
        y += leaders;
        self.rows(canvas, y, list + blanks);
        y += list + blanks + gaps.1;
        if sums > 0 {
            self.sums(canvas, y);
        }
        y += sums;
        if rule > 0 && canvas.has_cursor() {
            super::caption::rule_below(canvas, area, y, self.rows_in_view(list + blanks));
        }
        y += rule;
        let end = if canvas.has_cursor() { area.bottom() - legend } else { y };
        if canvas.has_cursor() {
            caption::draw(canvas, self, Area { y, height: end.saturating_sub(y), ..area });
        }
        if legend > 0 {
            self.legend(canvas, end);
        }
    }

    /// The rows that the caption can use.
    fn caption_rows(&self, canvas: &Canvas<'_>) -> usize {
        if canvas.has_cursor() { caption::rows(self) } else { 0 }
    }

    /// The place of the agreement to which the row at a place belongs.
    fn agreement_above(&self, place: usize) -> usize {
        let mut rows = self.state.list(Pane::Clauses).rows.iter().take(place + 1);
        rows.rposition(|row| is_agreement(*row)).unwrap_or(place)
    }

    /// The first line in view, how many are, and how many there are.
    fn rows_in_view(&self, shown: usize) -> (usize, usize, usize) {
        let all = self.matrix.lines.len();
        let at = self.matrix.line_of(self.state.list(Pane::Clauses).selected).unwrap_or(0);
        (window(all, shown, at), shown, all)
    }

    fn rows(&self, canvas: &mut Canvas<'_>, top: usize, shown: usize) {
        let (list, matrix) = (self.state.list(Pane::Clauses), self.matrix);
        let at = matrix.line_of(list.selected).unwrap_or(0);
        let (first, ..) = self.rows_in_view(shown);
        for (i, line) in matrix.lines.iter().enumerate().skip(first).take(shown) {
            let (y, here) = (top + i - first, canvas.has_cursor() && i == at);
            match *line {
                Line::Blank => {}
                Line::Silent(place, count) => self.silent(canvas, y, (place, count), here),
                Line::Row(place) => {
                    let is_item = matches!(list.rows.get(place), Some(Row::Item(_)));
                    // If the agreement's own line is above the view, its title takes the first one in view.
                    let takes_title = is_item && y == top && !here && shown > 3;
                    let place = if takes_title { self.agreement_above(place) } else { place };
                    self.row(canvas, place, y, here);
                }
            }
        }
    }

    fn row(&self, canvas: &mut Canvas<'_>, place: usize, y: usize, here: bool) {
        let list = self.state.list(Pane::Clauses);
        let Some(row) = list.rows.get(place).copied() else { return };
        let Some(of) = self.state.collection().agreement(row.item()) else { return };
        canvas.hit(Area::row(self.area.x, y, self.area.width), Target::Row(Pane::Clauses, place));
        match row {
            _ if is_agreement(row) => self.heading(canvas, of, y),
            Row::Missing(_) => self.missing_row(canvas, of, y),
            Row::Item(item) | Row::Folded(item, _) | Row::Folder(item, _) => {
                self.clause_row(canvas, row, item, y)
            }
        }
        for (column, _) in self.in_view().filter(|_| !is_agreement(row)) {
            canvas.hit(Area::row(self.x(column), y, 1), Target::Cell { row: place, column });
        }
        if here {
            canvas.put(self.area.x, y, "▸", Role::Focus);
            canvas.select(self.area.x, y, self.name);
            if !self.matrix.columns.is_empty() && !is_agreement(row) {
                canvas.select(self.x(self.cursor), y, 1);
            }
        }
    }
}

fn is_agreement(row: Row) -> bool {
    matches!(row, Row::Item(item) if item.kind() == Kind::Agreement)
}
