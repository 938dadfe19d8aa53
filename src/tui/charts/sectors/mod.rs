//! Where has it gone silent? Sectors by years; the shade and the number say how many facts are on record.

mod caption;
mod rows;
mod scene;

use super::caption::{nothing, rule, title};
use crate::explore::Role;
use crate::explore::charts::{SectorGroup, sector_groups};
use crate::explore::layout::{Area, window};
use crate::explore::{Pane, State};
use crate::insight::charts::Heat;
use crate::text;
use crate::tui::canvas::Canvas;
use scene::{Columns, Scene};

/// A line of the picture's list.
#[derive(Clone, Copy)]
enum Line {
    Heading(usize),
    /// The row with this place in the list.
    Sector(usize),
    Blank,
}

/// Draws the picture.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, area: Area) {
    let list = state.list(Pane::Sectors);
    let total = state.open.totals.sectors;
    let Some(heat) = list.figures.heat(state.collection()) else { return };
    title(canvas, area, "3", "Sectors", &counts(list.rows.len(), total, heat.total));
    if list.rows.is_empty() {
        return nothing(canvas, area, Pane::Sectors.why_empty(total));
    }
    let years = heat.years(state.open.axis.map(|axis| axis.last));
    let cursor = state.place.column.min(years.len().saturating_sub(1));
    let groups = sector_groups(state);
    let columns = columns(state, area, heat, years.len(), cursor);
    let scene = Scene { state, area, heat, years, columns, cursor };
    scene.draw(canvas, &groups);
}

fn counts(shown: usize, total: usize, facts: usize) -> Vec<String> {
    let sectors = if shown < total {
        format!("{} of {}", text::thousands(shown), text::count(total, "sector", "sectors"))
    } else {
        text::count(total, "sector", "sectors")
    };
    vec![format!("{sectors} · {} on record", text::count(facts, "fact", "facts")), sectors]
}

fn columns(state: &State, area: Area, heat: &Heat, years: usize, cursor: usize) -> Columns {
    let names = state.list(Pane::Sectors).rows.iter();
    let longest =
        names.map(|row| text::width(state.collection().title(row.item()).unwrap_or_default())).max();
    let digits = heat.most().to_string().len();
    let (undated, total, last) = match area.width {
        98.. => (9, digits.max(5) + 1, 13),
        58.. => (0, digits.max(5) + 1, 6),
        30.. => (0, digits + 2, 0),
        _ => (0, 0, 0),
    };
    let share = if area.width >= 118 { area.width * 3 / 10 } else { area.width / 3 };
    let name = (longest.unwrap_or(0) + 4).max(24).min(share);
    let room = area.width.saturating_sub(name + undated + total + last);
    let narrow = digits.max(2) + 1;
    // A wide cell where all years fit so, else a narrow one; the years in view follow the cursor.
    let pitch = if years * (narrow + 1) <= room { narrow + 1 } else { narrow };
    let count = (room / pitch.max(1)).clamp(1, years.max(1));
    Columns { name, pitch, first: window(years, count, cursor), count, undated, total, last }
}

impl Scene<'_> {
    fn draw(&self, canvas: &mut Canvas<'_>, groups: &[SectorGroup]) {
        let area = self.area;
        let roomy = area.height >= 40;
        let caption = match area.height {
            0..4 => 0,
            4..8 => 1,
            8..14 => 2,
            14..20 => 4,
            height => (height / 5).max(6),
        };
        let legend = if roomy { 2 } else { usize::from(area.height >= 30) };
        let sums = match area.height {
            0..12 => 0,
            12..40 => 1,
            _ => 2,
        };
        let ruled = usize::from(area.height >= 10);
        let top = area.y + 2 + 2 * usize::from(roomy);
        let free = area.bottom().saturating_sub(top + caption + legend + sums + ruled);
        // A blank between the groups is for where nothing is pushed out of view by it.
        let mut lines = lines(groups);
        if lines.len() > free {
            lines.retain(|line| !matches!(line, Line::Blank));
        }
        let shown = free.min(lines.len());
        self.header(canvas, area.y + 1 + usize::from(roomy));
        self.list(canvas, groups, &lines, top, shown);
        let mut y = top + shown;
        if sums > 0 {
            y += sums;
            self.sums(canvas, y - 1);
        }
        if legend > 0 {
            y += legend;
            self.legend(canvas, y - 1);
        }
        if ruled > 0 {
            rule(canvas, area, y);
            y += 1;
        }
        y += usize::from(roomy);
        caption::draw(canvas, self, Area { y, height: area.bottom().saturating_sub(y), ..area });
    }

    fn list(
        &self,
        canvas: &mut Canvas<'_>,
        groups: &[SectorGroup],
        lines: &[Line],
        top: usize,
        shown: usize,
    ) {
        let selected = self.state.list(Pane::Sectors).selected;
        let at = lines.iter().position(|line| matches!(line, Line::Sector(place) if *place == selected));
        let first = window(lines.len(), shown, at.unwrap_or(0));
        for (y, line) in (top..).zip(lines.iter().skip(first).take(shown)) {
            match line {
                Line::Blank => {}
                Line::Heading(group) => {
                    let Some(SectorGroup { title, places }) = groups.get(*group) else { continue };
                    let end = self.area.x + self.columns.name;
                    canvas.put_cut(self.area.x, y, title, Role::Strong, self.columns.name.saturating_sub(5));
                    canvas.put_right(end - 2, y, &places.len().to_string(), Role::Quiet);
                }
                Line::Sector(place) => self.row(canvas, *place, y, *place == selected),
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
