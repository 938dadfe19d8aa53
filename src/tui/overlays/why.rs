//! Draws why an item matched, word by word.

use super::panel;
use crate::explore::overlays::{Panel, Why};
use crate::explore::{Role, State};
use crate::text::cut;
use crate::tui::canvas::Canvas;

pub fn draw(canvas: &mut Canvas<'_>, state: &State, why: &Why) {
    let reasons = &why.reasons;
    let item = state.collection().title(why.item).unwrap_or_default();
    let rows = reasons.len().max(1) + 4;
    let area = panel::draw(canvas, state.layout, 84, rows, &why.title(), "esc closes");
    canvas.put(area.x, area.y, &cut(item, area.width, "…"), Role::Strong);
    if reasons.is_empty() {
        let words = "It contains none of the words; it is linked to an item that does.";
        canvas.put_cut(area.x, area.y + 2, words, Role::Quiet, area.width);
    }
    for (y, reason) in (area.y + 2..area.bottom()).zip(reasons) {
        let x = canvas.put_cut(area.x, y, &reason.query_word, Role::Text, area.width / 3) + 1;
        let x = canvas.put(x, y, "→", Role::Quiet) + 1;
        let x = canvas.put_cut(x, y, &reason.matched_word, Role::Match, area.width / 3) + 2;
        let words = format!("{} · {}", reason.tier.word(), reason.field.word());
        canvas.put_cut(x, y, &words, Role::Quiet, area.right().saturating_sub(x));
    }
}
