//! The last row: the keys that mean something here, from the one table, and where one is.

use super::action::{Action, Mode, Motion};
use super::canvas::Canvas;
use super::header;
use super::keymap::shown;
use super::layout::Room;
use super::pictures;
use super::rows::Row;
use super::state::{List, Overlay, PaneId, State};
use super::table::{Entry, TABLE};
use super::theme::Role;
use super::update::{compare, mode};
use crate::model::{ItemId, Kind};
use crate::text::{thousands, width};

/// Draws the footer, or the notice of what was just done.
pub fn draw(canvas: &mut Canvas<'_>, state: &State) {
    let (columns, y) = (state.layout.columns, state.layout.rows - 1);
    canvas.clear(0, y, columns, 1);
    if let Some(notice) = &state.notice {
        canvas.put_cut(1, y, notice, Role::Strong, columns.saturating_sub(2));
        return;
    }
    let place = match (columns, state.layout.room()) {
        (60.., _) => right_end(state),
        // Without a header the reading is told here.
        (_, Room::One) => header::reading(state).unwrap_or_default(),
        _ => String::new(),
    };
    let end = columns - 1 - if place.is_empty() { 0 } else { width(&place) + 3 };
    let gap = if columns >= 60 { 3 } else { 2 };
    let mut x = 1;
    for (key, word) in hints(state) {
        if x + width(&key) + 1 + width(word) > end {
            break;
        }
        x = {
            let after = canvas.put(x, y, &key, Role::Key) + 1;
            canvas.put(after, y, word, Role::Quiet) + gap
        };
    }
    canvas.put_right(columns - 2, y, &place, Role::Quiet);
}

/// What is marked, and where one is.
fn right_end(state: &State) -> String {
    let place = place(state);
    match compare::marked(state).filter(|_| !place.is_empty()) {
        Some(marked) => format!("{marked} · {place}"),
        None => place,
    }
}

/// Keys and words of the present mode, in the order of the table.
fn hints(state: &State) -> Vec<(String, &'static str)> {
    let mode = mode(state);
    let word = |entry: &Entry| entry.footer.iter().find(|(m, _)| *m == mode).map(|(_, word)| *word);
    let mut hints: Vec<(String, &'static str)> = TABLE
        .iter()
        .filter_map(|entry| Some((key_of(state, entry), word(entry)?)))
        .filter(|(key, _)| !key.is_empty())
        .collect();
    if mode == Mode::Matrix {
        hints.insert(0, ("←→↑↓".to_owned(), "move"));
    }
    if mode == Mode::Picture {
        let moves: &[(&str, &'static str)] = match state.place.pane {
            PaneId::Timeline => &[("←→", "event"), ("↑↓", "lane"), ("+-", "scale")],
            PaneId::Memberships | PaneId::Library => &[("↑↓", "move")],
            _ => &[("←→↑↓", "move")],
        };
        hints.splice(0..0, moves.iter().map(|(keys, word)| ((*keys).to_owned(), *word)));
    }
    hints
}

/// The key as the footer shows it: links by the letters that are there, moves by both arrows.
fn key_of(state: &State, entry: &Entry) -> String {
    match (entry.action)(0) {
        Action::Follow(_) => match state.place.reader.links().len().min(entry.keys.len()) {
            0 => String::new(),
            1 => entry.keys.first().map(|k| (*k).to_owned()).unwrap_or_default(),
            n => format!("a–{}", entry.keys.get(n - 1).copied().unwrap_or_default()),
        },
        Action::Move(Motion::Down) => "↑↓".to_owned(),
        _ => entry.keys.first().map(|key| shown(key).to_owned()).unwrap_or_default(),
    }
}

/// Where one is in the list: `clause 3 of 10`, `event 48 of 132`.
pub fn place(state: &State) -> String {
    if let Some(Overlay::Compare(open)) = state.overlays.last() {
        return open.place();
    }
    if matches!(
        state.overlays.last(),
        Some(
            Overlay::Help(_)
                | Overlay::Palette(_)
                | Overlay::Pair(_)
                | Overlay::About(_)
                | Overlay::Coverage(_)
                | Overlay::Compare(_)
        )
    ) || state.search.is_some()
    {
        return String::new();
    }
    let Some(item) = state.place.reader.item() else { return String::new() };
    let own =
        if state.place.pane == PaneId::Library { Some(PaneId::Library) } else { PaneId::of(item.kind()) };
    let Some(pane) = own else { return item.kind().word().to_owned() };
    let list = state.list(pane);
    let at = match mode(state) == Mode::Picture && pane == state.place.pane {
        true => in_picture(state, list, item),
        false => list.row().filter(|row| row.item() == item).and_then(|_| list.number(list.selected)),
    };
    match at {
        Some(at) => {
            format!("{} {} of {}", item.kind().word(), thousands(at), thousands(list.count(item.kind())))
        }
        None => item.kind().word().to_owned(),
    }
}

/// The number of an item in the order of a picture, which is its own.
fn in_picture(state: &State, list: &List, item: ItemId) -> Option<usize> {
    // The clauses' picture leaves out agreements without clauses, and no clause.
    if item.kind() == Kind::Clause {
        return list.number(list.selected);
    }
    let order = pictures::order(state);
    let rows = order.iter().filter_map(|place| list.rows.get(*place));
    let same = rows.filter(|row| matches!(row, Row::Item(i) if i.kind() == item.kind()));
    same.map(|row| row.item()).position(|i| i == item).map(|at| at + 1)
}
