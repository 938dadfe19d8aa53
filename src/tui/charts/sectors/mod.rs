//! What has gone quiet? Sectors × years, with the number of facts on record as a shade and a figure.

mod caption;
mod rows;
mod scene;

use super::caption::empty;
use super::rows::{Part, Rows};
use super::shade;
use crate::explore::Role;
use crate::explore::charts::{SectorGroup, sector_groups};
use crate::explore::layout::{Area, Class, Share, window};
use crate::explore::{Pane, State};
use crate::insight::charts::{Heat, Shades};
use crate::text;
use crate::tui::canvas::Canvas;
use crate::tui::frame::pane_heading;
use scene::{Columns, Scene};

/// A line of the list.
#[derive(Clone, Copy)]
enum Line {
    Heading(usize),
    /// The row at this index of the list.
    Sector(usize),
    Blank,
}

/// Draws the chart.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, area: Area) {
    let list = state.list(Pane::Sectors);
    let total = state.open.totals.sectors;
    let Some(heat) = list.figures.heat(state.collection()) else { return };
    let counts = counts(list.rows.len(), total, heat.total);
    pane_heading(canvas, area, Pane::Sectors, &[Pane::Sectors.title()], &counts, true);
    if list.rows.is_empty() {
        return empty(canvas, area, Pane::Sectors, total);
    }
    let years = heat.years(state.open.axis.map(|axis| axis.last));
    let cursor = state.place.column.min(years.len().saturating_sub(1));
    let groups = sector_groups(state);
    let columns = columns(state, area, heat, years.len(), cursor);
    let scene = Scene { state, area, heat, shades: Shades::up_to(heat.most), years, columns, cursor };
    scene.draw(canvas, &groups);
}

fn counts(shown: usize, total: usize, facts: usize) -> Vec<String> {
    let sectors = text::count_of(shown, total, "sector", "sectors");
    vec![format!("{sectors} · {} on record", text::count(facts, "fact", "facts")), sectors]
}

fn columns(state: &State, area: Area, heat: &Heat, years: usize, cursor: usize) -> Columns {
    let names = state.list(Pane::Sectors).rows.iter();
    let longest =
        names.map(|row| text::width(state.collection().title(row.item()).unwrap_or_default())).max();
    let digits = text::width(&text::thousands(heat.total));
    let class = state.layout.class();
    let share = if class == Class::Large { area.width * 3 / 10 } else { area.width / 3 };
    let name = (longest.unwrap_or(0) + 4).max(24).min(share);
    let (undated, total, last) = match class {
        Class::Large | Class::Medium => (9, digits.max(5) + 3, 13),
        Class::Compact => (0, digits.max(5) + 1, 6),
        Class::Small if Share(1, 2).is_left(area.width, name + digits + 2) => (0, digits + 2, 0),
        Class::Small => (0, 0, 0),
    };
    let room = area.width.saturating_sub(name + undated + total + last);
    // A shade and a number, with a blank between two years; wider if all years fit. Sums may use the blank too.
    let sums = heat.sums.values().copied().max().unwrap_or(0);
    let narrow = (shade::width(heat.most) + 1).max(text::width(&text::thousands(sums)) + 1).max(3);
    let pitch = if years * (narrow + 1) <= room { narrow + 1 } else { narrow };
    let count = (room / pitch.max(1)).clamp(1, years.max(1));
    Columns { name, pitch, first: window(years, count, cursor), count, undated, total, last }
}

/// How the rows are distributed.
struct Plan {
    /// Rows for sectors and their headings.
    list: usize,
    sums: usize,
    legend: usize,
    rule: usize,
    /// Blank rows around the parts, 0 or 1.
    gap: usize,
}

