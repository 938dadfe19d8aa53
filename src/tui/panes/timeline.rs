//! Draws events by date: a density bar over the years, then one line per event.

use super::view::{PaneView, density, mark_row};
use crate::explore::Pane;
use crate::explore::Role;
use crate::explore::layout::{Area, Share};
use crate::insight::Axis;
use crate::model::Event;
use crate::text;
use crate::tui::canvas::Canvas;
use crate::tui::glyphs::of_event;

/// Draws the pane.
pub fn draw(canvas: &mut Canvas<'_>, view: &PaneView<'_>) {
    let (rows, collection, total) = (&view.list.rows, &view.open.collection, view.open.totals.events);
    view.heading(canvas, &[view.pane.title()], &[text::part_of(rows.len(), total)]);
    if rows.is_empty() {
        return draw_empty(canvas, view, total);
    }
    let mut top = view.area.y + 1;
    if let (Some(axis), Some(columns)) = (view.open.axis, view.years())
        && Share(1, 2).is_left(view.area.height, 2)
    {
        years(canvas, view, axis, columns, top);
        top += 1;
    }
    let shown = view.area.bottom().saturating_sub(top);
    let first = view.first(shown);
    let mut year = None;
    for (y, place) in (top..view.area.bottom()).zip(first..rows.len()) {
        let Some(item) = rows.get(place).map(|row| row.item()) else { continue };
        let Some(event) = collection.event(item) else { continue };
        row(canvas, view, event, y, year != Some(event.date.year()));
        view.dispute(canvas, item, view.area.x + if view.is_wide() { 14 } else { 6 }, y);
        year = Some(event.date.year());
        mark_row(canvas, view, place, y);
    }
}

fn row(canvas: &mut Canvas<'_>, view: &PaneView<'_>, event: &Event, y: usize, new_year: bool) {
    let area = view.area;
    if new_year {
        let role = if view.is_wide() { Role::Strong } else { Role::Quiet };
        canvas.put(area.x + 2, y, &event.date.year().to_string(), role);
    }
    let mut x = area.x + 7;
    if view.is_wide() {
        canvas.put_right(area.x + 13, y, &event.date.day_and_month(), Role::Quiet);
        x = area.x + 16;
    }
    // The symbol of an event of which only the year is known is quiet.
    canvas.put(x, y, of_event(event.kind), if event.date.is_year() { Role::Quiet } else { Role::Text });
    let room = area.right().saturating_sub(x + 2);
    view.title(canvas, (x + 2, y), &event.title, Role::Text, room);
}

/// Draws the number of events over the years.
fn years(canvas: &mut Canvas<'_>, view: &PaneView<'_>, axis: Axis, columns: (usize, usize), y: usize) {
    let (x, cells) = columns;
    let Some(chronology) = view.list.figures.chronology(&view.open.collection) else { return };
    let held = |cell| chronology.all.within(cell, |years| axis.cell(years, cells)).len();
    let bins: Vec<usize> = (0..cells).map(held).collect();
    canvas.put_right(x.saturating_sub(2), y, &axis.first.to_string(), Role::Quiet);
    density(canvas, x, y, &bins);
    if x + cells + 5 <= view.area.right() {
        canvas.put(x + cells + 1, y, &axis.last.to_string(), Role::Quiet);
    }
}

fn draw_empty(canvas: &mut Canvas<'_>, view: &PaneView<'_>, total: usize) {
    view.why_empty(canvas, Pane::Timeline.why_empty(total));
    if total > 0 {
        return;
    }
    let what = "An event is something with a date: a visit, a signing, a project. Events come from the list \"events\" in the dossier file.";
    let area = Area { x: view.area.x + 2, width: view.area.width.saturating_sub(2), ..view.area };
    canvas.put_wrapped(area.below(area.y + 3), what, Role::Quiet);
}
