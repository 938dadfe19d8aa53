//! The rows of the clauses chart: names of columns, agreements, clauses, points not on record, sums.

use super::scene::{Scene, sectors};
use crate::explore::Role;
use crate::explore::Row;
use crate::model::{Agreement, ItemId};
use crate::text;
use crate::tui::canvas::Canvas;

impl Scene<'_> {
    pub(super) fn heading(&self, canvas: &mut Canvas<'_>, agreement: &Agreement, y: usize) {
        canvas.put_cut(self.area.x, y, agreement.list_title(), Role::Strong, self.name);
        for (place, _) in self.in_view() {
            canvas.put(self.x(place), y, "│", if place == self.cursor { Role::Focus } else { Role::Rule });
        }
        if self.wide {
            let x = canvas.put(self.tail(), y, "sectors", Role::Quiet) + 3;
            let date = agreement.signed.map_or_else(|| "date not on record".to_owned(), |date| date.shown());
            if x + text::width(&date) <= self.area.right() {
                canvas.put(x, y, &date, Role::Quiet);
            }
        } else {
            self.more(canvas, y);
        }
    }

    pub(super) fn clause_row(&self, canvas: &mut Canvas<'_>, row: Row, item: ItemId, y: usize) {
        let heading = self.state.collection().title(item).unwrap_or_default();
        canvas.put_cut(self.area.x + 2, y, heading, Role::Text, self.name.saturating_sub(2));
        let named: Vec<&str> = sectors(self.state.collection(), row).collect();
        for (place, column) in self.in_view() {
            let on = named.contains(&column.name.as_str());
            let (sign, role) = if on { ("●", Role::Strong) } else { ("·", Role::Rule) };
            canvas.put(self.x(place), y, sign, role);
        }
        match (named.len(), self.wide) {
            (0, true) => {
                canvas.put(self.tail(), y, "none given", Role::Quiet);
            }
            (0, false) => canvas.put_right(self.tail(), y, "·", Role::Rule),
            (count, wide) => {
                let end = self.tail() + if wide { 6 } else { 0 };
                canvas.put_right(end, y, &count.to_string(), Role::Text);
            }
        }
    }

    pub(super) fn missing_row(&self, canvas: &mut Canvas<'_>, agreement: &Agreement, y: usize) {
        let points = text::count(agreement.missing(), "more point", "more points");
        let words = format!("? {points}, not on record");
        canvas.put_cut(self.area.x + 2, y, &words, Role::Unknown, self.name.saturating_sub(2));
        for (place, _) in self.in_view() {
            canvas.put(self.x(place), y, "?", Role::Unknown);
        }
        canvas.put_right(self.tail() + if self.wide { 6 } else { 0 }, y, "?", Role::Unknown);
    }

    pub(super) fn sums(&self, canvas: &mut Canvas<'_>, y: usize) {
        canvas.put_cut(self.area.x + 2, y, "clauses on record", Role::Quiet, self.name.saturating_sub(2));
        for (place, column) in self.in_view() {
            let number = column.clauses.to_string();
            // A number that does not fit is left out: it would run into the next one.
            if number.len() < self.pitch {
                canvas.put_right(self.x(place) + number.len() - 1, y, &number, Role::Text);
            }
        }
        if self.wide {
            self.more(canvas, y);
        }
    }

    /// Marks that there are more columns, as in the sectors chart.
    fn more(&self, canvas: &mut Canvas<'_>, y: usize) {
        if self.first > 0 {
            canvas.put(self.area.x + self.name, y, "←", Role::Quiet);
        }
        if self.first + self.count < self.matrix.columns.len() {
            canvas.put(self.x(self.first + self.count), y, "→", Role::Quiet);
        }
    }

    /// The names of the columns, each on its own step, or only the name of the cursor's column.
    pub(super) fn leaders(&self, canvas: &mut Canvas<'_>, top: usize, rows: usize) {
        for (i, (place, column)) in self.in_view().enumerate() {
            let (x, here) = (self.x(place), place == self.cursor);
            if rows < self.count && !here {
                continue;
            }
            let y = top + if rows < self.count { 0 } else { i };
            canvas.put(x, y, "╭", if here { Role::Focus } else { Role::Rule });
            let room = self.area.right().saturating_sub(x + 2);
            let (from, room) = match text::width(&column.name) {
                // At the right edge of a small screen, the name ends at its column instead.
                width if width > room && width + 1 < x => (x - 1 - width, width),
                _ => (x + 2, room),
            };
            canvas.put_cut(from, y, &column.name, if here { Role::Focus } else { Role::Text }, room);
            for below in y + 1..top + rows {
                canvas.put(x, below, "│", if here { Role::Focus } else { Role::Rule });
            }
        }
    }
}
