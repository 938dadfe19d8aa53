//! What is open: its title, its summary, and everything on which its sources disagree.

use super::list::prompt;
use super::panel;
use crate::insight::{Order, items};
use crate::model::{Collection, Dossier, ItemId, Kind};
use crate::text::{count, wrap};
use crate::tui::canvas::Canvas;
use crate::tui::layout::{Area, window};
use crate::tui::state::{FilterBox, State};
use crate::tui::theme::Role;

/// The disputes whose topics hold what is typed.
pub fn disputes(collection: &Collection, typed: &str) -> Vec<ItemId> {
    let typed = typed.trim().to_lowercase();
    let holds = |item: &ItemId| {
        collection.title(*item).is_some_and(|topic| typed.is_empty() || topic.to_lowercase().contains(&typed))
    };
    items(collection, Kind::Dispute, Order::Usual).into_iter().filter(holds).collect()
}

/// Draws the box.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, filter: &FilterBox) {
    let collection = &state.collection;
    let rows = state.layout.rows.saturating_sub(4);
    let area = panel::draw(canvas, state.layout, 100, rows, "What is open", "enter opens · esc closes");
    // The list has half of the box at least.
    let head = Area { height: area.height / 2, ..area };
    let mut y = match collection.dossiers() {
        [one] => about(canvas, head, one),
        several => {
            let words = count(several.len(), "dossier", "dossiers");
            canvas.put_cut(area.x, area.y, &words, Role::Strong, area.width);
            area.y + 1
        }
    };
    y += usize::from(area.height >= 12);
    let found = disputes(collection, filter.line.text());
    let total = count(found.len(), "point on which sources disagree", "points on which sources disagree");
    prompt(canvas, Area { y, ..area }, "≠", filter, &total);
    let list = Area { y: y + 1, height: area.bottom().saturating_sub(y + 1), ..area };
    if found.is_empty() {
        canvas.put_cut(list.x + 2, list.y, "None on record.", Role::Quiet, list.width.saturating_sub(2));
    }
    let first = window(found.len(), list.height, filter.chosen);
    for (y, (place, item)) in (list.y..list.bottom()).zip(found.iter().enumerate().skip(first)) {
        let topic = collection.title(*item).unwrap_or_default();
        canvas.put_cut(list.x + 2, y, topic, Role::Text, list.width.saturating_sub(2));
        if place == filter.chosen {
            canvas.put(list.x, y, "▸", Role::Focus);
            canvas.select(list.x, y, list.width);
        }
    }
}

/// Writes what a dossier says of itself; gives the row after it.
fn about(canvas: &mut Canvas<'_>, area: Area, dossier: &Dossier) -> usize {
    let as_of = dossier.as_of.map(|date| format!(", as of {}", date.shown())).unwrap_or_default();
    canvas.put_cut(area.x, area.y, &format!("{}{as_of}", dossier.title), Role::Strong, area.width);
    let summary = dossier.summary.as_deref().unwrap_or("It has no summary.");
    let mut y = area.y + 1;
    for line in wrap(summary, area.width).into_iter().take(area.height.saturating_sub(1)) {
        canvas.put(area.x, y, summary.get(line).unwrap_or_default(), Role::Text);
        y += 1;
    }
    y
}
