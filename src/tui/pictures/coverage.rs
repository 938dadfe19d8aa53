//! Who speaks of what, and who leaves it out? Agreements × subjects, with the number of passages as a shade and a figure.

use crate::explore::layout::{Area, Class, Share, window};
use crate::explore::overlays::{CoverageLine, CoverageTable, Panel};
use crate::explore::{Role, State, Target, so_far, verdict};
use crate::insight::Lacking;
use crate::insight::charts::Shades;
use crate::model::{ItemId, Kind};
use crate::text::{count, thousands, width};
use crate::tui::canvas::Canvas;
use crate::tui::charts::caption::{nothing, rule};
use crate::tui::charts::rows::{Part, Rows};
use crate::tui::charts::shade::{self, Spot};
use crate::tui::charts::steps::{self, Step};
use crate::tui::charts::{caption, legend};
use crate::tui::frame::heading;
use crate::tui::glyphs::EIGHTHS;
use std::ops::Range;

/// The width of the gutter and the year before a title.
const YEAR: usize = 6;

/// The part of the matrix in view.
struct Scene<'a> {
    state: &'a State,
    area: Area,
    table: &'a CoverageTable,
    shades: Shades,
    /// The width of years and titles.
    names: usize,
    /// The distance of the columns.
    pitch: usize,
    /// The columns in view.
    columns: Range<usize>,
    /// The width of the bars, and of the numbers right of them.
    bar: usize,
    tail: usize,
}

/// How the rows are distributed.
struct Plan {
    steps: usize,
    list: usize,
    sums: usize,
    rule: usize,
    caption: usize,
    legend: usize,
}

impl Plan {
    /// Distributes the rows in this order: what identifies the cell of the cursor, the agreements, the names of the
    /// columns, sums and legend.
    fn new(area: Area, columns: usize, lines: usize, caption: usize) -> Self {
        let mut rows = Rows::of(area);
        let (mut list, mut caption) = (Part::of(lines), Part::of(caption));
        let _heading = rows.take(1);
        rows.give(&mut list, 1);
        let mut steps = rows.take(1);
        rows.give(&mut caption, 1);
        rows.give(&mut list, 3);
        rows.give(&mut caption, 1);
        let (sums, legend) = (rows.take(1), rows.take(1));
        rows.give(&mut list, 3);
        let rule = rows.take(1);
        rows.give(&mut caption, 1);
        steps += rows.take_all(steps::rows(columns).saturating_sub(1));
        rows.give(&mut list, usize::MAX);
        Self { steps, list: list.rows, sums, rule, caption: caption.rows, legend }
    }
}

/// Draws the matrix.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, area: Area, table: &CoverageTable) {
    let (coverage, cover) = (&table.coverage, &table.cover);
    let (down, across) = (coverage.agreements.len(), cover.subjects.len());
    if down == 0 || across == 0 {
        heading(canvas, area, "", &[table.title()], &[""], true);
        let words = match down {
            0 => Lacking::Items(Kind::Agreement),
            _ => Lacking::Passages,
        };
        return nothing(canvas, area, &verdict(so_far(state).as_deref(), &words.words()));
    }
    let scene = Scene::new(state, area, table);
    heading(canvas, area, "", &[table.title()], &scene.counts(down, across), true);
    scene.draw(canvas);
}

