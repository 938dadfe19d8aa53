//! Draws the saved and the earlier searches.

use super::panel::{self, pick_list, prompt};
use crate::explore::action::Action;
use crate::explore::overlays::{Panel, Searches};
use crate::explore::{Mode, Role, State};
use crate::text::{count, width};
use crate::tui::canvas::Canvas;

/// Draws the searches: name and query.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, searches: &Searches) {
    /// The columns and the rows of the box, which keeps its size while one types.
    const SIZE: (usize, usize) = (76, 16);
    let found = searches.found(&state.searches);
    let area = panel::draw(canvas, state.layout, SIZE.0, SIZE.1, &searches.title(), "esc closes");
    let all = state.searches.saved.len() + state.searches.earlier.len();
    prompt(canvas, area, "Find:", &searches.pick.line, &count(all, "search", "searches"));
    let list = panel::below_prompt(area);
    if found.is_empty() {
        let save = state.keys.shown(Action::SaveSearch, Mode::SearchLine).map(|keys| keys.label());
        let words = match all {
            0 => format!("There are none yet; / searches, {} saves a search.", save.unwrap_or_default()),
            _ => "None has these words.".to_owned(),
        };
        canvas.put_wrapped(list, &words, Role::Quiet);
    }
    let names = found.iter().filter_map(|(name, _)| name.map(|name| width(name) + 1));
    let column = names.max().map_or(0, |widest| widest.min(list.width / 3) + 2);
    pick_list(canvas, list, found.len(), searches.pick.chosen, |canvas, place, y| {
        let Some((name, query)) = found.get(place) else { return };
        if let Some(name) = name {
            canvas.put_cut(list.x + 2, y, &format!("@{name}"), Role::Key, column.saturating_sub(2));
        }
        let x = list.x + 2 + column;
        canvas.put_cut(x, y, query, Role::Text, list.right().saturating_sub(x));
    });
}
