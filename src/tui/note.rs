//! Draws the note on the item in the reader, between two heavy rules while it is written.

use crate::explore::layout::Area;
use crate::explore::note_area::{self, Shown};
use crate::explore::overlays::{LONGEST_NOTE, NoteEditor};
use crate::explore::{InputLine, Role};
use crate::text::{count, thousands, width};
use crate::tui::canvas::Canvas;
use crate::tui::frame::heading;

/// Draws a note in its area.
pub fn draw(canvas: &mut Canvas<'_>, area: Area, note: &Shown<'_>) {
    canvas.clear(area.x, area.y, area.width, area.height);
    match note {
        Shown::Kept(note) => kept(canvas, area, note),
        Shown::Written(editor) => written(canvas, area, editor),
    }
}

fn kept(canvas: &mut Canvas<'_>, area: Area, note: &str) {
    let lines: Vec<&str> =
        note_area::lines(note, area.width).into_iter().filter_map(|line| note.get(line)).collect();
    let below = lines.len().saturating_sub(area.height.saturating_sub(1));
    let more = if below > 0 { format!("↓ {}", count(below, "line", "lines")) } else { String::new() };
    heading(canvas, Area { height: 1, ..area }, "", &["Note"], &[more.as_str(), ""], false);
    for (y, line) in (area.y + 1..area.bottom()).zip(lines) {
        canvas.put_cut(area.x, y, line, Role::Text, area.width);
    }
}

fn written(canvas: &mut Canvas<'_>, area: Area, editor: &NoteEditor) {
    let state = if editor.is_changed() { "not kept yet" } else { "" };
    heading(canvas, Area { height: 1, ..area }, "", &["Note"], &[state, ""], true);
    let (lines, (row, column)) = laid_out(&editor.text, area.width);
    let rows = area.height.saturating_sub(3).max(1);
    let first = (row + 1).saturating_sub(rows);
    let end = area.y + 1 + rows;
    for (y, line) in (area.y + 1..end).zip(lines.iter().skip(first)) {
        canvas.put_cut(area.x, y, line, Role::Text, area.width);
    }
    canvas.select(area.x + column.min(area.width.saturating_sub(1)), area.y + 1 + row - first, 1);
    if end < area.bottom() {
        canvas.repeat(area.x, end, "━", area.width, Role::Focus);
    }
    if end + 1 < area.bottom() {
        let letters = format!("{} of {} letters", thousands(editor.text.letters()), thousands(LONGEST_NOTE));
        canvas.put_cut(area.x, end + 1, &letters, Role::Quiet, area.width);
    }
}

/// The lines of a text, and the row and the column of its cursor.
fn laid_out(text: &InputLine, columns: usize) -> (Vec<&str>, (usize, usize)) {
    let (whole, at) = (text.text(), text.parts().0.len());
    let lines = note_area::lines(whole, columns);
    let row = lines.iter().rposition(|line| line.start <= at).unwrap_or(0);
    let start = lines.get(row).map_or(0, |line| line.start);
    let column = width(whole.get(start..at).unwrap_or_default());
    (lines.into_iter().filter_map(|line| whole.get(line)).collect(), (row, column))
}
