//! Draws fields of cooperation, each with a bar of the facts on record.

use super::view::{PaneView, mark_row};
use crate::explore::Pane;
use crate::explore::Role;
use crate::text;
use crate::tui::canvas::Canvas;

/// Draws the pane.
pub fn draw(canvas: &mut Canvas<'_>, view: &PaneView<'_>) {
    let (area, rows, facts) = (view.area, &view.list.rows, &view.open.facts);
    let total = view.open.totals.sectors;
    let of = if rows.len() == total && view.is_wide() { " · facts on record" } else { "" };
    view.heading(canvas, &[view.pane.title()], &[format!("{}{of}", text::part_of(rows.len(), total))]);
    if rows.is_empty() {
        return view.why_empty(canvas, Pane::Sectors.why_empty(total));
    }
    let most = view.list.figures.most(facts);
    let name = (area.width * 9 / 20).clamp(24, 30).min(area.width.saturating_sub(12));
    let bar = area.width.saturating_sub(2 + name + 1 + 4);
    let first = view.first(area.height.saturating_sub(1));
    for (y, place) in (area.y + 1..area.bottom()).zip(first..rows.len()) {
        let Some(row) = rows.get(place) else { continue };
        let count = facts.get(&row.item()).copied().unwrap_or(0);
        let title = view.open.collection.title(row.item()).unwrap_or_default();
        view.title(canvas, (area.x + 2, y), title, Role::Text, name);
        let cells = if count == 0 { 0 } else { (count * bar + most / 2).div_euclid(most).max(1) };
        canvas.repeat(area.x + 2 + name + 1, y, "▆", cells.min(bar), Role::Bar);
        canvas.put_right(area.right() - 1, y, &text::thousands(count), Role::Text);
        mark_row(canvas, view, place, y);
    }
}
