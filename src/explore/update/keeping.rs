//! What was kept between visits.

use super::{marking, returning, welcoming};
use crate::explore::remember::Remembered;
use crate::explore::returning::Returning;
use crate::explore::state::State;

/// Takes over what was kept between visits.
pub(super) fn take(state: &mut State, remembered: Remembered) {
    match remembered {
        Remembered::Marks(written, marks) => marking::remembered(state, written, *marks),
        Remembered::Visit(visit) if matches!(state.returning, Returning::Awaited) => {
            returning::take_up(state, visit);
        }
        Remembered::Visit(_) => {}
        Remembered::FirstTime(true) => welcoming::begin(state),
        Remembered::FirstTime(false) => {}
        Remembered::Searches(searches) => state.searches = searches,
        Remembered::NotKept(problem) => state.notice = Some(problem.to_string()),
    }
}
