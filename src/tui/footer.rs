//! The last row: the keys that work here, from the table of bindings, and the position in the list.

use super::canvas::Canvas;
use super::header;
use crate::explore::action::{Action, Motion};
use crate::explore::bindings::{BINDINGS, Binding, letter};
use crate::explore::layout::Class;
use crate::explore::overlays::Overlay;
use crate::explore::{List, Mode, Pane, Role, Row, State, charts};
use crate::model::{ItemId, Kind};
use crate::text::{thousands, width};

/// Draws the footer, or a notice.
pub fn draw(canvas: &mut Canvas<'_>, state: &State) {
    let (columns, y) = (state.layout.columns, state.layout.rows - 1);
    canvas.clear(0, y, columns, 1);
    if let Some(notice) = &state.notice {
        canvas.put_cut(1, y, notice, Role::Strong, columns.saturating_sub(2));
        return;
    }
    let is_small = state.layout.class() == Class::Small;
    // Without a header, the progress of loading is here.
    let loading = header::loading(state, columns / 2).filter(|_| !state.layout.is_split());
    let place = loading.unwrap_or_else(|| if is_small { String::new() } else { right_end(state) });
    let gap = if is_small { 2 } else { 3 };
    let end = columns - 1 - if place.is_empty() { 0 } else { width(&place) + 3 };
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

/// The number of marks, and the position in the list.
fn right_end(state: &State) -> String {
    let place = place(state);
    match state.marks.len() {
        0 => place,
        _ if place.is_empty() => place,
        marks => format!("{marks} marked · {place}"),
    }
}

/// The keys of the current mode with their words, in the order of the table.
fn hints(state: &State) -> Vec<(String, &'static str)> {
    let mode = state.mode();
    let word = |entry: &Binding| entry.footer.iter().find(|(m, _)| *m == mode).map(|(_, word)| *word);
    let mut hints: Vec<(String, &'static str)> = BINDINGS
        .iter()
        .filter_map(|entry| Some((key_of(state, entry), word(entry)?)))
        .filter(|(key, _)| !key.is_empty())
        .collect();
    if mode == Mode::Matrix {
        hints.insert(0, ("←→↑↓".to_owned(), "move"));
    }
    if mode == Mode::Chart {
        let moves: &[(&str, &'static str)] = match state.place.pane {
            Pane::Timeline => &[("←→", "event"), ("↑↓", "lane"), ("+-", "scale")],
            Pane::Memberships | Pane::Library => &[("↑↓", "move")],
            _ => &[("←→↑↓", "move")],
        };
        hints.splice(0..0, moves.iter().map(|(keys, word)| ((*keys).to_owned(), *word)));
    }
    hints
}

/// The key as the footer shows it: links by their letters, moves by both arrows.
fn key_of(state: &State, entry: &Binding) -> String {
    match (entry.action)(0) {
        Action::Follow(_) => match state.place.reader.links().len().min(entry.keys.len()) {
            0 => String::new(),
            1 => letter(0),
            n => format!("{}–{}", letter(0), letter(n - 1)),
        },
        Action::Move(Motion::Down) => "↑↓".to_owned(),
        _ => entry.keys.first().map(|key| key.label()).unwrap_or_default(),
    }
}

/// The position in the list, such as `clause 3 of 10` or `event 48 of 132`.
pub fn place(state: &State) -> String {
    match state.overlays.last() {
        Some(Overlay::Compare(view)) => return view.place(&state.laid_out.compared),
        Some(overlay) if matches!(overlay.panel().mode(), Mode::Filter | Mode::Matrix) => {
            return String::new();
        }
        _ if state.search.is_some() => return String::new(),
        _ => {}
    }
    let Some(item) = state.place.reader.item() else { return String::new() };
    let own = if state.place.pane == Pane::Library { Some(Pane::Library) } else { Pane::of(item.kind()) };
    let Some(pane) = own else { return item.kind().word().to_owned() };
    let list = state.list(pane);
    let at = match state.mode() == Mode::Chart && pane == state.place.pane {
        true => in_chart(state, list, item),
        false => list.row().filter(|row| row.item() == item).and_then(|_| list.number(list.selected)),
    };
    match at {
        Some(at) => {
            format!("{} {} of {}", item.kind().word(), thousands(at), thousands(list.count(item.kind())))
        }
        None => item.kind().word().to_owned(),
    }
}

/// The number of an item in the order of the chart, which may differ from that of the list.
fn in_chart(state: &State, list: &List, item: ItemId) -> Option<usize> {
    // The clauses chart leaves out agreements without clauses, but no clauses.
    if item.kind() == Kind::Clause {
        return list.number(list.selected);
    }
    let order = charts::order(state);
    let rows = order.iter().filter_map(|place| list.rows.get(*place));
    let same = rows.filter(|row| matches!(row, Row::Item(i) if i.kind() == item.kind()));
    same.map(|row| row.item()).position(|i| i == item).map(|at| at + 1)
}
