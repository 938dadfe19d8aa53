//! Events by date: a density bar over the years, then one line an event.

use super::frame::{Frame, heading, mark_row};
use crate::insight::Axis;
use crate::model::{Collection, Event, ItemId, Part};
use crate::text;
use crate::tui::canvas::Canvas;
use crate::tui::glyphs::{EIGHTHS, of_event};
use crate::tui::layout::Area;
use crate::tui::pane::PaneId;
use crate::tui::theme::Role;

/// The event of an item.
pub fn event(collection: &Collection, item: ItemId) -> Option<&Event> {
    match item.part {
        Part::Event(i) => collection.dossier(item)?.event(i),
        _ => None,
    }
}

/// Where the years stand in a pane: first column and cells. The timeline and the memberships share it, so that the
/// two read as one chart.
pub fn axis_columns(area: Area) -> (usize, usize) {
    if area.width >= 50 {
        (area.x + 17, 36.min(area.width - 29))
    } else {
        (area.x + 12, area.width.saturating_sub(18))
    }
}

/// Draws the pane.
pub fn draw(
    canvas: &mut Canvas<'_>,
    frame: &Frame<'_>,
    collection: &Collection,
    axis: Option<Axis>,
    total: usize,
) {
    let rows = &frame.list.rows;
    let count = if rows.len() < total {
        format!("{} of {}", text::thousands(rows.len()), text::thousands(total))
    } else {
        text::thousands(total)
    };
    heading(canvas, frame.area, "1", "Timeline", &count, frame.focused);
    if rows.is_empty() {
        return draw_empty(canvas, frame, total);
    }
    let mut top = frame.area.y + 1;
    if let Some(axis) = axis.filter(|_| frame.area.height >= 4 && frame.area.width >= 28) {
        density(canvas, frame, collection, axis, top);
        top += 1;
    }
    let shown = frame.area.bottom().saturating_sub(top);
    let first = frame.first(shown);
    let mut year = None;
    for (y, place) in (top..frame.area.bottom()).zip(first..rows.len()) {
        let Some(event) = rows.get(place).and_then(|row| event(collection, row.item())) else { continue };
        row(canvas, frame, event, y, year != Some(event.date.year()));
        year = Some(event.date.year());
        mark_row(canvas, frame, place, y);
    }
}

fn row(canvas: &mut Canvas<'_>, frame: &Frame<'_>, event: &Event, y: usize, new_year: bool) {
    let area = frame.area;
    if new_year {
        let role = if frame.is_wide() { Role::Strong } else { Role::Quiet };
        canvas.put(area.x + 2, y, &event.date.year().to_string(), role);
    }
    let mut x = area.x + 7;
    if frame.is_wide() {
        canvas.put_right(area.x + 13, y, &event.date.day_and_month(), Role::Quiet);
        x = area.x + 16;
    }
    // The mark of an event known only to the year is quiet.
    canvas.put(x, y, of_event(event.kind), if event.date.is_year() { Role::Quiet } else { Role::Text });
    let room = area.right().saturating_sub(x + 2);
    frame.title(canvas, (x + 2, y), &event.title, Role::Text, room);
}

/// The eighths of a cell that show `value` of `top`; something is never shown as nothing.
pub fn eighths(value: usize, top: usize) -> usize {
    if value == 0 { 0 } else { ((value * 8 + top / 2) / top.max(1)).clamp(1, 8) }
}

fn density(canvas: &mut Canvas<'_>, frame: &Frame<'_>, collection: &Collection, axis: Axis, y: usize) {
    let (x, cells) = axis_columns(frame.area);
    let events = &frame.list.chronology(collection).all;
    let held = |cell| events.within(cell, |years| axis.cell(years, cells)).len();
    let bins: Vec<usize> = (0..cells).map(held).collect();
    let top = bins.iter().copied().max().unwrap_or(1);
    canvas.put_right(x.saturating_sub(2), y, &axis.first.to_string(), Role::Quiet);
    for (i, value) in bins.into_iter().enumerate() {
        match EIGHTHS.get(eighths(value, top)).filter(|_| value > 0) {
            Some(sign) => canvas.put(x + i, y, sign, Role::Bar),
            None => canvas.put(x + i, y, "·", Role::Rule),
        };
    }
    if x + cells + 5 <= frame.area.right() {
        canvas.put(x + cells + 1, y, &axis.last.to_string(), Role::Quiet);
    }
}

fn draw_empty(canvas: &mut Canvas<'_>, frame: &Frame<'_>, total: usize) {
    let area = frame.area;
    let (x, room) = (area.x + 2, area.width.saturating_sub(2));
    canvas.put_cut(x, area.y + 1, PaneId::Timeline.why_empty(total), Role::Quiet, room);
    if total > 0 {
        return;
    }
    let what = "An event is a dated thing that happened: a visit, a signing, a project. They are read from the list of events in the dossier file.";
    for (y, line) in (area.y + 3..area.bottom()).zip(text::wrap(what, room)) {
        canvas.put(x, y, what.get(line).unwrap_or_default(), Role::Quiet);
    }
}
