//! The last row: the keys that work here, from the table of bindings, and the position in the list.

use super::canvas::Canvas;
use super::header;
use super::hint::Hint;
use crate::explore::action::{Action, Motion};
use crate::explore::bindings::{BINDINGS, Binding, letter};
use crate::explore::layout::Class;
use crate::explore::overlays::Overlay;
use crate::explore::{Keys, List, Mode, Pane, Role, Row, State, can_narrow, charts};
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
    // Without a header, the progress of loading is here, and what the panes are filtered by.
    let of_header = header::narrowed(state, columns / 2).or_else(|| header::loading(state, columns / 2));
    let of_header = of_header.filter(|_| !state.layout.is_split() && state.overlays.is_empty());
    let place = of_header.unwrap_or_else(|| if is_small { String::new() } else { right_end(state) });
    let gap = if is_small { 2 } else { 3 };
    let end = columns - 1 - if place.is_empty() { 0 } else { width(&place) + 3 };
    let mut x = 1;
    for hint in fitting(hints(state), end.saturating_sub(x), gap) {
        x = hint.draw(canvas, x, y) + gap;
    }
    canvas.put_right(columns - 2, y, &place, Role::Quiet);
}

/// The first hints that fit into `room` columns with a gap between them; the way back among them, whatever else has to go.
fn fitting(hints: Vec<Hint>, room: usize, gap: usize) -> Vec<Hint> {
    let way_back = hints.iter().position(|hint| hint.is_way_back);
    let mut reserved = way_back.and_then(|place| hints.get(place)).map_or(0, |hint| hint.width() + gap);
    let (mut taken, mut is_full) = (0, false);
    let mut keep = |place: usize, hint: &Hint| {
        if Some(place) == way_back {
            reserved = 0;
        } else if is_full || taken + hint.width() + reserved > room {
            is_full = true;
            return false;
        }
        taken += hint.width() + gap;
        true
    };
    hints.into_iter().enumerate().filter(|(place, hint)| keep(*place, hint)).map(|(_, hint)| hint).collect()
}

/// The number of marks, and the position in the list.
fn right_end(state: &State) -> String {
    let place = place(state);
    match state.marks.len() {
        0 => place,
        _ if !state.overlays.is_empty() => place,
        _ if place.is_empty() => place,
        marks => format!("{marks} marked · {place}"),
    }
}

const SIDEWAYS: [Action; 2] = [Action::Move(Motion::Left), Action::Move(Motion::Right)];
const UPRIGHT: [Action; 2] = [Action::Move(Motion::Up), Action::Move(Motion::Down)];

/// The keys of the current mode with their words, in the order of the table.
fn hints(state: &State) -> Vec<Hint> {
    let mode = state.mode();
    let mut hints = match (mode, state.place.pane) {
        (Mode::Chart, Pane::Timeline) => {
            let scale = [Action::LargerScale, Action::SmallerScale];
            [(&SIDEWAYS[..], "event"), (&UPRIGHT, "lane"), (&scale, "scale")]
                .into_iter()
                .filter_map(|(actions, word)| Hint::of(state, actions, word))
                .collect()
        }
        (Mode::Chart, Pane::Memberships | Pane::Library) => {
            let scale = [Action::LargerScale, Action::SmallerScale];
            [(&UPRIGHT[..], "move"), (&scale, "open, fold")]
                .into_iter()
                .filter_map(|(actions, word)| Hint::of(state, actions, word))
                .collect()
        }
        (Mode::Picture, _) if matches!(state.overlays.last(), Some(Overlay::Map(_))) => {
            let scale = [Action::LargerScale, Action::SmallerScale];
            [(&[SIDEWAYS, UPRIGHT].concat()[..], "move"), (&scale, "scale")]
                .into_iter()
                .filter_map(|(actions, word)| Hint::of(state, actions, word))
                .collect()
        }
        (Mode::Matrix | Mode::Chart | Mode::Picture, _) => {
            Hint::of(state, &[SIDEWAYS, UPRIGHT].concat(), "move").into_iter().collect()
        }
        _ => Vec::new(),
    };
    let word = |entry: &Binding| entry.footer.iter().find(|(m, _)| *m == mode).map(|(_, word)| *word);
    let of_table = BINDINGS.iter().filter(|entry| !is_idle(state, (entry.action)(0)));
    let of_table = of_table.filter_map(|entry| hint(state, entry, word(entry)?));
    hints.extend(of_table);
    let turned = state.overlays.last().and_then(|overlay| overlay.panel().turn_word());
    let turn = turned.and_then(|word| Hint::of(state, &[Action::Next], word));
    hints.splice(hints.len().min(2)..hints.len().min(2), turn);
    hints
}

