//! The hint for the first time comes, and goes for good.

use crate::explore::chord::Chord;
use crate::explore::remember::Remember;
use crate::explore::state::State;
use crate::explore::welcome::Welcome;

/// Shows the hint.
pub(super) fn begin(state: &mut State) {
    state.welcome = Some(Welcome::default());
    state.layout.below = 1;
}

/// Counts a key, and puts the hint away if that was the last one.
pub(super) fn count(state: &mut State, chord: Chord) {
    let Some(welcome) = state.welcome else { return };
    state.welcome = welcome.after(chord);
    if state.welcome.is_none() {
        state.layout.below = 0;
        state.asked.push(Remember::Welcomed);
    }
}
