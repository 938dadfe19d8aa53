//! When did it come to life? A bar a year, and under it a lane for each kind of event.

mod caption;
mod plan;

use super::axis::{Bars, Span};
use super::caption::{nothing, rule, title};
use crate::model::{Event, EventKind, ItemId};
use crate::text;
use crate::tui::canvas::Canvas;
use crate::tui::glyphs::of_event;
use crate::tui::layout::{Area, window};
use crate::tui::panes::timeline::event;
use crate::tui::state::{PaneId, State};
use crate::tui::theme::Role;
use plan::Plan;
use std::collections::BTreeMap;
use std::ops::Range;

/// What the picture shows.
struct Scene<'a> {
    state: &'a State,
    area: Area,
    span: Span,
    plan: Plan,
    /// The kinds that have a lane.
    kinds: Vec<EventKind>,
    /// The events in the order of the list.
    events: Vec<(ItemId, &'a Event)>,
    chosen: (ItemId, &'a Event),
    /// The column of the chosen event.
    cursor: usize,
}

/// What happened in a cell of a lane.
#[derive(Clone, Copy, Default)]
struct Cell {
    count: usize,
    /// Whether any of it is known more exactly than to the year.
    exact: bool,
}

/// Draws the picture.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, area: Area) {
    let list = state.list(PaneId::Timeline);
    let events: Vec<(ItemId, &Event)> = list
        .rows
        .iter()
        .filter_map(|row| Some((row.item(), event(&state.collection, row.item())?)))
        .collect();
    let total: usize = state.collection.dossiers().iter().map(|d| d.events.len()).sum();
    let Some(years) = years(state, &events) else {
        title(canvas, area, "1", "Timeline", &[text::thousands(total)]);
        return nothing(canvas, area, PaneId::Timeline.why_empty(total));
    };
    let Some(chosen) = events.get(list.selected).or(events.first()).copied() else { return };
    let (x, cells) = columns(area);
    let at = chosen.1.date.begins().as_years();
    let span = Span::around(x, cells, years, state.place.scale, at);
    let kinds = kinds(state);
    let plan = Plan::new(area, kinds.len());
    let cursor = span.column(at).unwrap_or(x);
    title(canvas, area, "1", "Timeline", &counts(state, &events, total, &span));
    let scene = Scene { state, area, span, plan, kinds, events, chosen, cursor };
    scene.bars(canvas);
    scene.axis(canvas);
    scene.lanes(canvas);
    if let Some(y) = scene.plan.rule {
        rule(canvas, area, y);
    }
    caption::draw(canvas, &scene);
}

/// From the first event to the last year of the axis that all pictures share.
fn years(state: &State, events: &[(ItemId, &Event)]) -> Option<(u16, u16)> {
    let first = events.iter().map(|(_, e)| e.date.year()).min()?;
    let last = events.iter().map(|(_, e)| e.date.year()).max()?;
    Some((first, state.axis.map_or(last, |axis| axis.last.max(last))))
}

/// Kinds that occur anywhere in what is open: an empty lane of a narrowed list says something, too.
fn kinds(state: &State) -> Vec<EventKind> {
    let occurs = |kind: &EventKind| {
        state.collection.dossiers().iter().any(|d| d.events.iter().any(|e| e.kind == *kind))
    };
    EventKind::ALL.iter().copied().filter(occurs).collect()
}

/// The first column of the axis and its cells.
fn columns(area: Area) -> (usize, usize) {
    let margin = match area.width {
        58.. => 18,
        36.. => 6,
        _ => 2,
    };
    (area.x + margin, area.width.saturating_sub(margin).max(1))
}

fn counts(state: &State, events: &[(ItemId, &Event)], total: usize, span: &Span) -> Vec<String> {
    let years = || events.iter().map(|(_, e)| e.date.year());
    let (first, last) = (years().min().unwrap_or(0), years().max().unwrap_or(0));
    let number = if events.len() < total {
        format!("{} of {}", text::thousands(events.len()), text::count(total, "event", "events"))
    } else {
        text::count(total, "event", "events")
    };
    let dated =
        if first == last { format!("{number}, {first}") } else { format!("{number}, {first}–{last}") };
    let mut counts = vec![dated, number];
    if state.place.scale > 1 {
        let (from, to) = (span.from as u16, (span.to - 1e-6) as u16);
        let seen = if from == to { from.to_string() } else { format!("{from}–{to}") };
        let scale = state.place.scale;
        counts
            .insert(0, format!("{seen} at scale {scale} · {}", counts.first().cloned().unwrap_or_default()));
        counts.insert(1, format!("{seen} at scale {scale}"));
    }
    counts
}

