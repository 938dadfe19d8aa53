//! Draws organisations, and since when the compared parties have been members together.

use super::view::{PaneView, mark_row};
use crate::explore::Pane;
use crate::explore::Role;
use crate::explore::memberships::{pair, titles, total};
use crate::insight::Axis;
use crate::model::{Date, Dossier, Organisation, Standing};
use crate::text;
use crate::tui::canvas::Canvas;
use crate::tui::glyphs;

/// Draws the pane.
pub fn draw(canvas: &mut Canvas<'_>, view: &PaneView<'_>) {
    let (area, rows, collection) = (view.area, &view.list.rows, &view.open.collection);
    let total = total(collection, rows, view.open.totals.organisations);
    view.heading(canvas, &titles(collection, rows), &counts(view, total));
    if rows.is_empty() {
        return view.why_empty(canvas, Pane::Memberships.why_empty(total));
    }
    let years = view.open.axis.and(view.years());
    // Without bars, a name ends before the year at the right.
    let end = years.map_or(area.right().saturating_sub(6), |(x, _)| x - 1);
    let first = view.first(area.height.saturating_sub(1));
    for (y, place) in (area.y + 1..area.bottom()).zip(first..rows.len()) {
        let Some((dossier, organisation)) =
            rows.get(place).and_then(|row| collection.organisation(row.item()))
        else {
            continue;
        };
        let name = organisation.list_name();
        let item = rows.get(place).map(|row| row.item());
        let sign = item.map_or(0, |item| view.dispute(canvas, item, end.saturating_sub(1), y));
        view.title(canvas, (area.x + 2, y), name, Role::Text, end.saturating_sub(area.x + 2 + sign));
        if let (Some(axis), Some((x, cells))) = (view.open.axis, years) {
            bar(canvas, Spot { x, y, cells, axis }, dossier, organisation);
        }
        side(canvas, view, dossier, organisation, y);
        mark_row(canvas, view, place, y);
    }
}

/// The counts, in the wordings from the fullest to the shortest.
fn counts(view: &PaneView<'_>, total: usize) -> Vec<String> {
    let (rows, collection) = (&view.list.rows, &view.open.collection);
    if rows.len() < total {
        return vec![text::part_of(rows.len(), total)];
    }
    let (shared, differ) = view.list.figures.shared(collection);
    let mut counts = vec![format!("{shared} of {total} shared"), format!("{shared} of {total}")];
    if differ > 0 && pair(collection, rows).is_none() {
        counts.insert(0, format!("{shared} of {total} shared · ◐ {differ} differ in status"));
    }
    counts
}

fn side(
    canvas: &mut Canvas<'_>,
    view: &PaneView<'_>,
    dossier: &Dossier,
    organisation: &Organisation,
    y: usize,
) {
    let since = organisation.shared_since(&dossier.compares).map(|d| d.ends().year.to_string());
    let known = since.is_some();
    let since = since.unwrap_or_else(|| "?".to_owned());
    let (words, role) = match (dossier.standing(organisation), view.is_wide()) {
        (Standing::Differ, true) => ("◐ status".to_owned(), Role::Quiet),
        (Standing::Differ, false) => ("◐".to_owned(), Role::Quiet),
        (Standing::OneSided, true) => (only(dossier, organisation), Role::Quiet),
        (Standing::OneSided, false) => ("one".to_owned(), Role::Quiet),
        (Standing::Same, true) => (format!("since {since}"), if known { Role::Text } else { Role::Quiet }),
        (Standing::Same, false) => (since, if known { Role::Text } else { Role::Quiet }),
    };
    canvas.put_right(view.area.right() - 1, y, &words, role);
}

/// The parties that take part, if not all do.
fn only(dossier: &Dossier, organisation: &Organisation) -> String {
    let takes_part = |party: &&String| organisation.membership(party).is_some_and(|m| m.status.takes_part());
    let parties: Vec<&str> = dossier.compares.iter().filter(takes_part).map(String::as_str).collect();
    if parties.is_empty() { "none".to_owned() } else { format!("{} only", parties.join(" ")) }
}

/// The position of a bar, and the years it spans.
#[derive(Clone, Copy)]
pub struct Spot {
    /// First column.
    pub x: usize,
    /// Row.
    pub y: usize,
    /// Cells.
    pub cells: usize,
    /// Years.
    pub axis: Axis,
}

impl Spot {
    /// The cell in which a date begins, and the first cell in which it is certain to have begun.
    pub fn cells_of(&self, date: Date) -> (usize, usize) {
        let certain = if date.is_year() { f64::from(date.ends().year) + 1.0 } else { date.ends().as_years() };
        let sure = self.axis.cell(certain, self.cells);
        (self.axis.cell(date.begins().as_years(), self.cells), sure)
    }
}

/// One line for all compared parties: heavy where all take part, light where one does, dotted where a date is not
/// known.
fn bar(canvas: &mut Canvas<'_>, spot: Spot, dossier: &Dossier, organisation: &Organisation) {
    let places =
        dossier.compares.iter().filter_map(|p| organisation.membership(p)).filter(|m| m.status.takes_part());
    let since: Vec<Option<Date>> = places.map(|m| m.since).collect();
    let known: Vec<(usize, usize)> = since.iter().flatten().map(|date| spot.cells_of(*date)).collect();
    let all_known = known.len() == since.len() && since.len() == dossier.compares.len();
    if known.len() < since.len() || since.is_empty() {
        if since.is_empty() {
            return;
        }
        canvas.put(spot.x, spot.y, "?", Role::Unknown);
        canvas.repeat(spot.x + 1, spot.y, "┄", spot.cells.saturating_sub(1), Role::Unknown);
    }
    let Some(begin) = known.iter().map(|(begin, _)| *begin).min() else { return };
    let first_sure = known.iter().map(|(_, sure)| *sure).min().unwrap_or(begin);
    canvas.repeat(spot.x + begin, spot.y, "┄", spot.cells - begin, Role::Unknown);
    canvas.repeat(spot.x + first_sure, spot.y, "─", spot.cells - first_sure, Role::Text);
    if let Some(all_sure) = known.iter().map(|(_, sure)| *sure).max().filter(|_| all_known) {
        let (line, role) = glyphs::of_shared(dossier.standing(organisation));
        canvas.repeat(spot.x + all_sure, spot.y, line, spot.cells - all_sure, role);
    }
}
