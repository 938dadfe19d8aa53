//! Draws the bar of a membership.

use crate::explore::Role;
use crate::insight::charts::Span;
use crate::model::{Date, Dossier, Membership, Organisation, Status};
use crate::tui::canvas::Canvas;
use crate::tui::glyphs;

/// Draws when a party takes part: dotted where it may have begun, light where it takes part, heavy where all do.
pub fn draw(
    canvas: &mut Canvas<'_>,
    span: &Span,
    y: usize,
    dossier: &Dossier,
    organisation: &Organisation,
    own: Option<&Membership>,
) {
    let end = span.x + span.cells;
    let own = own.filter(|own| own.status.takes_part());
    let (begin, sure) = match own.map(|own| own.since) {
        Some(Some(since)) => cells(span, since),
        // The start is not on record: it may be the beginning of the axis.
        Some(None) => (span.x, end),
        None => (end, end),
    };
    for (column, _) in span.labels().into_iter().skip(1).filter(|(column, _)| *column < begin) {
        canvas.put(column, y, "·", Role::Rule);
    }
    let Some(own) = own else { return };
    let until = own.until.map_or(end, |until| (column(span, until.ends().as_years()) + 1).min(end));
    canvas.repeat(begin, y, "┄", sure.min(until).saturating_sub(begin), Role::Unknown);
    canvas.repeat(sure, y, "─", until.saturating_sub(sure), Role::Text);
    if let Some((from, to)) = shared(span, dossier, organisation) {
        let (line, role) = glyphs::of_shared(dossier.standing(organisation));
        let from = from.max(sure);
        canvas.clear(from, y, to.min(until).saturating_sub(from), 1);
        canvas.repeat(from, y, line, to.min(until).saturating_sub(from), role);
    }
    canvas.clear(begin, y, 1, 1);
    match (own.since, own.status) {
        (None, _) => canvas.put(begin, y, "?", Role::Unknown),
        (Some(_), Status::Member) => canvas.put(begin, y, "●", Role::Strong),
        (Some(_), _) => canvas.put(begin, y, "○", Role::Strong),
    };
}

/// Draws since when organisations are shared: double where more of them become so, heavy where all are.
pub fn draw_run(canvas: &mut Canvas<'_>, span: &Span, y: usize, since: impl Iterator<Item = Date>) {
    let end = span.x + span.cells;
    let places: Vec<(usize, usize)> = since.map(|date| cells(span, date)).collect();
    let Some(begin) = places.iter().map(|(begin, _)| *begin).min() else {
        canvas.put(span.x, y, "?", Role::Unknown);
        canvas.repeat(span.x + 1, y, "┄", span.cells.saturating_sub(1), Role::Unknown);
        return;
    };
    let sure = places.iter().map(|(_, sure)| *sure).max().unwrap_or(begin);
    for (column, _) in span.labels().into_iter().skip(1).filter(|(column, _)| *column < begin) {
        canvas.put(column, y, "·", Role::Rule);
    }
    canvas.repeat(begin, y, "═", sure.saturating_sub(begin), Role::Bar);
    canvas.repeat(sure, y, "━", end.saturating_sub(sure), Role::Shared);
    canvas.put(begin, y, "●", Role::Strong);
}

/// The column of a moment, clamped to those in view.
fn column(span: &Span, years: f64) -> usize {
    let last = span.x + span.cells.saturating_sub(1);
    span.column(years).unwrap_or(if years < span.from { span.x } else { last })
}

/// The cell in which a date begins, and the first cell in which it is certain to have begun.
fn cells(span: &Span, date: Date) -> (usize, usize) {
    let certain = if date.is_year() { f64::from(date.ends().year) + 1.0 } else { date.ends().as_years() };
    (column(span, date.begins().as_years()), column(span, certain))
}

/// The columns between which all compared parties certainly take part.
fn shared(span: &Span, dossier: &Dossier, organisation: &Organisation) -> Option<(usize, usize)> {
    let since = organisation.shared_since(&dossier.compares)?;
    let own = dossier.compares.iter().filter_map(|party| organisation.membership(party));
    let until = own.filter_map(|membership| membership.until).map(|until| until.begins()).min();
    let to = until.map_or(span.x + span.cells, |until| column(span, until.as_years()) + 1);
    Some((cells(span, since).1, to))
}
