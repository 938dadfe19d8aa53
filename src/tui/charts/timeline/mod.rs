//! When did it come to life? A bar per year, and below it a lane for each kind of event.

mod caption;
mod plan;
mod scene;

use super::axis::{Bars, put_labels};
use super::caption::{nothing, rule};
use crate::explore::Role;
use crate::explore::Row;
use crate::explore::layout::{Area, Class, Share, window};
use crate::explore::{Pane, State, Target};
use crate::insight::charts::Span;
use crate::model::{EventKind, ItemId};
use crate::text;
use crate::tui::canvas::Canvas;
use crate::tui::frame::pane_heading;
use crate::tui::glyphs::of_event;
use plan::Plan;
use scene::Scene;
use std::ops::Range;

/// The events in a cell of a lane.
#[derive(Clone, Copy, Default)]
struct Cell {
    count: usize,
    /// The first of it.
    first: Option<ItemId>,
    /// Whether any has a date more exact than the year.
    exact: bool,
}

/// Draws the chart.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, area: Area) {
    let list = state.list(Pane::Timeline);
    let Some(events) = list.figures.chronology(state.collection()) else { return };
    let total = state.open.totals.events;
    let Some(years) = years(state) else {
        pane_heading(
            canvas,
            area,
            Pane::Timeline,
            &[Pane::Timeline.title()],
            &[text::thousands(total)],
            true,
        );
        return nothing(canvas, area, Pane::Timeline.why_empty(total));
    };
    let Some(item) = list.row().or(list.rows.first().copied()).map(Row::item) else { return };
    let Some(chosen) = state.collection().event(item).map(|event| (item, event)) else { return };
    let margin = margin(state.layout.class(), area);
    let (x, cells) = (area.x + margin, area.width.saturating_sub(margin).max(1));
    let at = chosen.1.date.begins().as_years();
    let span = Span::around(x, cells, years, state.place.scale, at);
    // Lanes that are empty because the list is filtered are shown too.
    let whole = state.open.lists[Pane::Timeline].figures.chronology(state.collection());
    let kinds: Vec<EventKind> = whole.map(|whole| whole.kinds().collect()).unwrap_or_default();
    let plan = Plan::new(area, kinds.len());
    let cursor = span.column(at).unwrap_or(x);
    pane_heading(canvas, area, Pane::Timeline, &[Pane::Timeline.title()], &counts(state, &span), true);
    let scene = Scene { state, area, span, plan, kinds, events, chosen, cursor };
    scene.bars(canvas);
    scene.axis(canvas);
    scene.lanes(canvas);
    if let Some(y) = scene.plan.rule {
        rule(canvas, area, y);
    }
    caption::draw(canvas, &scene);
}

/// The years of the first and the last event; `None` without events.
fn first_and_last(state: &State) -> Option<(u16, u16)> {
    let years = state.list(Pane::Timeline).figures.years(state.collection());
    Some((years.first()?.0, years.last()?.0))
}

/// The years from the first event to the end of the axis that all charts share.
fn years(state: &State) -> Option<(u16, u16)> {
    let (first, last) = first_and_last(state)?;
    Some((first, state.open.axis.map_or(last, |axis| axis.last.max(last))))
}

/// The width of a lane's symbol, name and count.
const NAMED: usize = 18;
/// The width of a lane's symbol and count.
const COUNTED: usize = 6;

/// The width left of the axis. On a small screen, it has counts if they leave five sixths to the axis.
fn margin(class: Class, area: Area) -> usize {
    match class {
        Class::Small if Share(5, 6).is_left(area.width, COUNTED) => COUNTED,
        Class::Small => 2,
        _ => NAMED,
    }
}

fn counts(state: &State, span: &Span) -> Vec<String> {
    let (listed, total) = (state.list(Pane::Timeline).rows.len(), state.open.totals.events);
    let (first, last) = first_and_last(state).unwrap_or_default();
    let number = text::count_of(listed, total, "event", "events");
    let dated =
        if first == last { format!("{number}, {first}") } else { format!("{number}, {first}–{last}") };
    let mut counts = vec![dated, number];
    if state.place.scale > 1 {
        let (from, to) = (span.from as u16, (span.to - 1e-6) as u16);
        let seen = if from == to { from.to_string() } else { format!("{from}–{to}") };
        let scale = state.place.scale;
        counts
            .insert(0, format!("{seen} at {scale}× scale · {}", counts.first().cloned().unwrap_or_default()));
        counts.insert(1, format!("{seen} at {scale}× scale"));
    }
    counts
}

