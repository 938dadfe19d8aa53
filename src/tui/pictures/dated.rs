//! Items below a picture: dates and titles, the newest first.

use crate::explore::Role;
use crate::explore::layout::{Area, is_readable};
use crate::model::{Collection, ItemId};
use crate::text::{self, thousands};
use crate::tui::canvas::Canvas;

/// The columns of a date, and of the space after it.
const DATE: usize = 12;

/// Draws the last of these items first, in two columns if a title can still be read, and in the last place how many more
/// there are; returns how many rows they take.
pub(super) fn draw(canvas: &mut Canvas<'_>, collection: &Collection, area: Area, items: &[ItemId]) -> usize {
    let width = area.width / 2;
    let columns =
        if items.len() > area.height && is_readable(width.saturating_sub(DATE + 2)) { 2 } else { 1 };
    let (width, places) = (area.width / columns, area.height * columns);
    let title = width.saturating_sub(if columns > 1 { DATE + 2 } else { DATE });
    let shown = if items.len() > places { places.saturating_sub(1).max(1) } else { items.len() };
    let at =
        |place: usize| (area.x + place / area.height.max(1) * width, area.y + place % area.height.max(1));
    for (place, item) in items.iter().rev().take(shown).enumerate() {
        let Some(item) = collection.item(*item) else { continue };
        let (x, y) = at(place);
        canvas.put_right(x + DATE - 2, y, &text::cut(&item.shown_date(), DATE - 1, "…"), Role::Quiet);
        canvas.put_cut(x + DATE, y, item.list_title(), Role::Text, title);
    }
    if shown < items.len() && shown < places {
        let (x, y) = at(shown);
        canvas.put(x + DATE, y, &format!("{} more", thousands(items.len() - shown)), Role::Quiet);
    }
    items.len().min(area.height)
}
