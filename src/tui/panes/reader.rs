//! Draws the reader: the lines of its page in view, with links.

use crate::explore::layout::{Area, MEASURE};
use crate::explore::reader::{PageLines, Reader, TextLine, rows_in_view};
use crate::explore::{Piece, Role, Target};
use crate::search::Matches;
use crate::text;
use crate::tui::canvas::Canvas;
use crate::tui::frame::heading;
use std::ops::Range;

/// What is needed to draw the reader.
#[derive(Clone, Copy)]
pub struct ReaderView<'a> {
    /// The reader.
    pub reader: &'a Reader,
    /// The lines of its page.
    pub lines: &'a PageLines,
    /// Whether it has the focus.
    pub focused: bool,
    /// The matches to highlight.
    pub matches: Option<&'a Matches>,
}

/// Draws the reader.
pub fn draw(canvas: &mut Canvas<'_>, area: Area, view: ReaderView<'_>) {
    let ReaderView { reader, lines, focused, matches } = view;
    canvas.hit(area, Target::Reader);
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
        for (columns, url) in &line.web {
            let end = columns.end.min(area.width);
            canvas.web_link(area.x + columns.start, y, end.saturating_sub(columns.start), url);
        }
        for (x, link) in &line.links {
            let area = Area::row(area.x + x, y, area.width.saturating_sub(*x));
            canvas.hit(area, Target::Link(*link));
        }
        if focused {
            draw_references(canvas, area, y, line, reader.reference);
        }
        let chosen = reader.link.filter(|_| focused);
        if let Some((x, _)) = chosen.and_then(|chosen| line.beginning().find(|(_, link)| *link == chosen)) {
            canvas.select(area.x + x, y, area.width.saturating_sub(x));
        }
    }
    foot(canvas, area, view, rows);
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
        // The letters are keys only while the reader has the focus.
        if focused {
            canvas.put(area.x + piece.x, y, &piece.text, Role::Link);
        }
        return;
    }
    canvas.put_cut_matched(area.x + piece.x, y, &piece.text, piece.role, room, matched);
}

/// Shows the references of a line, and the one that Enter follows.
fn draw_references(canvas: &mut Canvas<'_>, area: Area, y: usize, line: &TextLine, chosen: Option<usize>) {
    for (place, number) in &line.references {
        let Some(piece) = line.pieces.get(*place) else { continue };
        let end =
            canvas.put_cut(area.x + piece.x, y, &piece.text, Role::Link, area.width.saturating_sub(piece.x));
        let place = Area::row(area.x + piece.x, y, end.saturating_sub(area.x + piece.x));
        canvas.hit(place, Target::Reference(*number));
        if chosen == Some(*number) {
            canvas.select(place.x, y, place.width);
        }
    }
}

/// Draws the address, and the number of lines below those in view.
fn foot(canvas: &mut Canvas<'_>, area: Area, view: ReaderView<'_>, rows: usize) {
    let ReaderView { reader, lines, .. } = view;
    let y = area.bottom().saturating_sub(1);
    let below = lines.lines().len().saturating_sub(reader.scroll + rows);
    let more = if below > 0 { format!("↓ {}", text::count(below, "line", "lines")) } else { String::new() };
    let room = area.width.saturating_sub(if more.is_empty() { 0 } else { text::width(&more) + 2 });
    let address = reader.page().and_then(|p| p.address.as_ref()).map(ToString::to_string).unwrap_or_default();
    // An address is never cut; if there is no room for both, only the address is shown.
    if text::width(&address) <= room || text::width(&address) > area.width {
        canvas.put_right(area.right().saturating_sub(1), y, &more, Role::Quiet);
    }
    if text::width(&address) <= area.width {
        canvas.put(area.x, y, &address, Role::Quiet);
    }
}

/// Draws the reader on the full screen.
pub fn draw_alone(canvas: &mut Canvas<'_>, area: Area, view: ReaderView<'_>, place: &str) {
    heading(canvas, Area { height: 1, ..area }, "", &["Reader"], &[place], true);
    let inner = Area {
        x: area.x,
        y: area.y + 1,
        width: area.width.min(MEASURE),
        height: area.height.saturating_sub(1),
    };
    draw(canvas, inner, view);
}