impl Plan {
    /// Distributes the rows of an area in this order: what identifies the facts under the cursor, the sectors, the
    /// legend, and blank rows, `blanks` of them between groups. The rest goes to the caption.
    fn new(area: Area, sectors: usize, blanks: usize, caption: usize, gap: usize) -> Self {
        let mut rows = Rows::of(area);
        let (mut list, mut caption) = (Part::of(sectors), Part::of(caption));
        let _heading_and_years = rows.take(2);
        rows.give(&mut list, 1);
        rows.give(&mut caption, 1);
        rows.give(&mut list, 3);
        let (legend, rule) = (rows.take(1), rows.take(1));
        rows.give(&mut caption, 1);
        rows.give(&mut list, 1);
        rows.give(&mut list, 1);
        let sums = rows.take(1);
        rows.give(&mut caption, 2);
        rows.give(&mut list, 4);
        rows.give(&mut caption, 2);
        rows.give(&mut list, 8);
        rows.give(&mut list, sectors);
        list.rows += rows.take_all(blanks);
        rows.give(&mut caption, 4);
        // Around the years, above sums and legend, and below the rule.
        let gap = usize::from(rows.take_all(5 * gap) > 0);
        Self { list: list.rows, sums, legend, rule, gap }
    }
}

impl Scene<'_> {
    fn draw(&self, canvas: &mut Canvas<'_>, groups: &[SectorGroup]) {
        let (area, mut lines) = (self.area, lines(groups));
        let blanks = groups.len().saturating_sub(1);
        let caption = if canvas.has_cursor() { usize::MAX } else { 0 };
        let plan = Plan::new(area, lines.len() - blanks, blanks, caption, self.state.layout.gap());
        // Blank rows between the groups only if they push nothing out of view.
        if lines.len() > plan.list {
            lines.retain(|line| !matches!(line, Line::Blank));
        }
        let Plan { list, sums, legend, rule, gap } = plan;
        self.header(canvas, area.y + 1 + gap);
        let mut y = area.y + 2 + 2 * gap;
        let selected = self.state.list(Pane::Sectors).selected;
        let at = lines.iter().position(|line| matches!(line, Line::Sector(place) if *place == selected));
        let first = window(lines.len(), list, at.unwrap_or(0));
        self.list(canvas, groups, &lines, (first, list), y);
        y += list;
        if sums > 0 {
            self.sums(canvas, y + gap);
            y += sums + gap;
        }
        if legend > 0 {
            self.legend(canvas, y + gap);
            y += legend + gap;
        }
        if !canvas.has_cursor() {
            return;
        }
        if rule > 0 {
            super::caption::rule_below(canvas, area, y, (first, list, lines.len()));
            y += rule + gap;
        }
        caption::draw(canvas, self, Area { y, height: area.bottom().saturating_sub(y), ..area });
    }

    fn list(
        &self,
        canvas: &mut Canvas<'_>,
        groups: &[SectorGroup],
        lines: &[Line],
        (first, shown): (usize, usize),
        top: usize,
    ) {
        let selected = self.state.list(Pane::Sectors).selected;
        for (y, line) in (top..).zip(lines.iter().skip(first).take(shown)) {
            match line {
                Line::Blank => {}
                Line::Heading(group) => {
                    let Some(SectorGroup { title, places }) = groups.get(*group) else { continue };
                    let end = self.area.x + self.columns.name;
                    canvas.put_cut(self.area.x, y, title, Role::Strong, self.columns.name.saturating_sub(5));
                    canvas.put_right(end - 2, y, &places.len().to_string(), Role::Quiet);
                }
                Line::Sector(place) => {
                    self.row(canvas, *place, y, canvas.has_cursor() && *place == selected);
                }
            }
        }
    }
}

fn lines(groups: &[SectorGroup]) -> Vec<Line> {
    let mut lines = Vec::new();
    for (i, SectorGroup { title, places }) in groups.iter().enumerate() {
        if i > 0 {
            lines.push(Line::Blank);
        }
        if !title.is_empty() {
            lines.push(Line::Heading(i));
        }
        lines.extend(places.iter().map(|place| Line::Sector(*place)));
    }
    lines
}
