//! What kind of input something is.

use crate::explore::action::Action;
use crate::explore::gesture::Gesture;
use crate::explore::input::Input;
use crate::explore::keymap::Meaning;
use crate::explore::keys::Keys;
use crate::explore::mode::Mode;
use crate::explore::state::State;

/// Whether an input is a step in a pane.
pub(super) fn is_step(state: &State, input: &Input) -> bool {
    let (Input::Key(chord), None) = (input, state.begun) else { return false };
    let mode = state.mode();
    matches!(mode, Mode::Panes | Mode::Library | Mode::SearchPanes)
        && matches!(state.keys.meaning(mode, Keys::one(*chord)), Meaning::Action(Action::Move(_)))
}

/// Whether an input is a move of the mouse that holds nothing, or the release of its button.
pub(super) fn is_idle_motion(state: &State, input: &Input) -> bool {
    state.grip.is_none() && matches!(input, Input::Point(Gesture::Drag { .. } | Gesture::Release, _))
}

/// Whether an input comes from the user, and so clears the last notice.
pub(super) fn is_from_user(input: &Input) -> bool {
    matches!(
        input,
        Input::Key(_)
            | Input::Paste(_)
            | Input::Line(_)
            | Input::Point(..)
            | Input::Act(_)
            | Input::GoTo(_)
            | Input::Home
    )
}
