//! The events over the years, a lane for each kind.

use crate::insight::{Axis, axis};
use crate::model::{Day, Event, EventKind, ItemId};
use crate::report::export::document::Document;
use crate::report::forms::svg::{Shapes, escape};
use crate::text::count;
use std::io::{self, Write};

/// Measures of the chart, in its own units: the left end of the axis, the height of a lane, the whole width.
const LEFT: f64 = 200.0;
const LANE: f64 = 26.0;
const WIDTH: f64 = 960.0;

pub(super) fn write(document: &Document<'_>, items: &[ItemId], out: &mut dyn Write) -> io::Result<()> {
    let Some(axis) = axis(document.selection.collection) else { return Ok(()) };
    let events: Vec<&Event> =
        items.iter().filter_map(|item| document.selection.collection.item(*item)?.event()).collect();
    let lanes: Vec<EventKind> =
        EventKind::ALL.iter().copied().filter(|kind| events.iter().any(|e| e.kind == *kind)).collect();
    let height = LANE * (lanes.len() as f64 + 1.5);
    writeln!(
        out,
        "<figure class=\"scroll\" tabindex=\"0\"><svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"timeline-title timeline-desc\">\n\
         <title id=\"timeline-title\">{} from {} to {}</title>\n\
         <desc id=\"timeline-desc\">{}. A dot is a day; a bar is a period or an imprecise date. Each is described below.</desc>",
        count(events.len(), "event", "events"),
        axis.first,
        axis.last,
        escape(&lane_counts(&lanes, &events))
    )?;
    let mut shapes = Shapes::default();
    years(axis, height, &mut shapes);
    for (place, kind) in lanes.iter().enumerate() {
        let middle = LANE * (place as f64 + 1.0);
        shapes.text("", [0.0, middle + 4.0], "", kind.word());
        shapes.line("lane", [LEFT, middle], [WIDTH, middle]);
        for event in events.iter().filter(|event| event.kind == *kind) {
            mark(axis, event, middle, &mut shapes);
        }
    }
    writeln!(
        out,
        "{}</svg><figcaption>Events by kind. A dot is a day; a bar is a period or an imprecise date.</figcaption></figure>",
        shapes.as_str()
    )
}

/// The chart in words: how many of each kind.
fn lane_counts(lanes: &[EventKind], events: &[&Event]) -> String {
    let of = |kind: &EventKind| events.iter().filter(|event| event.kind == *kind).count();
    let counts: Vec<String> = lanes.iter().map(|kind| format!("{} {}", of(kind), kind.word())).collect();
    counts.join(", ")
}

/// A line and a number for every fifth year.
fn years(axis: Axis, height: f64, shapes: &mut Shapes) {
    for year in (axis.first..=axis.last).filter(|year| year.is_multiple_of(5)) {
        let x = across(axis, Day { year, month: 1, day: 1 });
        shapes.line("year", [x, 4.0], [x, height - 20.0]);
        shapes.text("year", [x, height - 4.0], "", &year.to_string());
    }
}

/// A dot for a day; a bar over all the days that a date can mean.
fn mark(axis: Axis, event: &Event, middle: f64, shapes: &mut Shapes) {
    let title = format!("{}: {}", event.date.shown(), event.title);
    let (from, to) = (across(axis, event.date.begins()), across(axis, event.date.ends()));
    if event.date.is_day() {
        return shapes.dot([from, middle], 4.0, Some(&title));
    }
    shapes.rect("", [from, middle - 4.0, (to - from).max(4.0), 8.0], " rx=\"2\"", Some(&title));
}

/// The horizontal position of a day.
fn across(axis: Axis, day: Day) -> f64 {
    LEFT + axis.part(day) * (WIDTH - LEFT)
}
