//! The rows of the sectors chart: years, sectors, sums, and the legend.

use super::scene::Scene;
use crate::explore::layout::Area;
use crate::explore::{Pane, Role, Target};
use crate::model::Date;
use crate::text;
use crate::tui::canvas::Canvas;
use crate::tui::charts::legend;
use crate::tui::charts::shade::{self, Spot};

/// The width that the legend may need.
const LEGEND: usize = 52;

impl Scene<'_> {
    pub(super) fn header(&self, canvas: &mut Canvas<'_>, y: usize) {
        for (column, year) in self.in_view() {
            let role = match (canvas.has_cursor() && column == self.cursor, year % 5) {
                (true, _) => Role::Focus,
                (false, 0) => Role::Text,
                _ => Role::Quiet,
            };
            let first = column == self.columns.first;
            let words = if first { year.to_string() } else { format!("{:02}", year % 100) };
            canvas.put_right(self.cell_end(column), y, &words, role);
        }
        if self.columns.first > 0 {
            canvas.put(self.cell_end(self.columns.first).saturating_sub(5), y, "←", Role::Quiet);
        }
        let end = self.columns.first + self.columns.count;
        if end < self.years.len() && self.columns.total > 0 {
            canvas.put(self.cell_end(end - 1) + 1, y, "→", Role::Quiet);
        }
        let last = ["last dated", "last"].into_iter().find(|words| text::width(words) < self.columns.last);
        let words = [Some("no date"), Some("facts"), last];
        for ((end, width), words) in self.right_ends().into_iter().zip(words) {
            if let Some(words) = words.filter(|words| text::width(words) < width) {
                canvas.put_right(end, y, words, Role::Quiet);
            }
        }
    }

    pub(super) fn row(&self, canvas: &mut Canvas<'_>, place: usize, y: usize, here: bool) {
        let Some(row) = self.state.list(Pane::Sectors).rows.get(place) else { return };
        let name = self.state.collection().title(row.item()).unwrap_or_default();
        let (x, room) = (self.area.x, self.columns.name.saturating_sub(3));
        canvas.put_cut(x + 2, y, name, if here { Role::Strong } else { Role::Text }, room);
        if here {
            canvas.put(x, y, "▸", Role::Focus);
        }
        canvas.hit(Area::row(x, y, self.area.width), Target::Row(Pane::Sectors, place));
        let facts = self.heat.of_sector(row.item());
        for (column, year) in self.in_view() {
            let count = facts.years.get(&year).copied().unwrap_or(0);
            self.cell(canvas, (place, column), y, count, here && column == self.cursor);
        }
        let [undated, total, last] = self.right_ends();
        if undated.1 > 0 {
            self.number(canvas, undated.0, y, facts.undated, Role::Text);
        }
        if total.1 > 0 {
            self.number(canvas, total.0, y, facts.total, if here { Role::Strong } else { Role::Text });
        }
        if last.1 > 0 {
            self.last(canvas, last, y, facts.last);
        }
    }

    fn cell(&self, canvas: &mut Canvas<'_>, of: (usize, usize), y: usize, count: usize, here: bool) {
        let (row, column) = of;
        let (end, width) = (self.cell_end(column), shade::width(self.heat.most));
        canvas.hit(Area::row(end + 1 - width, y, width), Target::Cell { row, column });
        shade::cell(canvas, Spot { end, y, width }, count, &self.shades, here);
    }

    fn number(&self, canvas: &mut Canvas<'_>, end: usize, y: usize, count: usize, role: Role) {
        match count {
            0 => canvas.put_right(end, y, "·", Role::Rule),
            count => canvas.put_right(end, y, &text::thousands(count), role),
        }
    }

    /// The date of the last fact, bright if it is older than the last year.
    fn last(&self, canvas: &mut Canvas<'_>, place: (usize, usize), y: usize, last: Option<Date>) {
        let Some(last) = last else { return canvas.put_right(place.0, y, "·", Role::Rule) };
        let recent = self.years.last().is_some_and(|end| last.ends().year + 1 >= *end);
        let whole = last.shown();
        let words = if text::width(&whole) < place.1 { whole } else { last.ends().year.to_string() };
        canvas.put_right(place.0, y, &words, if recent { Role::Quiet } else { Role::Text });
    }

    pub(super) fn sums(&self, canvas: &mut Canvas<'_>, y: usize) {
        canvas.put_cut(self.area.x + 2, y, "facts a year", Role::Quiet, self.columns.name.saturating_sub(3));
        for (column, year) in self.in_view() {
            let sum = self.heat.sums.get(&year).copied().unwrap_or(0);
            // A sum has no shade, so it may also use the space between the columns.
            self.number(canvas, self.cell_end(column), y, sum, Role::Text);
        }
        let [undated, total, _] = self.right_ends();
        if undated.1 > 0 {
            self.number(canvas, undated.0, y, self.heat.undated, Role::Text);
        }
        if total.1 > 0 {
            self.number(canvas, total.0, y, self.heat.total, Role::Strong);
        }
    }

    pub(super) fn legend(&self, canvas: &mut Canvas<'_>, y: usize) {
        let right = self.area.right();
        let indent = if self.columns.name + LEGEND <= self.area.width { self.columns.name + 1 } else { 2 };
        let x = self.area.x + indent;
        let at = shade::legend(canvas, x, y, right.saturating_sub(x), &self.shades, "facts");
        let unknown = if self.columns.undated > 0 { "bright date: nothing for a year" } else { "" };
        let room = Area::row(at, y, right.saturating_sub(at + text::width(unknown) + 3));
        legend::draw(canvas, room, &[("·", Role::Rule, "none on record")]);
        if at + text::width("· none on record") + 3 + text::width(unknown) <= right {
            canvas.put_right(right - 1, y, unknown, Role::Quiet);
        }
        if let Some(first) = self.years.first() {
            let words = format!("nothing dated before {first}");
            if text::width(&words) + 3 < indent {
                canvas.put(self.area.x + 2, y, &words, Role::Quiet);
            }
        }
    }

    /// The right ends of the columns for undated, facts and last dated.
    fn right_ends(&self) -> [(usize, usize); 3] {
        let end = self.area.right().saturating_sub(1);
        let c = &self.columns;
        [
            (end.saturating_sub(c.last + c.total), c.undated),
            (end.saturating_sub(c.last), c.total),
            (end, c.last),
        ]
    }

    /// The last column of a year's cell.
    fn cell_end(&self, column: usize) -> usize {
        self.area.x + self.columns.name + (column - self.columns.first + 1) * self.columns.pitch - 1
    }

    fn in_view(&self) -> impl Iterator<Item = (usize, u16)> {
        self.years.iter().copied().enumerate().skip(self.columns.first).take(self.columns.count)
    }
}
