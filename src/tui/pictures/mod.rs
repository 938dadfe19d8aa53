//! Pictures that cover the panes: charts of more than one pane, each of which answers one question.

mod coverage;
mod dated;
mod follow_up;
mod land;
mod map;
mod network;

use super::canvas::Canvas;
use crate::explore::State;
use crate::explore::layout::Area;
use crate::explore::overlays::Overlay;

/// Draws an overlay that is a picture; nothing for others.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, area: Area, overlay: &Overlay) {
    match overlay {
        Overlay::Coverage(table) => coverage::draw(canvas, state, area, table),
        Overlay::Map(view) => map::draw(canvas, state, area, view),
        Overlay::Network(view) => network::draw(canvas, state, area, view),
        Overlay::FollowUp(view) => follow_up::draw(canvas, state, area, view),
        _ => {}
    }
}
