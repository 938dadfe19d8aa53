//! Draws all open agreements, one per line, below a density bar of the years in which they were signed.

use super::view::{PaneView, density, mark_row};
use crate::explore::LibraryColumn;
use crate::explore::Pane;
use crate::explore::Role;
use crate::explore::Row;
use crate::explore::layout::{Area, Share};
use crate::model::{Agreement, Collection, Date, GuessedFact, ItemId, Kind, Reading};
use crate::text;
use crate::tui::canvas::Canvas;

/// The heading of a column, its width and its text.
struct Column {
    heading: &'static str,
    cells: usize,
    words: fn(&Agreement) -> String,
}

fn column(column: LibraryColumn) -> Column {
    let (heading, cells, words): (_, _, fn(&Agreement) -> String) = match column {
        LibraryColumn::Read => {
            ("read", 11, |a| a.reading.as_ref().map(Reading::in_short).unwrap_or_default())
        }
        LibraryColumn::From => {
            ("from", 8, |a| a.reading.as_ref().map(|reading| reading.format.clone()).unwrap_or_default())
        }
        LibraryColumn::Clauses => ("clauses", 7, clauses),
        LibraryColumn::Parties => ("parties", 7, parties),
        LibraryColumn::Language => ("language", 8, |a| known(a.language.clone())),
        LibraryColumn::Kind => ("kind", 11, |a| known(a.kind_word().map(str::to_owned))),
        LibraryColumn::Status => ("status", 10, |a| known(a.status.clone())),
    };
    Column { heading, cells, words }
}

/// The number of rows above the agreements: the heading and, if that leaves the agreements their share, the years and
/// the column headings, with a blank row between them on a tall screen.
pub fn rows_above(area: Area) -> usize {
    match area.height {
        height if Share(7, 8).is_left(height, 4) => 4,
        height if Share(3, 4).is_left(height, 3) => 3,
        _ => 1,
    }
}

/// Draws the pane; `order` is the name of the sort order.
pub fn draw(canvas: &mut Canvas<'_>, view: &PaneView<'_>, order: &str) {
    let (area, rows, collection) = (view.area, &view.list.rows, &view.open.collection);
    view.heading(canvas, &[view.pane.title()], &[counts(view, order)]);
    if rows.is_empty() {
        return view.why_empty(canvas, Pane::Library.why_empty(view.open.totals.agreements));
    }
    let above = rows_above(area);
    if above > 1 {
        years(canvas, view, collection);
        headings(canvas, area, &view.open.columns, area.y + above - 1);
    }
    let shown = area.height.saturating_sub(above);
    let first = view.first(shown);
    for (y, place) in (area.y + above..area.bottom()).zip(first..rows.len()) {
        match rows.get(place).copied() {
            Some(Row::Item(item)) => row(canvas, view, collection, item, y),
            Some(Row::Folder(first, held)) => {
                folder(canvas, area, (collection.folder(first).unwrap_or_default(), held), y);
            }
            _ => continue,
        }
        mark_row(canvas, view, place, y);
    }
}

fn counts(view: &PaneView<'_>, order: &str) -> String {
    let total = view.open.totals.agreements;
    let held = view.list.count(Kind::Agreement);
    let agreements = text::count_of(held, total, "agreement", "agreements");
    let is_by_folder =
        view.list.rows.last().is_some_and(|row| view.open.collection.folder(row.item()).is_some());
    let order = if is_by_folder { format!("by folder, {order}") } else { order.to_owned() };
    if date_cells(view.area) > 4 { format!("{order} · {agreements}") } else { agreements }
}

/// The width of the date: in full if that leaves half of the pane to the title, else only the year.
fn date_cells(area: Area) -> usize {
    if Share(1, 2).is_left(area.width, 24) { 11 } else { 4 }
}

/// The columns from right to left that leave five twelfths of the pane to the title, each with its last cell; a third
/// where it must be seen from what kind of file each was read.
fn columns(area: Area, held: &[LibraryColumn]) -> impl Iterator<Item = (Column, usize)> + '_ {
    let before = date_cells(area) + 4;
    let mut taken = 0;
    let share = if held.contains(&LibraryColumn::From) { Share(1, 3) } else { Share(5, 12) };
    held.iter().map_while(move |held| {
        let (column, last) = (column(*held), area.right().saturating_sub(taken + 1));
        taken += column.cells + 2;
        share.is_left(area.width, before + taken).then_some((column, last))
    })
}

