//! Each pane's picture: one question each, answered on the whole screen.

pub(super) mod axis;
mod caption;
pub mod clauses;
pub mod memberships;
pub mod sectors;
pub mod timeline;

use super::canvas::Canvas;
use super::layout::Area;
use super::state::{PaneId, State};
use std::borrow::Cow;

/// Draws the picture of the focused pane.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, area: Area) {
    match state.place.pane {
        PaneId::Timeline => timeline::draw(canvas, state, area),
        PaneId::Clauses => clauses::draw(canvas, state, area),
        PaneId::Sectors => sectors::draw(canvas, state, area),
        PaneId::Memberships => memberships::draw(canvas, state, area),
        // A list at any size.
        PaneId::Library => {}
    }
}

/// The places of the rows of the focused pane in the order in which its picture shows them; a picture may leave rows
/// out.
pub fn order(state: &State) -> Cow<'_, [usize]> {
    match state.place.pane {
        PaneId::Timeline => Cow::Owned((0..state.list(PaneId::Timeline).rows.len()).collect()),
        PaneId::Clauses => Cow::Borrowed(clauses::order(state)),
        PaneId::Sectors => Cow::Owned(sectors::order(state)),
        PaneId::Memberships => Cow::Owned(memberships::order(state)),
        PaneId::Library => Cow::Borrowed(&[]),
    }
}

/// How many columns the cursor of the focused pane's picture walks through.
pub fn columns(state: &State) -> usize {
    match state.place.pane {
        PaneId::Clauses => clauses::count(state),
        PaneId::Sectors => sectors::years(state).len(),
        PaneId::Timeline | PaneId::Memberships | PaneId::Library => 0,
    }
}

#[cfg(test)]
mod tests;
