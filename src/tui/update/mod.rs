//! What each action does to the state. No terminal, no file: the effects are carried out by the loop.

pub mod arrival;
pub(crate) mod compare;
mod coverage;
mod motion;
mod open;
mod overlay;
mod pair;
pub(crate) mod searching;

use super::action::{Action, Mode, Motion};
use super::copy::copied;
use super::export::drafted;
use super::keymap::{action, chord};
use super::layout::Layout;
use super::state::{FilterBox, Focus, Overlay, PaneId, SearchFocus, State, View};
use super::term::run::Effect;
pub use open::go_to;
use ratatui::crossterm::event::KeyEvent;

/// What keys mean at this moment.
pub fn mode(state: &State) -> Mode {
    if let Some(overlay) = state.overlays.last() {
        return match overlay {
            Overlay::Help(_) | Overlay::Palette(_) | Overlay::Pair(_) | Overlay::About(_) => Mode::Filter,
            Overlay::Copy => Mode::CopyMenu,
            Overlay::Compare(_) => Mode::Compare,
            Overlay::Coverage(_) => Mode::Matrix,
            Overlay::Warnings(_) | Overlay::Why { .. } => Mode::Report,
        };
    }
    match (&state.search, state.place.focus, state.place.view) {
        (Some(search), ..) if search.focus == SearchFocus::Line => Mode::SearchLine,
        (Some(_), ..) => Mode::SearchPanes,
        (None, Focus::Reader, _) => Mode::Reader,
        (None, Focus::Pane(PaneId::Library), _) => Mode::Library,
        (None, Focus::Pane(_), View::Zoom) => Mode::Picture,
        (None, Focus::Pane(_), View::Panes) => Mode::Panes,
    }
}

/// Takes in a key: an action of the table, or text for the line that is being typed.
pub fn key(state: &mut State, key: &KeyEvent) -> Vec<Effect> {
    state.notice = None;
    let mode = mode(state);
    if let Some(action) = chord(key).and_then(|chord| action(mode, &chord)) {
        return update(state, action);
    }
    let edited = match mode {
        Mode::SearchLine => searching::edit(state, |line| line.edit(key)),
        Mode::Filter => overlay::edit(state, |line| line.edit(key)),
        _ => false,
    };
    // Redrawn even if nothing was edited: the notice of the last key is gone.
    let _ = edited;
    vec![Effect::Redraw]
}

/// Takes in pasted text, where text is being typed.
pub fn paste(state: &mut State, text: &str) -> Vec<Effect> {
    let insert = |line: &mut super::input_line::InputLine| {
        line.insert(text);
        true
    };
    match mode(state) {
        Mode::SearchLine => searching::edit(state, insert),
        Mode::Filter => overlay::edit(state, insert),
        _ => return Vec::new(),
    };
    vec![Effect::Redraw]
}

/// Takes over the size of the screen.
pub fn resize(state: &mut State, columns: usize, rows: usize) {
    state.layout = Layout::new(columns, rows);
    state.settle();
}

/// Carries out an action.
pub fn update(state: &mut State, action: Action) -> Vec<Effect> {
    let mut effects = vec![Effect::Redraw];
    match action {
        Action::Quit => return vec![Effect::Quit],
        Action::Suspend => return vec![Effect::Suspend],
        Action::Repaint => return vec![Effect::Repaint],
        Action::Copy => state.overlays.push(Overlay::Copy),
        Action::CopyAs(form) => {
            state.overlays.retain(|o| !matches!(o, Overlay::Copy));
            match copied(state, form) {
                Some(text) => effects.push(Effect::Copy(text)),
                None => state.notice = Some("nothing to copy here".to_owned()),
            }
        }
        Action::Export => match drafted(state) {
            Some(draft) => effects.push(Effect::Save(draft)),
            None => state.notice = Some("nothing to export here".to_owned()),
        },
        Action::OpenSource => match open::web_address(state) {
            Some(url) => effects.push(Effect::Open(url)),
            None => state.notice = Some("no web address on record here".to_owned()),
        },
        Action::Move(motion) => step(state, motion),
        Action::Escape => escape(state),
        Action::Enter => return enter(state),
        Action::Next => around(state, true),
        Action::Previous => around(state, false),
        Action::Pane(pane) => open::focus_pane(state, pane),
        Action::Read => open::read(state),
        Action::Leave => open::leave_reader(state),
        Action::Follow(link) => open::follow(state, link),
        Action::NextReference => motion::to_reference(state, true),
        Action::PreviousReference => motion::to_reference(state, false),
        Action::Back => open::back(state),
        Action::Forward => open::forward(state),
        Action::Zoom => open::zoom(state),
        Action::Closer => state.place.scale = (state.place.scale * 2).min(16),
        Action::Wider => state.place.scale = (state.place.scale / 2).max(1),
        Action::Search => searching::start(state),
        Action::NextMatch => walk(state, true),
        Action::PreviousMatch => walk(state, false),
        Action::Mark => compare::mark(state),
        Action::Compare if mode(state) == Mode::Matrix => coverage::compare_passages(state),
        Action::Compare => compare::start(state),
        Action::Swap => compare::swap(state),
        Action::CopyComparison => effects.extend(compare::copied(state).map(Effect::Copy)),
        Action::Why => searching::why(state),
        Action::Sort => open::sort(state),
        Action::Dossier => open::follow_dossier(state),
        Action::Pair => pair::start(state),
        Action::Coverage => coverage::start(state),
        Action::About => state.overlays.push(Overlay::About(FilterBox::default())),
        Action::Warnings => state.overlays.push(Overlay::Warnings(0)),
        Action::Palette => state.overlays.push(Overlay::Palette(FilterBox::default())),
        Action::Help => state.overlays.push(Overlay::Help(FilterBox::default())),
        Action::Theme => {
            state.look.theme = state.look.theme.next();
            state.notice = Some(format!("theme: {}", state.look.theme.word()));
        }
    }
    state.settle();
    effects
}