impl<'a> Scene<'a> {
    fn new(state: &'a State, area: Area, table: &'a CoverageTable) -> Self {
        let cover = &table.cover;
        let class = state.layout.class();
        let tail = if Share(2, 3).is_left(area.width, 4) { 4 } else { 0 };
        let largest = cover.sums.iter().copied().max().unwrap_or(0);
        let pitch = (shade::width(cover.most) + 1).max(width(&thousands(largest)) + 1).max(4);
        let all = cover.subjects.len();
        // The titles get what the columns leave, about a half.
        let least = if class > Class::Small { area.width * 2 / 5 } else { area.width / 2 };
        let names = area.width.saturating_sub(tail + all * pitch).clamp(least, (area.width / 2).max(least));
        let longest = table.lines.iter().filter_map(|line| match line {
            CoverageLine::Agreement(agreement) => table.coverage.agreements.get(*agreement),
            CoverageLine::Group(_) => None,
        });
        let longest = longest.filter_map(|item| state.collection().list_title(*item)).map(width).max();
        // Titles of years need room for a count.
        let names = names.min(60).min((longest.unwrap_or(0) + YEAR + 3).max(34));
        let room = area.width.saturating_sub(names + tail);
        // Names of columns on steps take no more than a third of the rows.
        let most = if steps::rows(all) <= area.height / 3 {
            all
        } else {
            (area.height / 3 * 2).max(room / pitch / 2)
        };
        let fit = (room / pitch).clamp(1, all.max(1)).min(most.max(1));
        let first = window(all, fit, table.column);
        let left = room.saturating_sub(fit * pitch);
        // Shorter bars say nothing.
        let bar = left.saturating_sub(2).min(20);
        let bar = if class >= Class::Medium && bar >= 6 { bar } else { 0 };
        let shades = Shades::up_to(cover.most);
        Self { state, area, table, shades, names, pitch, columns: first..(first + fit).min(all), bar, tail }
    }

    /// How many agreements and subjects there are, from the fullest wording to the shortest.
    fn counts(&self, down: usize, across: usize) -> Vec<String> {
        let agreements = count(down, "agreement", "agreements");
        let subjects = count(across, "subject", "subjects");
        vec![
            format!("{agreements} × {subjects} · passages that speak of it"),
            format!("{agreements} × {subjects}"),
            format!("{} × {}", thousands(down), thousands(across)),
        ]
    }

    fn draw(&self, canvas: &mut Canvas<'_>) {
        let area = self.area;
        let caption = if canvas.has_cursor() { 3 } else { 1 };
        let plan = Plan::new(area, self.columns.len(), self.table.lines.len(), caption);
        let mut y = area.y + 1;
        self.steps(canvas, Area { y, height: plan.steps, ..area });
        y += plan.steps;
        let first = window(self.table.lines.len(), plan.list, self.table.line);
        for (y, (place, line)) in (y..).zip(self.table.lines.iter().enumerate().skip(first).take(plan.list)) {
            self.line(canvas, y, place, *line);
        }
        y += plan.list;
        if plan.sums > 0 {
            self.sums(canvas, y, first, first + plan.list);
        }
        y += plan.sums;
        if plan.rule > 0 && canvas.has_cursor() {
            rule(canvas, area, y);
        }
        y += plan.rule;
        self.under_cursor(canvas, Area { y, height: plan.caption, ..area });
        if plan.legend > 0 {
            self.legend(canvas, y + plan.caption);
        }
    }

    /// The last column of a cell.
    fn end(&self, column: usize) -> usize {
        self.area.x + self.names + (column - self.columns.start + 1) * self.pitch - 1
    }

    fn steps(&self, canvas: &mut Canvas<'_>, area: Area) {
        let name = |column: usize| {
            let subject = self.table.subject(column)?;
            self.table.coverage.subjects.get(subject).map(String::as_str)
        };
        let steps: Vec<Step<'_>> = self
            .columns
            .clone()
            .map(|column| Step {
                x: self.end(column),
                name: name(column).unwrap_or_default(),
                here: canvas.has_cursor() && column == self.table.column,
            })
            .collect();
        steps::draw(canvas, area, &steps);
        // Below that, the caption says what is beside.
        let is_low = area.height < steps::rows(self.columns.len());
        let Some(y) = area.bottom().checked_sub(1).filter(|_| is_low && area.height > 0) else { return };
        if self.columns.start > 0 {
            canvas.put(self.end(self.columns.start).saturating_sub(self.pitch), y, "←", Role::Quiet);
        }
        if self.columns.end < self.table.cover.subjects.len() {
            canvas.put(self.area.right() - 1, y, "→", Role::Quiet);
        }
    }

