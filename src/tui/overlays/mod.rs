//! Draws overlays over the faded screen: a file for each.

mod about;
mod collect;
mod compare;
mod copy;
mod coverage;
mod export;
mod help;
mod marks;
mod pair;
mod palette;
mod panel;
mod save_search;
mod searches;
mod told;
mod trace;
mod warnings;
mod why;

pub use marks::draw as draw_marks;

use super::canvas::Canvas;
use super::pictures;
use crate::explore::State;
use crate::explore::overlays::Overlay;

/// Draws an overlay.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, overlay: &Overlay) {
    match overlay {
        Overlay::Help(help) => help::draw(canvas, state.layout, help, &state.keys),
        Overlay::Palette(palette) => palette::draw(canvas, state, palette),
        Overlay::About(about) => about::draw(canvas, state, about),
        Overlay::Warnings(warnings) => warnings::draw(canvas, state, warnings),
        Overlay::Copy(menu) => copy::draw(canvas, state, menu),
        Overlay::Export(menu) => export::draw(canvas, state.layout, menu),
        Overlay::Pair(pair) => pair::draw(canvas, state.layout, pair),
        Overlay::Coverage(table) if table.passages().is_some() => coverage::draw(canvas, state, table),
        Overlay::Coverage(_) => picture(canvas, state, overlay),
        Overlay::FollowUp(_) | Overlay::Map(_) | Overlay::Network(_) => picture(canvas, state, overlay),
        Overlay::Compare(view) => compare::draw(canvas, state, view),
        Overlay::Trace(view) => trace::draw(canvas, state, view),
        Overlay::Why(why) => why::draw(canvas, state, why),
        Overlay::Marks(view) => marks::draw(canvas, state, view, state.layout.body()),
        Overlay::Collect(collecting) => collect::draw(canvas, state, collecting),
        Overlay::SaveSearch(naming) => save_search::draw(canvas, state, naming),
        Overlay::Searches(searches) => searches::draw(canvas, state, searches),
        Overlay::Told(told) => told::draw(canvas, state, told),
        // It is drawn where the reader is.
        Overlay::Note(_) => {}
    }
}

/// Draws a picture that covers the panes.
fn picture(canvas: &mut Canvas<'_>, state: &State, overlay: &Overlay) {
    let area = state.layout.body();
    canvas.clear(0, area.y, state.layout.columns, state.layout.rows.saturating_sub(area.y));
    pictures::draw(canvas, state, area, overlay);
}