/// Whether an action has nothing to act on here: in a trace without near clauses there is none to walk to or to compare.
fn is_idle(state: &State, action: Action) -> bool {
    let Some(Overlay::Trace(view)) = state.overlays.last() else { return false };
    match action {
        Action::NextMatch => view.nearest().len() < 2,
        Action::Compare => view.compared_with().is_none(),
        _ => false,
    }
}

/// The keys as the footer shows them: links by their letters, moves by both arrows.
fn hint(state: &State, entry: &Binding, word: &'static str) -> Option<Hint> {
    let own: Vec<Keys> = state.keys.keys_in(entry, state.mode()).collect();
    let letter_of = |link: usize| (letter(link), own.get(link).copied());
    let keys = match (entry.action)(0) {
        Action::Follow(_) => match state.place.reader.links().len().min(own.len()) {
            0 => return None,
            1 => vec![letter_of(0)],
            n => vec![letter_of(0), ("–".to_owned(), None), letter_of(n - 1)],
        },
        Action::Move(Motion::Down) => return Hint::of(state, &UPRIGHT, word),
        Action::Enter if state.mode() == Mode::Reader => return enter_in_reader(state),
        _ => own.first().map(|keys| (keys.label(), Some(*keys))).into_iter().collect(),
    };
    let is_way_back = is_way_back(state.mode(), (entry.action)(0));
    (!keys.is_empty()).then_some(Hint { keys, word, is_way_back })
}

/// Whether an action leads out of a mode: out of the reader to the panes, out of a chart, or out of anything else by Esc.
fn is_way_back(mode: Mode, action: Action) -> bool {
    match mode {
        Mode::Reader => action == Action::Leave,
        Mode::Chart => action == Action::Zoom,
        _ => action == Action::Escape,
    }
}

/// What Enter does in the reader: opens what is chosen, or filters the panes.
fn enter_in_reader(state: &State) -> Option<Hint> {
    let reader = &state.place.reader;
    let narrowed_to = state.place.narrowed.as_ref().and_then(|narrowed| narrowed.item());
    let word = match (reader.chosen(), reader.item()) {
        (Some(_), _) => "open",
        (None, Some(item)) if can_narrow(item) && narrowed_to != Some(item) => "filter",
        _ => return None,
    };
    Hint::of(state, &[Action::Enter], word)
}

/// The position in the list, such as `clause 3 of 10` or `event 48 of 132`.
pub fn place(state: &State) -> String {
    match state.overlays.last() {
        Some(Overlay::Compare(view)) => return view.place(&state.laid_out.compared),
        Some(Overlay::Note(_)) => return String::new(),
        Some(Overlay::Marks(view)) if !view.is_typed() => {
            let marks = view.places(&state.marks).len();
            let at = (view.chosen + 1).min(marks);
            return format!("mark {} of {}", thousands(at), thousands(marks));
        }
        Some(Overlay::Trace(view)) if view.trace.origins.is_empty() => return String::new(),
        Some(Overlay::Trace(view)) => {
            return format!("use {} of {}", thousands(view.chosen + 1), thousands(view.trace.origins.len()));
        }
        Some(overlay) if matches!(overlay.panel().mode(), Mode::Filter | Mode::Matrix | Mode::Picture) => {
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