    fn line(&self, canvas: &mut Canvas<'_>, y: usize, place: usize, line: CoverageLine) {
        let here = canvas.has_cursor() && place == self.table.line;
        let (x, role) = (self.area.x, if here { Role::Strong } else { Role::Text });
        match line {
            CoverageLine::Group(group) => self.group(canvas, y, group, here),
            CoverageLine::Agreement(agreement) => self.title(canvas, y, agreement, role),
        }
        if here {
            canvas.put(x, y, "▸", Role::Focus);
        }
        for column in self.columns.clone() {
            let (end, width) = (self.end(column), shade::width(self.table.cover.most));
            let at_cursor = here && column == self.table.column;
            canvas.hit(Area::row(end + 1 - width, y, width), Target::Cell { row: place, column });
            let number = self.table.number(line, column);
            match line {
                CoverageLine::Agreement(_) => {
                    shade::cell(canvas, Spot { end, y, width }, number, &self.shades, at_cursor);
                }
                CoverageLine::Group(_) => {
                    let words = if number == 0 { "·".to_owned() } else { thousands(number) };
                    canvas.put_right(end, y, &words, if number == 0 { Role::Rule } else { Role::Quiet });
                    if at_cursor {
                        canvas.select(end + 1 - width, y, width);
                    }
                }
            }
        }
        self.width_of(canvas, y, line, here);
    }

    /// The years of a group, and how many agreements it has.
    fn group(&self, canvas: &mut Canvas<'_>, y: usize, group: usize, here: bool) {
        let Some(years) = self.table.cover.groups.get(group) else { return };
        let sign = if self.table.is_open(group) { "−" } else { "+" };
        if !here {
            canvas.put(self.area.x, y, sign, Role::Key);
        }
        let role = if here { Role::Focus } else { Role::Strong };
        let end = canvas.put_cut(self.area.x + 2, y, &years.title, role, self.names.saturating_sub(3));
        let held = count(years.places.len(), "agreement", "agreements");
        if end + 2 + width(&held) < self.area.x + self.names {
            canvas.put_right(self.area.x + self.names - 2, y, &held, Role::Quiet);
        }
    }

    fn title(&self, canvas: &mut Canvas<'_>, y: usize, agreement: usize, role: Role) {
        let Some(item) = self.table.coverage.agreements.get(agreement) else { return };
        let date = self.state.collection().date(*item);
        let year = date.map_or_else(|| "?".to_owned(), |date| date.year().to_string());
        canvas.put_right(self.area.x + YEAR - 1, y, &year, Role::Quiet);
        let title = self.state.collection().list_title(*item).unwrap_or_default();
        canvas.put_cut(self.area.x + YEAR + 1, y, title, role, self.names.saturating_sub(YEAR + 2));
    }

    /// On how many subjects the agreement has a passage, as a bar and a number.
    fn width_of(&self, canvas: &mut Canvas<'_>, y: usize, line: CoverageLine, here: bool) {
        let CoverageLine::Agreement(agreement) = line else { return };
        let held = self.table.cover.widths.get(agreement).copied().unwrap_or(0);
        let x = self.area.x + self.names + self.columns.len() * self.pitch + 1;
        let all = self.table.cover.subjects.len().max(1);
        if let Some(sign) = EIGHTHS.get(6).filter(|_| self.bar > 0) {
            canvas.repeat(x, y, sign, (held * self.bar).div_ceil(all), Role::Bar);
        }
        if self.tail > 0 {
            let role = if here { Role::Strong } else { Role::Text };
            canvas.put_right(self.area.right() - 1, y, &held.to_string(), role);
        }
    }

    /// How many agreements speak of each subject, and how many lines are above and below.
    fn sums(&self, canvas: &mut Canvas<'_>, y: usize, first: usize, end: usize) {
        let lines = self.table.lines.len();
        let (above, below) = (first, lines.saturating_sub(end));
        let more = caption::more(above, below).unwrap_or_default();
        let at = canvas.put_cut(self.area.x + 2, y, &more, Role::Quiet, self.names.saturating_sub(3));
        let words = "agreements";
        if at + width(words) + 2 < self.area.x + self.names {
            canvas.put_right(self.area.x + self.names - 2, y, words, Role::Quiet);
        }
        for column in self.columns.clone() {
            let sum = self.table.subject(column).and_then(|subject| self.table.cover.sums.get(subject));
            let here = canvas.has_cursor() && column == self.table.column;
            let role = if here { Role::Focus } else { Role::Text };
            canvas.put_right(self.end(column), y, &thousands(sum.copied().unwrap_or(0)), role);
        }
        let words = "subjects";
        if self.bar > width(words) {
            canvas.put_right(self.area.right() - 1, y, words, Role::Quiet);
        }
    }

