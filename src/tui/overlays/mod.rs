//! What lies over the faded screen, and the best matches of a search.

mod about;
mod coverage;
mod list;
mod matches;
mod menus;
mod pair;
mod panel;

pub use about::disputes;
pub use coverage::passage_lines;
pub use list::found;
pub use matches::best_matches;
pub use menus::warning_lines;

use super::canvas::Canvas;
use super::state::{Overlay, State};

/// Draws the overlay on top.
pub fn draw(canvas: &mut Canvas<'_>, state: &State) {
    match state.overlays.last() {
        Some(Overlay::Help(filter)) => list::help(canvas, state.layout, filter),
        Some(Overlay::Palette(filter)) => list::palette(canvas, state.layout, filter),
        Some(Overlay::Warnings(first)) => menus::warnings(canvas, state, *first),
        Some(Overlay::Copy) => menus::copy(canvas, state.layout),
        Some(Overlay::Coverage(open)) => coverage::draw(canvas, state, open),
        // Takes the place of the panes; what lies over it is drawn here.
        Some(Overlay::Compare(_)) | None => {}
        Some(Overlay::About(filter)) => about::draw(canvas, state, filter),
        Some(Overlay::Pair(pair)) => pair::draw(canvas, state.layout, pair),
        Some(Overlay::Why { item, reasons }) => menus::why(canvas, state, *item, reasons),
    }
}