/// The lane's name.
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
    }
}

impl Scene<'_> {
    fn bars(&self, canvas: &mut Canvas<'_>) {
        let Some((base, high)) = self.plan.bars else { return };
        let mut years: BTreeMap<u16, usize> = BTreeMap::new();
        for (_, event) in &self.events {
            *years.entry(event.date.year()).or_default() += 1;
        }
        if self.span.x >= self.area.x + 18 {
            let words = match self.span.years_a_bar() {
                1 => "events a year".to_owned(),
                step => format!("in {step} years"),
            };
            canvas.put(self.area.x, base, &words, Role::Quiet);
        }
        Bars { base, high, numbers: self.plan.numbers }.draw(canvas, &self.span, &years);
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
        if self.area.width >= 98 || self.plan.caption < 2 {
            let date = self.chosen.1.date.shown();
            let width = text::width(&date);
            if width <= span.cells {
                let last = span.x + span.cells - width;
                let x = self.cursor.saturating_sub(width / 2).clamp(span.x, last);
                canvas.put(x, y, &date, Role::Focus);
                taken = x..x + width;
            }
        }
        span.put_labels(canvas, y, &taken);
    }

    fn lanes(&self, canvas: &mut Canvas<'_>) {
        let cells = self.cells();
        let here = self.kinds.iter().position(|kind| *kind == self.chosen.1.kind).unwrap_or(0);
        let first = window(self.kinds.len(), self.plan.lanes, here);
        let end = self.plan.first_lane + self.plan.lanes.saturating_sub(1) * self.plan.step;
        for y in self.plan.first_lane..=end {
            canvas.put(self.cursor, y, "│", Role::Focus);
        }
        for (i, place) in (first..self.kinds.len()).take(self.plan.lanes).enumerate() {
            let y = self.plan.first_lane + i * self.plan.step;
            if let (Some(kind), Some((count, lane))) = (self.kinds.get(place), cells.get(place)) {
                self.lane(canvas, y, *kind, (*count, lane));
            }
        }
    }

    /// How many events each lane has in all, and what is in its cells.
    fn cells(&self) -> Vec<(usize, Vec<Cell>)> {
        let mut lanes = vec![(0, vec![Cell::default(); self.span.cells]); self.kinds.len()];
        for (_, event) in &self.events {
            let place = self.kinds.iter().position(|kind| *kind == event.kind);
            let Some((count, lane)) = place.and_then(|place| lanes.get_mut(place)) else { continue };
            *count += 1;
            let column = self.span.column(event.date.begins().as_years());
            if let Some(cell) = column.and_then(|column| lane.get_mut(column - self.span.x)) {
                cell.count += 1;
                cell.exact |= !event.date.is_year();
            }
        }
        lanes
    }

    fn lane(&self, canvas: &mut Canvas<'_>, y: usize, kind: EventKind, held: (usize, &[Cell])) {
        let here = kind == self.chosen.1.kind;
        let role = if here { Role::Strong } else { Role::Text };
        canvas.put(self.area.x, y, of_event(kind), role);
        let margin = self.span.x - self.area.x;
        if margin >= 18 {
            canvas.put(self.area.x + 2, y, name(kind), role);
        }
        if margin >= 6 {
            let role = if here { Role::Text } else { Role::Quiet };
            canvas.put_right(self.span.x - 2, y, &held.0.to_string(), role);
        }
        for (column, _) in self.span.labels().into_iter().skip(1).filter(|(column, _)| *column != self.cursor)
        {
            canvas.put(column, y, "·", Role::Rule);
        }
        for (x, cell) in (self.span.x..).zip(held.1).filter(|(_, cell)| cell.count > 0) {
            let role = if cell.exact { role } else { Role::Quiet };
            // What stands there, tick or cursor line, would lend the mark its colour.
            canvas.clear(x, y, 1, 1);
            match cell.count {
                1 => canvas.put(x, y, of_event(kind), role),
                2..=9 => canvas.put(x, y, &cell.count.to_string(), role),
                _ => canvas.put(x, y, "+", role),
            };
        }
        if here {
            canvas.select(self.cursor, y, 1);
        }
    }
}