fn headings(canvas: &mut Canvas<'_>, area: Area, held: &[LibraryColumn], y: usize) {
    let cells = date_cells(area);
    canvas.put_cut(area.x + 2, y, if cells > 4 { "signed" } else { "year" }, Role::Quiet, cells);
    canvas.put_cut(area.x + cells + 5, y, "agreement", Role::Quiet, area.width.saturating_sub(cells + 5));
    for (column, last) in columns(area, held) {
        canvas.put_right(last, y, column.heading, Role::Quiet);
    }
}

fn row(canvas: &mut Canvas<'_>, view: &PaneView<'_>, collection: &Collection, item: ItemId, y: usize) {
    let Some(agreement) = collection.agreement(item) else { return };
    let area = view.area;
    let cells = date_cells(area);
    let signed = agreement.signed.map_or_else(|| "?".to_owned(), |date| shown(date, cells));
    canvas.put_right(area.x + 1 + cells, y, &signed, Role::Quiet);
    if agreement.is_guessed(GuessedFact::Signed) {
        canvas.put(area.x + 2 + cells, y, "≈", Role::Key);
    }
    view.dispute(canvas, item, area.x + 3 + cells, y);
    let mut end = area.right();
    for (column, last) in columns(area, &view.open.columns) {
        let words = (column.words)(agreement);
        let role = if column.heading == "clauses" { Role::Text } else { Role::Quiet };
        canvas.put_right(last, y, &text::cut(&words, column.cells, "…"), role);
        end = last.saturating_sub(column.cells);
    }
    let x = area.x + cells + 5;
    // What a machine has read is not on record as the words of an instrument are.
    let is_sure = agreement.reading.is_none() && !agreement.clauses.is_empty();
    let role = if is_sure { Role::Strong } else { Role::Text };
    view.title(canvas, (x, y), agreement.list_title(), role, end.saturating_sub(x + 1));
}

/// The heading of a folder, and how many agreements are listed below it.
fn folder(canvas: &mut Canvas<'_>, area: Area, (name, held): (&str, u32), y: usize) {
    let held = text::count(held as usize, "agreement", "agreements");
    let room = area.width.saturating_sub(text::width(&held) + 2);
    let end = canvas.put_cut(area.x, y, name, Role::Strong, room);
    let x = end.max(area.x + date_cells(area) + 2) + 2;
    canvas.put_cut(x, y, &held, Role::Quiet, area.right().saturating_sub(x));
}

fn shown(date: Date, cells: usize) -> String {
    let whole = date.shown();
    if text::width(&whole) <= cells { whole } else { date.year().to_string() }
}

/// The text, or `?` if it is not on record.
fn known(words: Option<String>) -> String {
    words.unwrap_or_else(|| "?".to_owned())
}

/// The number of clauses on record, and of all, if known.
fn clauses(agreement: &Agreement) -> String {
    let held = text::thousands(agreement.clauses.len());
    match agreement.points {
        Some(points) if agreement.missing() > 0 => format!("{held} of {points}"),
        None if agreement.clauses.is_empty() => known(None),
        _ => held,
    }
}

/// The codes of two states, else the number of parties.
fn parties(agreement: &Agreement) -> String {
    match agreement.parties.as_slice() {
        [] => "?".to_owned(),
        [one, other] if one.len() == 3 && other.len() == 3 => format!("{one} {other}"),
        several => several.len().to_string(),
    }
}

/// Draws the number signed in each year, between the first and the last.
fn years(canvas: &mut Canvas<'_>, view: &PaneView<'_>, collection: &Collection) {
    let (area, y) = (view.area, view.area.y + 1);
    let years = view.list.figures.years(collection);
    let (Some((first, _)), Some((last, _))) = (years.first(), years.last()) else { return };
    let (x, room) = (area.x + 7, area.width.saturating_sub(14));
    let span = usize::from(last - first) + 1;
    let cells = room.min(span);
    let mut bins = vec![0; cells];
    for (year, signed) in years {
        let bin = usize::from(year - first) * cells / span;
        if let Some(sum) = bins.get_mut(bin) {
            *sum += signed;
        }
    }
    canvas.put(area.x + 2, y, &first.to_string(), Role::Quiet);
    density(canvas, x, y, &bins);
    canvas.put(x + cells + 1, y, &last.to_string(), Role::Quiet);
}
