//! Draws agreements with their clauses below them, and the points not on record.

use super::view::{PaneView, mark_row};
use crate::explore::Pane;
use crate::explore::Role;
use crate::explore::Row;
use crate::explore::chapter_count;
use crate::explore::layout::{Area, Share};
use crate::insight::{bare_number, chapters_around, shown_number};
use crate::model::{Agreement, Collection, ItemId, Kind};
use crate::text::{self, count};
use crate::tui::canvas::Canvas;

/// Draws the pane.
pub fn draw(canvas: &mut Canvas<'_>, view: &PaneView<'_>) {
    let (collection, rows) = (&view.open.collection, &view.list.rows);
    view.heading(canvas, &[view.pane.title()], &[counts(view)]);
    if rows.is_empty() {
        return view.why_empty(canvas, Pane::Clauses.why_empty(view.open.totals.agreements));
    }
    let top = view.area.y + 1;
    let first = view.first(view.area.height.saturating_sub(1));
    for (y, place) in (top..view.area.bottom()).zip(first..rows.len()) {
        match rows.get(place).copied() {
            Some(Row::Item(item)) if item.kind() == Kind::Agreement => {
                agreement_row(canvas, view, collection, item, y)
            }
            Some(Row::Item(item)) if item.kind() == Kind::Chapter => {
                chapter_row(canvas, view, item, (y, "−"));
            }
            Some(Row::Folded(item, _)) => chapter_row(canvas, view, item, (y, "+")),
            Some(Row::Item(item)) => clause_row(canvas, view, collection, item, y),
            Some(Row::Missing(item)) => {
                let missing = collection.agreement(item).map_or(0, Agreement::missing);
                let words = format!("? {} more, not on record", text::thousands(missing));
                canvas.put_cut(view.area.x + 4, y, &words, Role::Unknown, view.area.width.saturating_sub(4));
            }
            Some(Row::Folder(..)) | None => {}
        }
        mark_row(canvas, view, place, y);
    }
}

fn counts(view: &PaneView<'_>) -> String {
    let totals = view.open.totals;
    let (clauses, agreements) = (view.list.count(Kind::Clause), view.list.count(Kind::Agreement));
    let all = clauses == totals.clauses && agreements == totals.agreements;
    let held = text::part_of(clauses, totals.clauses);
    if let (1, Some(first)) = (agreements, view.list.rows.first())
        && let chapters @ 1.. = chapter_count(&view.open.collection, first.item())
    {
        let chapters = text::count(chapters, "chapter", "chapters");
        return format!("{} in {chapters}", text::thousands(clauses));
    }
    if !view.is_wide() {
        return held;
    }
    let of = text::count_of(agreements, totals.agreements, "agreement", "agreements");
    format!("{held} {} {of}", if all { "in" } else { "·" })
}

/// Whether dates and sectors are shown beside the titles: if that leaves three fifths of the pane to the titles.
fn has_side_columns(area: Area) -> bool {
    /// The width of the gutter, of points and date, and of the spaces between.
    const BESIDE: usize = 24;
    Share(3, 5).is_left(area.width, BESIDE)
}

fn agreement_row(
    canvas: &mut Canvas<'_>,
    view: &PaneView<'_>,
    collection: &Collection,
    item: ItemId,
    y: usize,
) {
    let Some(agreement) = collection.agreement(item) else { return };
    let (area, held) = (view.area, agreement.clauses.len());
    let mut side = match agreement.points {
        Some(points) => format!("{held} of {points}"),
        None if held > 0 => text::thousands(held),
        None => String::new(),
    };
    if has_side_columns(area) {
        let date = collection.item(item).map(|item| item.shown_date()).unwrap_or_default();
        side = format!("{side}  {date:>11}").trim_start_matches("  ").to_owned();
    }
    canvas.put_right(area.right() - 1, y, &side, Role::Quiet);
    let sign = view.dispute(canvas, item, area.right().saturating_sub(text::width(&side) + 2), y);
    let title = agreement.list_title();
    let role = if held > 0 { Role::Strong } else { Role::Text };
    let room = area.width.saturating_sub(2 + sign + if side.is_empty() { 0 } else { text::width(&side) + 2 });
    view.title(canvas, (area.x + 2, y), title, role, room);
}

/// Whether it is open or folded, its number, its heading, and how many clauses it holds.
fn chapter_row(canvas: &mut Canvas<'_>, view: &PaneView<'_>, item: ItemId, (y, sign): (usize, &str)) {
    let of = view.open.collection.item(item);
    let Some((item, chapter)) = of.and_then(|item| Some((item, item.chapter()?))) else { return };
    let (area, indent) = (view.area, 2 * chapter.level.min(4));
    let side = text::thousands(chapter.len());
    canvas.put_right(area.right() - 1, y, &side, Role::Quiet);
    let x = area.x + 2 + indent;
    canvas.put(x, y, sign, Role::Key);
    let Some(outline) = item.dossier().outline_of(item.id().part) else { return };
    let (number, heading) = shown_number(outline, chapter);
    let columns = if number.is_empty() { 0 } else { text::width(number).clamp(2, 6) + 1 };
    if columns > 0 {
        canvas.put_cut(
            x + 2 + columns.saturating_sub(text::width(number) + 1),
            y,
            number,
            Role::Quiet,
            columns,
        );
    }
    let x = x + 2 + columns;
    let role = if sign == "+" { Role::Text } else { Role::Strong };
    let room = (area.right() - 1).saturating_sub(x + text::width(&side) + 2);
    view.title(canvas, (x, y), &heading, role, room);
}

fn clause_row(canvas: &mut Canvas<'_>, view: &PaneView<'_>, collection: &Collection, item: ItemId, y: usize) {
    let Some(clause) = collection.dossier(item).and_then(|d| d.clause(item.part)) else { return };
    let area = view.area;
    let mut side = String::new();
    if has_side_columns(area) && !clause.sectors.is_empty() {
        side = count(clause.sectors.len(), "sector", "sectors");
    }
    canvas.put_right(area.right() - 1, y, &side, Role::Quiet);
    let sign = view.dispute(canvas, item, area.right().saturating_sub(text::width(&side) + 2), y);
    let is_tree = item.agreement().is_some_and(|of| chapter_count(collection, of) > 0);
    let depth = if is_tree { 3 * chapters_around(collection, item).count().min(4) } else { 0 };
    let end = area.right() - sign - if side.is_empty() { 0 } else { text::width(&side) + 2 };
    let mut x = area.x + 4 + depth;
    if let Some(number) = clause.number_apart() {
        let number = if depth > 0 { bare_number(number) } else { number };
        // Numbers of one chapter are a column.
        let column = if depth > 0 { x + 6 } else { 0 };
        x = column.max(canvas.put_cut(x, y, number, Role::Quiet, end.saturating_sub(x) / 3) + 2);
    }
    let room = end.saturating_sub(x);
    view.title(canvas, (x, y), &clause.heading, Role::Text, room);
}