/// To the next or previous difference of a comparison, else match of the last search.
fn walk(state: &mut State, forward: bool) {
    match mode(state) {
        Mode::Compare => compare::walk(state, forward),
        _ => searching::walk(state, forward),
    }
}

fn step(state: &mut State, motion: Motion) {
    match mode(state) {
        Mode::Filter | Mode::Report | Mode::CopyMenu => overlay::step(state, motion),
        Mode::Matrix => coverage::step(state, motion),
        Mode::Compare => compare::step(state, motion),
        Mode::SearchLine => searching::choose(state, motion),
        Mode::Reader => motion::in_reader(state, motion),
        Mode::Picture => motion::in_picture(state, motion),
        Mode::Panes | Mode::Library | Mode::SearchPanes => motion::in_pane(state, motion),
    }
}

fn enter(state: &mut State) -> Vec<Effect> {
    match mode(state) {
        Mode::Filter if matches!(state.overlays.last(), Some(Overlay::Pair(_))) => pair::choose(state),
        Mode::Filter if matches!(state.overlays.last(), Some(Overlay::About(_))) => open::dispute(state),
        Mode::Filter => {
            if let Some(action) = overlay::chosen(state) {
                state.overlays.pop();
                return update(state, action);
            }
        }
        Mode::SearchLine => searching::open_chosen(state),
        Mode::SearchPanes if state.place.pane == PaneId::Library => open::enter_in_pane(state),
        Mode::SearchPanes => searching::open_row(state),
        Mode::Reader => open::enter_in_reader(state),
        Mode::Panes | Mode::Library => open::enter_in_pane(state),
        Mode::Picture => open::enter_in_picture(state),
        Mode::Matrix => coverage::enter(state),
        Mode::CopyMenu | Mode::Report | Mode::Compare => {}
    }
    state.settle();
    vec![Effect::Redraw]
}

/// Out of what lies on top; at the bottom, the panes are widened.
fn escape(state: &mut State) {
    if coverage::back(state) || state.overlays.pop().is_some() {
        return;
    }
    if let Some(search) = state.search.take() {
        state.place = search.before;
        state.relist_if_old();
        return;
    }
    match (state.place.view, state.place.focus) {
        (View::Zoom, _) => open::zoom(state),
        (View::Panes, Focus::Reader) => open::leave_reader(state),
        (View::Panes, Focus::Pane(PaneId::Memberships)) if state.place.pair.is_some() => pair::clear(state),
        (View::Panes, Focus::Pane(_)) if state.place.narrowed.is_some() => open::widen(state),
        (View::Panes, Focus::Pane(_)) if state.place.pair.is_some() => pair::clear(state),
        _ => state.lit = None,
    }
}

/// Tab: the next pane; in the reader the next link; in the search line, to the panes.
fn around(state: &mut State, forward: bool) {
    if let Some(search) = &state.search {
        if search.focus == SearchFocus::Line {
            return searching::complete_or_leave(state);
        }
    } else if state.place.focus == Focus::Reader {
        return motion::to_link(state, forward);
    }
    // From the library the first or the last of the four.
    let next = match (state.place.pane.place(), forward) {
        (Some(place), true) => place + 1,
        (Some(place), false) => place + 3,
        (None, true) => 0,
        (None, false) => 3,
    };
    open::focus_pane(state, PaneId::at(next));
}
