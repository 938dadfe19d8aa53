//! The row above the keys with the hint for the first time.

use super::canvas::Canvas;
use super::hint::Hint;
use crate::explore::action::{Action, Motion};
use crate::explore::layout::Class;
use crate::explore::{Role, State};
use crate::text::width;

/// The actions and their words, in the order of the row; those that matter most have the lowest rank.
const SHOWN: [(u8, Action, &str); 6] = [
    (4, Action::Move(Motion::Down), "moves"),
    (3, Action::Enter, "opens"),
    (5, Action::Zoom, "a pane as a picture"),
    (2, Action::Search, "searches everything"),
    (0, Action::Help, "the keys"),
    (1, Action::Escape, "hides this"),
];

/// Draws the hint, if it is shown and has a row: as much of it as fits.
pub fn draw(canvas: &mut Canvas<'_>, state: &State) {
    let (body, columns) = (state.layout.body(), state.layout.columns);
    let y = state.layout.rows.saturating_sub(2);
    if state.welcome.is_none() || y < body.bottom() {
        return;
    }
    let words = if state.layout.is_split() { "First time here?" } else { "New here?" };
    let mut hints: Vec<(u8, usize, Hint)> = Vec::new();
    for (place, (rank, action, word)) in SHOWN.into_iter().enumerate() {
        hints.extend(Hint::of(state, &[action], word).map(|hint| (rank, place, hint)));
    }
    hints.sort_by_key(|(rank, ..)| *rank);
    let gap = if state.layout.class() == Class::Small { 2 } else { 3 };
    let mut room = columns.saturating_sub(2 + width(words));
    hints.retain(|(.., hint)| {
        let left = room.checked_sub(hint.width() + gap);
        room = left.unwrap_or(room);
        left.is_some()
    });
    hints.sort_by_key(|(_, place, _)| *place);
    canvas.clear(0, y, columns, 1);
    let mut x = canvas.put_cut(1, y, words, Role::Strong, columns.saturating_sub(2));
    for (.., hint) in hints {
        x = hint.draw(canvas, x + gap, y);
    }
}
