//! Where the note on the item in the reader is: below its page, which has at least half of the rows.

use super::layout::Area;
use super::overlays::{NoteEditor, Overlay};
use super::state::State;
use crate::text::wrap;
use std::ops::Range;

/// What is shown of a note.
pub enum Shown<'a> {
    /// A note that is kept.
    Kept(&'a str),
    /// A note that is being written.
    Written(&'a NoteEditor),
}

/// The note that is shown in the reader: the one that is being written, else that on its item.
pub fn shown(state: &State) -> Option<Shown<'_>> {
    if let Some(Overlay::Note(editor)) = state.overlays.last() {
        return Some(Shown::Written(editor));
    }
    let item = state.place.reader.item()?;
    state.marks.note(state.collection(), item).map(Shown::Kept)
}

/// The lines of a note, as ranges of its bytes; the last column is left for the cursor.
pub fn lines(note: &str, columns: usize) -> Vec<Range<usize>> {
    wrap(note, columns.saturating_sub(1))
}

/// The areas of the page and, below it, of the note, if one is shown.
pub fn divided(state: &State, area: Area) -> (Area, Option<Area>) {
    let lines = |text: &str| lines(text, area.width).len();
    let wanted = match shown(state) {
        None => return (area, None),
        // The two rules, the count of letters, and a row to write on.
        Some(Shown::Written(editor)) => lines(editor.text.text()) + 3,
        Some(Shown::Kept(note)) => lines(note) + 1,
    };
    let note = wanted.min(area.height / 2);
    let page = Area { height: area.height - note, ..area };
    (page, Some(Area { y: page.bottom(), height: note, ..area }))
}