/// The name of a lane.
fn name(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Signing => "Signings",
        EventKind::Force => "In force",
        EventKind::Visit => "Visits",
        EventKind::DiplomaticRelations => "Diplomacy",
        EventKind::Commission => "Commission",
        EventKind::Institution => "Institutions",
        EventKind::Project => "Projects",
        EventKind::Trade => "Trade",
        EventKind::Culture => "Culture",
        EventKind::Multilateral => "Multilateral",
        EventKind::Statement => "Statements",
    }
}

impl Scene<'_> {
    fn bars(&self, canvas: &mut Canvas<'_>) {
        let Some((base, high)) = self.plan.bars else { return };
        if self.span.x - self.area.x >= NAMED {
            let words = match self.span.years_a_bar() {
                1 => "events per year".to_owned(),
                step => format!("per {step} years"),
            };
            canvas.put(self.area.x, base, &words, Role::Quiet);
        }
        let years = self.state.list(Pane::Timeline).figures.years(self.state.collection());
        Bars { base, high, numbers: self.plan.numbers }.draw(canvas, &self.span, years);
    }

    fn axis(&self, canvas: &mut Canvas<'_>) {
        let span = &self.span;
        if let Some(y) = self.plan.axis {
            canvas.repeat(span.x, y, "─", span.cells, Role::Rule);
            for (column, _) in span.labels() {
                canvas.put(column, y, "┬", Role::Rule);
            }
            canvas.put(self.cursor, y, "┼", Role::Focus);
        }
        let Some(y) = self.plan.labels else { return };
        let mut taken: Range<usize> = 0..0;
        if self.state.layout.class() >= Class::Medium || self.plan.caption < 2 {
            let date = self.chosen.1.date.shown();
            let width = text::width(&date);
            if width <= span.cells {
                let last = span.x + span.cells - width;
                let x = self.cursor.saturating_sub(width / 2).clamp(span.x, last);
                canvas.put(x, y, &date, Role::Focus);
                taken = x..x + width;
            }
        }
        put_labels(canvas, span, y, &taken);
    }

    fn lanes(&self, canvas: &mut Canvas<'_>) {
        let here = self.kinds.iter().position(|kind| *kind == self.chosen.1.kind).unwrap_or(0);
        let first = window(self.kinds.len(), self.plan.lanes, here);
        let end = self.plan.first_lane + self.plan.lanes.saturating_sub(1) * self.plan.step;
        for y in self.plan.first_lane..=end {
            canvas.put(self.cursor, y, "│", Role::Focus);
        }
        for (i, place) in (first..self.kinds.len()).take(self.plan.lanes).enumerate() {
            let y = self.plan.first_lane + i * self.plan.step;
            if let Some(kind) = self.kinds.get(place) {
                let (count, lane) = self.cells(*kind);
                self.lane(canvas, y, *kind, (count, &lane));
            }
        }
    }

    /// The total and the cells of the lane of a kind.
    fn cells(&self, kind: EventKind) -> (usize, Vec<Cell>) {
        let Some(track) = self.events.lane(kind) else { return (0, Vec::new()) };
        let cell = |cell: usize| {
            let places = track.within(cell as f64, |years| self.span.cell(years));
            let first = track.items(places.clone()).first().copied();
            Cell { count: places.len(), first, exact: track.exact(&places) > 0 }
        };
        (track.count(), (0..self.span.cells).map(cell).collect())
    }

    fn lane(&self, canvas: &mut Canvas<'_>, y: usize, kind: EventKind, held: (usize, &[Cell])) {
        let here = kind == self.chosen.1.kind;
        let role = if here { Role::Strong } else { Role::Text };
        canvas.put(self.area.x, y, of_event(kind), role);
        let margin = self.span.x - self.area.x;
        if margin >= NAMED {
            canvas.put(self.area.x + 2, y, name(kind), role);
        }
        if margin >= COUNTED {
            let role = if here { Role::Text } else { Role::Quiet };
            canvas.put_right(self.span.x - 2, y, &held.0.to_string(), role);
        }
        for (column, _) in self.span.labels().into_iter().skip(1).filter(|(column, _)| *column != self.cursor)
        {
            canvas.put(column, y, "·", Role::Rule);
        }
        for (x, cell) in (self.span.x..).zip(held.1).filter(|(_, cell)| cell.count > 0) {
            let role = if cell.exact { role } else { Role::Quiet };
            if let Some(first) = cell.first {
                canvas.hit(Area::row(x, y, 1), Target::Event(first));
            }
            // Clear the tick or the cursor line first: the symbol would take on its colour.
            canvas.clear(x, y, 1, 1);
            match cell.count {
                1 => canvas.put(x, y, of_event(kind), role),
                count if count < 10 => canvas.put(x, y, &count.to_string(), role),
                _ => canvas.put(x, y, "+", role),
            };
        }
        if here {
            canvas.select(self.cursor, y, 1);
        }
    }
}
