//! Draws the overview: title and summary, and every point where sources disagree.

use super::panel::{self, pick_list, prompt};
use crate::explore::layout::{Area, Share};
use crate::explore::overlays::{About, Panel};
use crate::explore::{Role, State, so_far, verdict};
use crate::model::Dossier;
use crate::text::count;
use crate::tui::canvas::Canvas;

pub fn draw(canvas: &mut Canvas<'_>, state: &State, about: &About) {
    let collection = state.collection();
    let rows = state.layout.rows.saturating_sub(4);
    let area = panel::draw(canvas, state.layout, 100, rows, &about.title(), "enter opens · esc closes");
    // The list gets at least half of the box.
    let head = Area { height: area.height / 2, ..area };
    let mut y = match collection.dossiers() {
        [one] => summary(canvas, head, one),
        several => {
            let words = count(several.len(), "dossier", "dossiers");
            canvas.put_cut(area.x, area.y, &words, Role::Strong, area.width);
            area.y + 1
        }
    };
    y += usize::from(Share(5, 6).is_left(area.height, 2));
    let disputes = about.disputes(collection);
    let total = count(disputes.len(), "point where sources disagree", "points where sources disagree");
    prompt(canvas, Area { y, ..area }, "≠", &about.pick.line, &total);
    let list = area.below(y + 1);
    let room = list.width.saturating_sub(2);
    if disputes.is_empty() {
        let words = verdict(so_far(state).as_deref(), "None on record.").into_owned();
        canvas.put_cut(list.x + 2, list.y, &words, Role::Quiet, room);
    }
    pick_list(canvas, list, disputes.len(), about.pick.chosen, |canvas, place, y| {
        let topic = disputes.get(place).and_then(|item| collection.title(*item)).unwrap_or_default();
        canvas.put_cut(list.x + 2, y, topic, Role::Text, room);
    });
}

/// Draws the title and summary of a dossier; returns the row after them.
fn summary(canvas: &mut Canvas<'_>, area: Area, dossier: &Dossier) -> usize {
    let as_of = dossier.as_of.map(|date| format!(", as of {}", date.shown())).unwrap_or_default();
    canvas.put_cut(area.x, area.y, &format!("{}{as_of}", dossier.title), Role::Strong, area.width);
    let summary = dossier.summary.as_deref().unwrap_or("No summary.");
    canvas.put_wrapped(area.below(area.y + 1), summary, Role::Text)
}
