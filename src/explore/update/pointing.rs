//! The mouse: what a gesture at a target means.

use super::searching::{self, end_search};
use super::{dragging, motion, navigation, picturing};
use crate::explore::action::{Action, Motion};
use crate::explore::gesture::{Gesture, Grip};
use crate::explore::keys::Keys;
use crate::explore::pane::Pane;
use crate::explore::place::Focus;
use crate::explore::search_box::SearchFocus;
use crate::explore::state::State;
use crate::explore::target::Target;
use crate::model::ItemId;

/// Rows for a notch of the wheel.
const NOTCH: usize = 3;

/// What is left to do after a gesture has moved a cursor.
pub(super) enum Meant {
    /// Nothing.
    Nothing,
    /// What Enter does.
    Enter,
    /// An action.
    Act(Action),
    /// What keys do.
    Keys(Keys),
    /// Go to an item.
    GoTo(ItemId),
    /// This many steps of what has the focus, or of the overlay.
    Steps(Motion, usize),
}

/// Moves the cursor to what is pointed at; returns what else the gesture means.
pub(super) fn point(state: &mut State, gesture: Gesture, target: Option<Target>) -> Meant {
    match gesture {
        Gesture::Click => target.map_or(Meant::Nothing, |target| click(state, target)),
        // The first click has chosen it.
        Gesture::DoubleClick if target.is_some_and(is_chosen_by_a_click) => Meant::Enter,
        Gesture::DoubleClick => Meant::Nothing,
        Gesture::Drag { column, row } => {
            dragging::drag(state, column, row);
            Meant::Nothing
        }
        Gesture::Release => {
            dragging::release(state).map_or(Meant::Nothing, |pane| Meant::Act(Action::Pane(pane)))
        }
        Gesture::WheelDown => wheel(state, Motion::Down, target),
        Gesture::WheelUp => wheel(state, Motion::Up, target),
    }
}

fn is_chosen_by_a_click(target: Target) -> bool {
    use Target::{Cell, Choice, Event, Match, Row};
    matches!(target, Row(..) | Cell { .. } | Event(_) | Match(_) | Choice(_))
}

fn click(state: &mut State, target: Target) -> Meant {
    let reader = &state.place.reader;
    match target {
        // It may be dragged; if not, it is chosen when the button is let go.
        Target::Heading(pane) => state.grip = Some(Grip::Heading { pane, moved: false }),
        Target::Row(pane, place) => choose_row(state, pane, place),
        Target::Cell { row, column } => choose_cell(state, row, column),
        Target::Event(item) => choose_event(state, item),
        Target::Reader => return Meant::Act(Action::Read),
        Target::Link(link) => {
            let item = reader.links().get(link).copied();
            return follow(state, item);
        }
        Target::Reference(reference) => {
            let item = reader.references().get(reference).map(|found| found.target);
            return follow(state, item);
        }
        Target::Divider => state.grip = Some(Grip::Divider),
        Target::Map => state.grip = Some(Grip::Map(None)),
        Target::SearchLine => searching::start(state),
        Target::Match(place) => searching::choose(state, Motion::To(place)),
        Target::Choice(place) => choose(state, place),
        Target::Keys(keys) => return Meant::Keys(keys),
    }
    Meant::Nothing
}

/// Ends the search, if there is one, and goes to an item.
fn follow(state: &mut State, item: Option<ItemId>) -> Meant {
    end_search(state);
    item.map_or(Meant::Nothing, Meant::GoTo)
}

/// Selects a row of a pane or its chart, and gives the pane the focus.
fn choose_row(state: &mut State, pane: Pane, place: usize) {
    if let Some(search) = &mut state.search {
        search.focus = SearchFocus::Panes;
    }
    let was = state.place.focus;
    state.place.focus_on(pane);
    if was != Focus::Pane(pane) {
        state.place.column = 0;
    }
    state.place.lists[pane].select_at(place);
    state.read_selected();
}

fn choose_cell(state: &mut State, row: usize, column: usize) {
    match state.overlays.last_mut() {
        Some(overlay) => overlay.panel_mut().point_at(row, column),
        None => {
            choose_row(state, state.place.pane, row);
            state.place.column = column;
        }
    }
}

fn choose_event(state: &mut State, item: ItemId) {
    state.place.focus_on(Pane::Timeline);
    state.place.lists[Pane::Timeline].select(item);
    state.read_selected();
}

fn choose(state: &mut State, place: usize) {
    if let Some(overlay) = state.overlays.last_mut() {
        *overlay.panel_mut().position() = place;
    }
}

/// Turns the wheel over what is there: over a map it changes the scale; another overlay takes it all, else the pane or the reader under it, else what has the
/// focus.
fn wheel(state: &mut State, motion: Motion, target: Option<Target>) -> Meant {
    if target == Some(Target::Map) {
        picturing::scale(state, motion == Motion::Up);
        return Meant::Nothing;
    }
    let is_below = state.overlays.is_empty() && state.search.is_none();
    match target.filter(|_| is_below) {
        Some(Target::Reader | Target::Link(_) | Target::Reference(_)) => {
            (0..NOTCH).for_each(|_| motion::in_reader(state, motion));
            return Meant::Nothing;
        }
        Some(Target::Row(pane, _) | Target::Heading(pane)) if state.place.focus != Focus::Pane(pane) => {
            navigation::focus_pane(state, pane);
        }
        _ => {}
    }
    Meant::Steps(motion, NOTCH)
}