    fn legend(&self, canvas: &mut Canvas<'_>, y: usize) {
        let (x, right) = (self.area.x, self.area.right());
        let at = shade::legend(canvas, x, y, right.saturating_sub(x), &self.shades, "passages");
        let mut entries = vec![("·", Role::Rule, "none found; it may say so in other words")];
        if !self.table.cover.groups.is_empty() {
            entries.insert(0, ("+", Role::Key, "folded: agreements that speak of it"));
        }
        if self.tail > 0 && self.bar == 0 {
            entries.push(("3", Role::Text, "at the right: its subjects"));
        }
        legend::draw_after(canvas, Area::row(x, y, right.saturating_sub(x)), at, &entries);
    }

    /// What the cursor is on, and what is not shown.
    fn under_cursor(&self, canvas: &mut Canvas<'_>, area: Area) {
        let (table, cover) = (self.table, &self.table.cover);
        let Some(subject) = table.subject(table.column) else { return };
        let name = table.coverage.subjects.get(subject).map(String::as_str).unwrap_or_default();
        let on = count(cover.sums.get(subject).copied().unwrap_or(0), "agreement speaks", "agreements speak");
        let mut block = caption::Block::new(area);
        if canvas.has_cursor() {
            block.write_in(canvas, &self.here(), Role::Text, 1);
            block.write_in(canvas, &format!("{name}: {on} of it"), Role::Quiet, 1);
        }
        let (before, after) = (self.columns.start, cover.subjects.len() - self.columns.end);
        let mut left_out: Vec<String> = Vec::new();
        for (number, side) in [(before, "left"), (after, "right")] {
            if number > 0 {
                left_out.push(format!("{} to the {side}", count(number, "subject", "subjects")));
            }
        }
        if !cover.silent.is_empty() {
            let names = cover.silent.iter().filter_map(|place| table.coverage.subjects.get(*place));
            let names: Vec<&str> = names.map(String::as_str).collect();
            left_out.push(format!("none speaks of {}", names.join(", ")));
        }
        if !left_out.is_empty() {
            block.write_in(canvas, &format!("Not shown: {}", left_out.join(" · ")), Role::Quiet, 1);
        }
    }

    /// The agreement or the group of the cursor, and what it says of the subject.
    fn here(&self) -> String {
        let table = self.table;
        let number = table.lines.get(table.line).map_or(0, |line| table.number(*line, table.column));
        match table.lines.get(table.line) {
            Some(CoverageLine::Group(group)) => {
                let title = table.cover.groups.get(*group).map(|group| group.title.as_str());
                format!("{}: {number} of its agreements speak of it", title.unwrap_or_default())
            }
            Some(CoverageLine::Agreement(agreement)) => {
                let item = table.coverage.agreements.get(*agreement).copied();
                let item = item.and_then(|item| self.state.collection().item(item));
                let date = item.map(|item| item.shown_date()).unwrap_or_default();
                let title = item.map(|item| item.list_title()).unwrap_or_default();
                let found = match table.passages_of(*agreement).first() {
                    None => "nothing on record here".to_owned(),
                    Some(first) => {
                        format!("{}: {}", count(number, "passage", "passages"), self.passage(*first))
                    }
                };
                format!("{title}, {date} · {found}")
            }
            None => String::new(),
        }
    }

    fn passage(&self, first: ItemId) -> &str {
        match first.kind() {
            Kind::Agreement => "named by the agreement as a whole",
            _ => self.state.collection().title(first).unwrap_or_default(),
        }
    }
}
