//! Fields of cooperation, each with a bar of what is on record for it.

use super::frame::{Frame, heading, mark_row};
use crate::model::{Collection, ItemId};
use crate::text;
use crate::tui::canvas::Canvas;
use crate::tui::pane::PaneId;
use crate::tui::theme::Role;
use std::collections::HashMap;

/// Draws the pane.
pub fn draw(
    canvas: &mut Canvas<'_>,
    frame: &Frame<'_>,
    collection: &Collection,
    facts: &HashMap<ItemId, usize>,
    total: usize,
) {
    let (area, rows) = (frame.area, &frame.list.rows);
    let right = match (rows.len() < total, frame.is_wide()) {
        (true, _) => format!("{} of {}", text::thousands(rows.len()), text::thousands(total)),
        (false, true) => format!("{} · facts on record", text::thousands(total)),
        (false, false) => text::thousands(total),
    };
    heading(canvas, area, "3", "Sectors", &right, frame.focused);
    if rows.is_empty() {
        let words = PaneId::Sectors.why_empty(total);
        canvas.put_cut(area.x + 2, area.y + 1, words, Role::Quiet, area.width.saturating_sub(2));
        return;
    }
    let most = frame.list.most(facts);
    let name = if area.width >= 60 { 30 } else { 24.min(area.width.saturating_sub(12)) };
    let bar = area.width.saturating_sub(2 + name + 1 + 4);
    let first = frame.first(area.height.saturating_sub(1));
    for (y, place) in (area.y + 1..area.bottom()).zip(first..rows.len()) {
        let Some(row) = rows.get(place) else { continue };
        let count = facts.get(&row.item()).copied().unwrap_or(0);
        let title = collection.title(row.item()).unwrap_or_default();
        frame.title(canvas, (area.x + 2, y), title, Role::Text, name);
        let cells = if count == 0 { 0 } else { (count * bar + most / 2).div_euclid(most).max(1) };
        canvas.repeat(area.x + 2 + name + 1, y, "▆", cells.min(bar), Role::Bar);
        canvas.put_right(area.right() - 1, y, &text::thousands(count), Role::Text);
        mark_row(canvas, frame, place, y);
    }
}
