//! The reader: the lines of the page in view, with its links.

use crate::explore::bindings::letter;
use crate::explore::layout::Area;
use crate::explore::reader::{PageLines, Reader, TextLine, rows_in_view};
use crate::explore::{Piece, Role};
use crate::search::Matches;
use crate::text;
use crate::tui::canvas::Canvas;
use crate::tui::frame::heading;
use std::ops::Range;

/// What is read, and how.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// What is read, and where in it.
    pub reader: &'a Reader,
    /// Its page in lines.
    pub lines: &'a PageLines,
    /// Whether the keys go here.
    pub focused: bool,
    /// What is matched.
    pub matches: Option<&'a Matches>,
}

/// Draws the reader.
pub fn draw(canvas: &mut Canvas<'_>, area: Area, reading: Reading<'_>) {
    let Reading { reader, lines, focused, matches } = reading;
    let rows = rows_in_view(area);
    let matched =
        matches.map(|m| lines.highlights(reader.scroll..reader.scroll + rows, m)).unwrap_or_default();
    for (row, line) in lines.lines().iter().skip(reader.scroll).take(rows).enumerate() {
        let y = area.y + row;
        let mut matched = matched.get(row).into_iter().flatten();
        for piece in &line.pieces {
            let matched = matched.next().map(Vec::as_slice).unwrap_or_default();
            draw_piece(canvas, area, y, piece, focused, matched);
        }
        if focused {
            draw_references(canvas, area, y, line, reader.reference);
        }
        let chosen = reader.link.filter(|link| focused && line.links.contains(link));
        if let Some(link) = chosen {
            let x = line
                .pieces
                .iter()
                .find(|p| p.role == Role::Link && p.text == letter(link))
                .or(line.pieces.first())
                .map_or(0, |p| p.x);
            canvas.select(area.x + x, y, area.width.saturating_sub(x));
        }
    }
    foot(canvas, area, reading, rows);
}

fn draw_piece(
    canvas: &mut Canvas<'_>,
    area: Area,
    y: usize,
    piece: &Piece,
    focused: bool,
    matched: &[Range<usize>],
) {
    let room = area.width.saturating_sub(piece.x);
    if piece.role == Role::Link {
        // Letters are keys only while the reader has the focus; otherwise they would promise too much.
        if focused {
            canvas.put(area.x + piece.x, y, &piece.text, Role::Link);
        }
        return;
    }
    canvas.put_cut_matched(area.x + piece.x, y, &piece.text, piece.role, room, matched);
}

/// Shows what of a line can be followed, and what Enter follows.
fn draw_references(canvas: &mut Canvas<'_>, area: Area, y: usize, line: &TextLine, chosen: Option<usize>) {
    for (place, number) in &line.references {
        let Some(piece) = line.pieces.get(*place) else { continue };
        let end =
            canvas.put_cut(area.x + piece.x, y, &piece.text, Role::Link, area.width.saturating_sub(piece.x));
        if chosen == Some(*number) {
            canvas.select(area.x + piece.x, y, end.saturating_sub(area.x + piece.x));
        }
    }
}

/// The address, and how much of the page lies below.
fn foot(canvas: &mut Canvas<'_>, area: Area, reading: Reading<'_>, rows: usize) {
    let Reading { reader, lines, .. } = reading;
    let y = area.bottom().saturating_sub(1);
    let below = lines.lines().len().saturating_sub(reader.scroll + rows);
    let more = if below > 0 { format!("↓ {}", text::count(below, "line", "lines")) } else { String::new() };
    let room = area.width.saturating_sub(if more.is_empty() { 0 } else { text::width(&more) + 2 });
    let address = reader.page().and_then(|p| p.address.as_ref()).map(ToString::to_string).unwrap_or_default();
    // An address is never cut; without room for both it stays and the mark goes.
    if text::width(&address) <= room || text::width(&address) > area.width {
        canvas.put_right(area.right().saturating_sub(1), y, &more, Role::Quiet);
    }
    if text::width(&address) <= area.width {
        canvas.put(area.x, y, &address, Role::Quiet);
    }
}

/// Draws the reader on the whole screen.
pub fn draw_alone(canvas: &mut Canvas<'_>, area: Area, reading: Reading<'_>, place: &str) {
    heading(canvas, Area { height: 1, ..area }, "", "Reader", place, true);
    let inner =
        Area { x: area.x, y: area.y + 1, width: area.width.min(112), height: area.height.saturating_sub(1) };
    draw(canvas, inner, reading);
}
