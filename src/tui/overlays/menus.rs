//! The choice of what to copy, the warnings of the files, and why something matched.

use super::panel;
use crate::data::Problem;
use crate::model::ItemId;
use crate::search::Why;
use crate::text::{count, cut, wrap};
use crate::tui::action::Mode;
use crate::tui::canvas::Canvas;
use crate::tui::layout::Layout;
use crate::tui::state::State;
use crate::tui::table::TABLE;
use crate::tui::theme::Role;

/// What may be copied, by its letter.
pub fn copy(canvas: &mut Canvas<'_>, layout: Layout) {
    let entries: Vec<_> = TABLE.iter().filter(|e| e.modes == [Mode::CopyMenu]).collect();
    let area = panel::draw(canvas, layout, 44, entries.len() + 2, "Copy", "esc closes");
    for (y, entry) in (area.y..area.bottom()).zip(entries) {
        let key = entry.keys.first().copied().unwrap_or_default();
        canvas.put(area.x + 1, y, key, Role::Key);
        canvas.put_cut(area.x + 4, y, entry.what, Role::Text, area.width.saturating_sub(4));
    }
}

/// The problems of the files in the lines of the overlay, each problem's first line marked.
pub fn warning_lines(warnings: &[Problem], layout: Layout) -> Vec<(bool, String)> {
    let width = inner_width(layout);
    let mut lines = Vec::new();
    for problem in warnings {
        let words = problem.to_string();
        for (i, range) in wrap(&words, width.saturating_sub(2)).into_iter().enumerate() {
            lines.push((i == 0, words.get(range).unwrap_or_default().to_owned()));
        }
    }
    lines
}

fn inner_width(layout: Layout) -> usize {
    layout.columns.min(120).saturating_sub(4)
}

/// What there is to say about the files.
pub fn warnings(canvas: &mut Canvas<'_>, state: &State, first: usize) {
    let lines = warning_lines(&state.warnings, state.layout);
    let words =
        if lines.is_empty() { "none".to_owned() } else { count(state.warnings.len(), "problem", "problems") };
    let area = panel::draw(
        canvas,
        state.layout,
        inner_width(state.layout) + 4,
        lines.len().max(1) + 2,
        "Problems of the files",
        &words,
    );
    if lines.is_empty() {
        canvas.put_cut(area.x, area.y, "The files have no problems.", Role::Quiet, area.width);
        return;
    }
    let first = first.min(lines.len().saturating_sub(area.height));
    for (y, (begins, line)) in (area.y..area.bottom()).zip(lines.iter().skip(first)) {
        if *begins {
            canvas.put(area.x, y, "•", Role::Key);
        }
        canvas.put_cut(area.x + 2, y, line, Role::Text, area.width.saturating_sub(2));
    }
}

/// Why an item matched, word by word.
pub fn why(canvas: &mut Canvas<'_>, state: &State, item: ItemId, reasons: &[Why]) {
    let title = state.collection.title(item).unwrap_or_default();
    let area =
        panel::draw(canvas, state.layout, 84, reasons.len().max(1) + 4, "Why this matched", "esc closes");
    canvas.put(area.x, area.y, &cut(title, area.width, "…"), Role::Strong);
    if reasons.is_empty() {
        canvas.put_cut(
            area.x,
            area.y + 2,
            "It holds none of the words; it is only linked to what does.",
            Role::Quiet,
            area.width,
        );
    }
    for (y, why) in (area.y + 2..area.bottom()).zip(reasons) {
        let x = canvas.put_cut(area.x, y, &why.query_word, Role::Text, area.width / 3) + 1;
        let x = canvas.put(x, y, "→", Role::Quiet) + 1;
        let x = canvas.put_cut(x, y, &why.matched_word, Role::Match, area.width / 3) + 2;
        let words = format!("{} · {}", why.tier.word(), why.field.word());
        canvas.put_cut(x, y, &words, Role::Quiet, area.right().saturating_sub(x));
    }
}
