//! The chart of each pane, on the full screen: each answers one question.

pub(super) mod axis;
pub(super) mod caption;
pub mod clauses;
pub(super) mod legend;
pub mod memberships;
pub(super) mod rows;
pub mod sectors;
pub(super) mod shade;
pub(super) mod steps;
pub mod timeline;

use super::canvas::Canvas;
use crate::explore::layout::Area;
use crate::explore::{Pane, State};

/// Draws the chart of the focused pane.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, area: Area) {
    match state.place.pane {
        Pane::Timeline => timeline::draw(canvas, state, area),
        Pane::Clauses => clauses::draw(canvas, state, area),
        Pane::Sectors => sectors::draw(canvas, state, area),
        Pane::Memberships => memberships::draw(canvas, state, area),
        // The library has no chart.
        Pane::Library => {}
    }
}

#[cfg(test)]
mod tests;
