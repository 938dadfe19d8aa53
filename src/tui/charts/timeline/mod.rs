//! When did it come to life? A bar per year, and below it a lane for each kind of event.

mod caption;
mod lanes;
mod plan;
mod scene;

use super::axis::{Bars, put_labels};
use super::caption::{empty, rule};
use crate::explore::Role;
use crate::explore::Row;
use crate::explore::layout::{Area, Class, Share};
use crate::explore::{Pane, State};
use crate::insight::charts::{Chronology, Span, Track};
use crate::model::EventKind;
use crate::text;
use crate::tui::canvas::Canvas;
use crate::tui::frame::pane_heading;
use plan::Plan;
use scene::Scene;
use std::ops::Range;

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
        return empty(canvas, area, Pane::Timeline, total);
    };
    let Some(item) = list.row().or(list.rows.first().copied()).map(Row::item) else { return };
    let Some(chosen) = state.collection().event(item).map(|event| (item, event)) else { return };
    // Lanes that are empty because the list is filtered are shown too.
    let whole = state.open.lists[Pane::Timeline].figures.chronology(state.collection());
    let kinds: Vec<EventKind> = whole.map(|whole| whole.kinds().collect()).unwrap_or_default();
    let margin = margin(state.layout.class(), area, &kinds, events);
    let (x, cells) = (area.x + margin, area.width.saturating_sub(margin).max(1));
    let at = chosen.1.date.begins().as_years();
    let mut span = Span::around(x, cells, years, state.place.scale(Pane::Timeline), at);
    let is_dense = lanes::crowd(events, &span);
    if is_dense && state.layout.class() >= Class::Medium {
        span = Span::around(
            x,
            cells.saturating_sub(lanes::MOST).max(1),
            years,
            state.place.scale(Pane::Timeline),
            at,
        );
    }
    let caption = if canvas.has_cursor() { usize::MAX } else { 0 };
    let plan = Plan::new(area, kinds.len(), if is_dense { 2 } else { 1 }, caption);
    let cursor = span.column(at).unwrap_or(x);
    pane_heading(canvas, area, Pane::Timeline, &[Pane::Timeline.title()], &counts(state, &span), true);
    let scene = Scene { state, area, span, plan, kinds, events, chosen, cursor, is_dense };
    scene.bars(canvas);
    scene.axis(canvas);
    scene.lanes(canvas);
    if canvas.has_cursor() {
        if let Some(y) = scene.plan.rule {
            rule(canvas, area, y);
        }
        caption::draw(canvas, &scene);
    }
    scene.legend(canvas);
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

/// The width left of the axis: that of a lane's symbol, name and count. On a small screen, it has counts if they leave
/// five sixths to the axis.
fn margin(class: Class, area: Area, kinds: &[EventKind], events: &Chronology) -> usize {
    let counts = kinds.iter().filter_map(|kind| events.lane(*kind)).map(Track::count);
    let digits = text::width(&text::thousands(counts.max().unwrap_or(0)));
    let counted = digits + 4;
    match class {
        Class::Small if Share(5, 6).is_left(area.width, counted) => counted,
        Class::Small => 2,
        _ => {
            let longest = kinds.iter().map(|kind| text::width(lanes::name(*kind))).max().unwrap_or(0);
            // The words for the bars are there too.
            (2 + longest + 1 + digits + 2).max(18)
        }
    }
}

fn counts(state: &State, span: &Span) -> Vec<String> {
    let (listed, total) = (state.list(Pane::Timeline).rows.len(), state.open.totals.events);
    let (first, last) = first_and_last(state).unwrap_or_default();
    let number = text::count_of(listed, total, "event", "events");
    let dated =
        if first == last { format!("{number}, {first}") } else { format!("{number}, {first}–{last}") };
    let mut counts = vec![dated, number];
    if state.place.scale(Pane::Timeline) > 1 {
        let (from, to) = (span.from as u16, (span.to - 1e-6) as u16);
        let seen = if from == to { from.to_string() } else { format!("{from}–{to}") };
        let scale = state.place.scale(Pane::Timeline);
        counts
            .insert(0, format!("{seen} at {scale}× scale · {}", counts.first().cloned().unwrap_or_default()));
        counts.insert(1, format!("{seen} at {scale}× scale"));
    }
    counts
}

impl Scene<'_> {
    fn bars(&self, canvas: &mut Canvas<'_>) {
        let Some((base, high)) = self.plan.bars else { return };
        if self.has_names() {
            let words = match self.span.years_a_bar() {
                1 => "events a year".to_owned(),
                step => format!("per {step} years"),
            };
            canvas.put(self.area.x, base, &words, Role::Quiet);
        }
        let years = self.state.list(Pane::Timeline).figures.years(self.state.collection());
        let here = canvas.has_cursor().then_some(self.chosen.1.date.year());
        Bars { base, high, numbers: self.plan.numbers, here }.draw(canvas, &self.span, years);
    }

    fn axis(&self, canvas: &mut Canvas<'_>) {
        let span = &self.span;
        if let Some(y) = self.plan.axis {
            canvas.repeat(span.x, y, "─", span.cells, Role::Rule);
            for (column, _) in span.ticks() {
                canvas.put(column, y, "┬", Role::Rule);
            }
            if canvas.has_cursor() {
                canvas.put(self.cursor, y, "┼", Role::Focus);
            }
        }
        let Some(y) = self.plan.labels else { return };
        let mut taken: Range<usize> = 0..0;
        let is_named = self.state.layout.class() >= Class::Medium || self.plan.caption < 2;
        if canvas.has_cursor() && is_named {
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
}
