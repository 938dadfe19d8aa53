use crate::tui::canvas::Canvas;
use crate::tui::layout::Area;
use crate::tui::state::State;

pub fn draw(_canvas: &mut Canvas<'_>, _state: &State, _area: Area) {}

/// The years of the columns.
pub fn years(_state: &State) -> Vec<u16> {
    Vec::new()
}
