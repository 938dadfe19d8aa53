//! Draws the list of marks and notes: by kind of item, each with the first line of its note or what it belongs to.

use crate::data::personal::Mark;
use crate::explore::layout::{Area, window};
use crate::explore::overlays::{Heading, MarksView, Panel};
use crate::explore::{Role, Sign, State, Target};
use crate::text::{count, thousands};
use crate::tui::canvas::Canvas;
use crate::tui::frame::heading;
use crate::tui::glyphs::of_mark;

/// A row of the list.
enum Row<'a> {
    Blank,
    Heading(&'static str),
    /// A mark, by its place in the list and whether its item is open.
    Mark(usize, &'a Mark, bool),
    /// What is said below it.
    Below(&'a str),
}

pub fn draw(canvas: &mut Canvas<'_>, state: &State, view: &MarksView, area: Area) {
    let places = view.places(&state.marks);
    let title = match view.collection(&state.marks) {
        Some(name) => format!("{}: {name}", view.title()),
        None => view.title().into_owned(),
    };
    heading(
        canvas,
        Area { height: 1, ..area },
        "",
        &[title.as_str(), &*view.title()],
        &counts(state, &places),
        true,
    );
    let filter = filter_line(canvas, view, area);
    // The legend and where the marks are kept.
    let list = Area { y: area.y + 1 + filter, height: area.height.saturating_sub(4 + filter), ..area };
    if places.is_empty() {
        let words = match view.words().text() {
            "" => "Nothing is marked yet. space marks what is open, A writes a note on it.",
            _ => "No mark has these words.",
        };
        canvas.put_wrapped(
            Area { x: list.x + 2, width: list.width.saturating_sub(2), ..list },
            words,
            Role::Quiet,
        );
    }
    rows_of(canvas, &rows(state, &places), view.chosen, list);
    legend(canvas, area);
}

fn counts(state: &State, places: &[usize]) -> Vec<String> {
    let notes =
        places.iter().filter(|place| state.marks.at(**place).is_some_and(|(mark, _)| !mark.note.is_empty()));
    let (marks, notes) = (count(places.len(), "mark", "marks"), count(notes.count(), "note", "notes"));
    vec![format!("{marks} · {notes}"), marks, thousands(places.len())]
}

/// Draws the words of the filter, if there are any; returns the rows that it takes.
fn filter_line(canvas: &mut Canvas<'_>, view: &MarksView, area: Area) -> usize {
    if view.is_typed() {
        super::panel::prompt(
            canvas,
            Area { y: area.y + 1, height: 1, ..area },
            "/",
            view.words(),
            "enter keeps it",
        );
        return 1;
    }
    if view.words().text().is_empty() {
        return 0;
    }
    let words = format!("with {} · esc shows all", view.words().text());
    canvas.put_cut(area.x + 2, area.y + 1, &words, Role::Quiet, area.width.saturating_sub(2));
    1
}

fn rows<'a>(state: &'a State, places: &[usize]) -> Vec<Row<'a>> {
    let (mut rows, mut under) = (Vec::new(), None);
    for (at, place) in places.iter().enumerate() {
        let Some((mark, item)) = state.marks.at(*place) else { continue };
        let heading = Heading::of(item);
        if under != Some(heading) {
            rows.extend((!rows.is_empty()).then_some(Row::Blank));
            rows.push(Row::Heading(heading.words()));
            under = Some(heading);
        }
        rows.push(Row::Mark(at, mark, item.is_some()));
        let below = mark.note.lines().next().unwrap_or(if item.is_some() { &mark.of } else { &mark.address });
        rows.push(Row::Below(below));
    }
    rows
}

fn rows_of(canvas: &mut Canvas<'_>, rows: &[Row<'_>], chosen: usize, area: Area) {
    let at = rows.iter().position(|row| matches!(row, Row::Mark(place, ..) if *place == chosen)).unwrap_or(0);
    // The row below the chosen one is in view too.
    let first = window(rows.len(), area.height, (at + 1).min(rows.len().saturating_sub(1)));
    let room = |x: usize| area.right().saturating_sub(x);
    for (y, row) in (area.y..area.bottom()).zip(rows.iter().skip(first)) {
        match row {
            Row::Blank => {}
            Row::Heading(words) => {
                canvas.put_cut(area.x, y, words, Role::Strong, area.width);
            }
            Row::Below(words) => {
                canvas.put_cut(area.x + 4, y, words, Role::Quiet, room(area.x + 4));
            }
            Row::Mark(place, mark, is_open) => {
                let sign = if mark.note.is_empty() { Sign::Marked } else { Sign::Noted };
                canvas.put(area.x + 2, y, of_mark(sign), Role::Key);
                let role = if *is_open { Role::Text } else { Role::Quiet };
                canvas.put_cut(area.x + 4, y, &mark.title, role, room(area.x + 4));
                canvas.hit(Area::row(area.x, y, area.width), Target::Choice(*place));
                if *place == chosen {
                    super::panel::mark_chosen(canvas, area, y);
                }
            }
        }
    }
}

fn legend(canvas: &mut Canvas<'_>, area: Area) {
    let y = area.bottom().saturating_sub(2);
    let words =
        [("✎", Role::Key), (" mark with a note   ", Role::Quiet), ("✓", Role::Key), (" mark", Role::Quiet)];
    canvas.put_spans(area.x, y, &words, area.width);
    canvas.put_cut(area.x, y + 1, "No file is changed by them.", Role::Quiet, area.width);
}
