//! The rows of the clauses chart: names of columns, agreements, clauses, points not on record, sums.

use super::scene::{Scene, sectors};
use crate::explore::layout::Area;
use crate::explore::{Pane, Role, Row, Target};
use crate::model::{Agreement, ItemId};
use crate::text;
use crate::tui::canvas::Canvas;
use crate::tui::charts::legend;
use crate::tui::charts::steps::{self, Step};

impl Scene<'_> {
    pub(super) fn heading(&self, canvas: &mut Canvas<'_>, agreement: &Agreement, y: usize) {
        canvas.put_cut(self.area.x + 2, y, agreement.list_title(), Role::Strong, self.name.saturating_sub(2));
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
        canvas.put_cut(self.area.x + 4, y, heading, Role::Text, self.name.saturating_sub(4));
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

    /// The clauses of an agreement that name no sector, in one line with their headings.
    pub(super) fn silent(&self, canvas: &mut Canvas<'_>, y: usize, of: (usize, usize), here: bool) {
        let (place, count) = of;
        canvas.hit(Area::row(self.area.x, y, self.area.width), Target::Row(Pane::Clauses, place));
        // More headings than fit on a line are not looked up.
        let clauses = self.matrix.silent(place).iter().take(self.area.width / 2);
        let headings: Vec<&str> = clauses.filter_map(|item| self.state.collection().title(*item)).collect();
        let words = format!("+ {count} without a sector: {}", headings.join(" · "));
        canvas.put_cut(self.area.x + 4, y, &words, Role::Quiet, self.area.width.saturating_sub(4));
        if here {
            canvas.put(self.area.x, y, "▸", Role::Focus);
            canvas.select(self.area.x, y, self.area.width);
        }
    }

    pub(super) fn legend(&self, canvas: &mut Canvas<'_>, y: usize) {
        let left_out = text::count(self.matrix.left_out, "agreement", "agreements");
        let left_out = format!("{left_out} without clauses on record left out");
        let mut entries = vec![("●", Role::Strong, "names it"), ("·", Role::Rule, "does not")];
        if self.state.list(Pane::Clauses).rows.iter().any(|row| matches!(row, Row::Missing(_))) {
            entries.push(("?", Role::Unknown, "not on record"));
        }
        if self.matrix.left_out > 0 {
            entries.push(("−", Role::Quiet, &left_out));
        }
        let x = self.area.x + 2;
        legend::draw(canvas, Area::row(x, y, self.area.right().saturating_sub(x)), &entries);
    }

    pub(super) fn missing_row(&self, canvas: &mut Canvas<'_>, agreement: &Agreement, y: usize) {
        let points = text::count(agreement.missing(), "more point", "more points");
        let words = format!("? {points}, not on record");
        canvas.put_cut(self.area.x + 4, y, &words, Role::Unknown, self.name.saturating_sub(4));
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

    /// The names of the columns on steps, or only the name of the cursor's column.
    pub(super) fn leaders(&self, canvas: &mut Canvas<'_>, top: usize, rows: usize) {
        let columns: Vec<Step<'_>> = self
            .in_view()
            .map(|(place, column)| Step {
                x: self.x(place),
                name: &column.name,
                here: canvas.has_cursor() && place == self.cursor,
            })
            .collect();
        steps::draw(canvas, Area { y: top, height: rows, ..self.area }, &columns);
    }
}
