//! Organisations, and since when the compared parties sit in them together.

use super::frame::{Frame, heading, mark_row};
use super::timeline::axis_columns;
use crate::insight::Axis;
use crate::model::{Collection, Date, Dossier, ItemId, Organisation, Part, Standing};
use crate::text;
use crate::tui::canvas::Canvas;
use crate::tui::pane::PaneId;
use crate::tui::rows::Row;
use crate::tui::theme::Role;

/// The organisation of an item, and its dossier.
pub fn organisation(collection: &Collection, item: ItemId) -> Option<(&Dossier, &Organisation)> {
    let dossier = collection.dossier(item)?;
    match item.part {
        Part::Organisation(i) => Some((dossier, dossier.organisation(i)?)),
        _ => None,
    }
}

/// How many of these organisations are shared, and in how many of those the status differs.
pub fn shared(collection: &Collection, rows: &[Row]) -> (usize, usize) {
    let standings =
        rows.iter().filter_map(|row| organisation(collection, row.item())).map(|(d, o)| d.standing(o));
    standings.fold((0, 0), |(shared, differ), standing| match standing {
        Standing::Same => (shared + 1, differ),
        Standing::Differ => (shared + 1, differ + 1),
        Standing::OneSided => (shared, differ),
    })
}

/// The pair of states that the rows are of, where they are not of what is open.
pub fn pair<'a>(collection: &'a Collection, rows: &[Row]) -> Option<&'a Dossier> {
    let beside = rows.first()?.item().dossier == Collection::BESIDE;
    collection.beside().map(|pair| &**pair).filter(|_| beside)
}

/// The pair in a heading: `Memberships DEU – POL, Jan 2026 · esc`.
pub fn pair_title(pair: &Dossier) -> String {
    let date = pair.as_of.map(|d| format!(", {}", d.shown())).unwrap_or_default();
    format!("Memberships {}{date} · esc", pair.compares.join(" – "))
}

/// How many organisations there are to list before a search or narrowing leaves some out, of so many in all that is
/// open.
pub fn total(collection: &Collection, rows: &[Row], open: usize) -> usize {
    pair(collection, rows).map_or(open, |pair| pair.organisations.len())
}

/// Draws the pane.
pub fn draw(
    canvas: &mut Canvas<'_>,
    frame: &Frame<'_>,
    collection: &Collection,
    axis: Option<Axis>,
    open: usize,
) {
    let (area, rows) = (frame.area, &frame.list.rows);
    let total = total(collection, rows, open);
    let title = pair(collection, rows).map_or_else(|| "Memberships".to_owned(), pair_title);
    heading(canvas, area, "4", &title, &counts(frame, collection, total), frame.focused);
    if rows.is_empty() {
        let words = PaneId::Memberships.why_empty(total);
        canvas.put_cut(area.x + 2, area.y + 1, words, Role::Quiet, area.width.saturating_sub(2));
        return;
    }
    let (x, cells) = axis_columns(area);
    let first = frame.first(area.height.saturating_sub(1));
    for (y, place) in (area.y + 1..area.bottom()).zip(first..rows.len()) {
        let Some((dossier, organisation)) =
            rows.get(place).and_then(|row| organisation(collection, row.item()))
        else {
            continue;
        };
        let name = organisation.list_name();
        frame.title(canvas, (area.x + 2, y), name, Role::Text, (x - area.x).saturating_sub(3));
        if let Some(axis) = axis.filter(|_| area.width >= 28) {
            bar(canvas, Spot { x, y, cells, axis }, dossier, organisation);
        }
        side(canvas, frame, dossier, organisation, y);
        mark_row(canvas, frame, place, y);
    }
}

fn counts(frame: &Frame<'_>, collection: &Collection, total: usize) -> String {
    let rows = &frame.list.rows;
    if rows.len() < total {
        return format!("{} of {}", text::thousands(rows.len()), text::thousands(total));
    }
    let (shared, differ) = frame.list.shared(collection);
    let short = format!("{shared} of {total} shared");
    let long = format!("{short} · ◐ {differ} differ in status");
    // Beside the title, the shortest rule, and blanks.
    let fits = text::width(&long) + 19 <= frame.area.width;
    if fits && differ > 0 && pair(collection, rows).is_none() { long } else { short }
}

fn side(
    canvas: &mut Canvas<'_>,
    frame: &Frame<'_>,
    dossier: &Dossier,
    organisation: &Organisation,
    y: usize,
) {
    let since = organisation.shared_since(&dossier.compares).map(|d| d.ends().year.to_string());
    let known = since.is_some();
    let since = since.unwrap_or_else(|| "?".to_owned());
    let (words, role) = match (dossier.standing(organisation), frame.is_wide()) {
        (Standing::Differ, true) => ("◐ status".to_owned(), Role::Quiet),
        (Standing::Differ, false) => ("◐".to_owned(), Role::Quiet),
        (Standing::OneSided, true) => (only(dossier, organisation), Role::Quiet),
        (Standing::OneSided, false) => ("one".to_owned(), Role::Quiet),
        (Standing::Same, true) => (format!("since {since}"), if known { Role::Text } else { Role::Quiet }),
        (Standing::Same, false) => (since, if known { Role::Text } else { Role::Quiet }),
    };
    canvas.put_right(frame.area.right() - 1, y, &words, role);
}

/// Which of the parties is in, where not both are.
fn only(dossier: &Dossier, organisation: &Organisation) -> String {
    let takes_part = |party: &&String| organisation.membership(party).is_some_and(|m| m.status.takes_part());
    let parties: Vec<&str> = dossier.compares.iter().filter(takes_part).map(String::as_str).collect();
    if parties.is_empty() { "none".to_owned() } else { format!("{} only", parties.join(" ")) }
}

/// Where a bar stands and which years it spans.
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
    /// The cell in which a date begins, and the one from which on it is certain.
    pub fn cells_of(&self, date: Date) -> (usize, usize) {
        let certain = if date.is_year() { f64::from(date.ends().year) + 1.0 } else { date.ends().as_years() };
        let sure = self.axis.cell(certain, self.cells);
        (self.axis.cell(date.begins().as_years(), self.cells), sure)
    }
}

/// One line for all compared parties: heavy where all are in, light where one is, dotted where a date is not known.
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
        let role = if dossier.standing(organisation) == Standing::Same { Role::Shared } else { Role::Text };
        canvas.repeat(spot.x + all_sure, spot.y, "━", spot.cells - all_sure, role);
    }
}
