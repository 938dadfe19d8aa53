//! The reader: one item's page, laid out for a width, with its links.

mod claims;
mod lay;

use super::frame::heading;
use crate::insight::{Page, Reference, of_item, page};
use crate::model::{Collection, ItemId};
use crate::search::Matches;
use crate::text;
use crate::tui::canvas::Canvas;
use crate::tui::layout::Area;
use crate::tui::table::LINK_LETTERS;
use crate::tui::theme::Role;
use std::collections::HashSet;
use std::sync::Arc;

/// A piece of a line.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Its column in the reader.
    pub x: usize,
    /// Its text.
    pub text: String,
    /// Its role.
    pub role: Role,
}

/// A line of the laid-out page.
#[derive(Clone, Debug, Default)]
pub struct TextLine {
    /// Its pieces, left to right.
    pub pieces: Vec<Piece>,
    /// The links that begin on it.
    pub links: Vec<usize>,
    /// Its pieces that name another item: the place of each among the pieces, and the number of the reference.
    pub references: Vec<(usize, usize)>,
}

/// What is read, and where in it.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    page: Option<Arc<Page>>,
    lines: Arc<[TextLine]>,
    links: Arc<[ItemId]>,
    linked: Arc<HashSet<ItemId>>,
    laid_for: (usize, bool),
    /// The first line in view.
    pub scroll: usize,
    /// The link that Enter follows.
    pub link: Option<usize>,
    /// The reference in the text that Enter follows, where it was chosen last.
    pub reference: Option<usize>,
    /// The line of the last match walked to.
    pub at_match: Option<usize>,
}

impl Reader {
    /// The reader on an item.
    pub fn of(collection: &Collection, item: ItemId) -> Self {
        let related = of_item(collection, item);
        let linked =
            related.parts().map(|part| ItemId { part, ..item }).filter(|other| *other != item).collect();
        Self { page: page(collection, item).map(Arc::new), linked: Arc::new(linked), ..Self::default() }
    }

    /// The item that is read.
    pub fn item(&self) -> Option<ItemId> {
        self.page.as_ref().map(|p| p.item)
    }

    /// Its page.
    pub fn page(&self) -> Option<&Page> {
        self.page.as_deref()
    }

    /// What belongs to the item.
    pub fn linked(&self) -> &HashSet<ItemId> {
        &self.linked
    }

    /// The targets of the links, in the order of their letters.
    pub fn links(&self) -> &[ItemId] {
        &self.links
    }

    /// The laid-out lines.
    pub fn lines(&self) -> &[TextLine] {
        &self.lines
    }

    /// Lays the page out, if it is not yet laid out so.
    pub fn lay_out(&mut self, width: usize, roomy: bool) {
        if self.laid_for == (width, roomy) && (self.page.is_none() || !self.lines.is_empty()) {
            return;
        }
        let Some(page) = &self.page else { return };
        let (lines, links) = lay::lay_out(page, width, roomy);
        (self.lines, self.links, self.laid_for) = (lines.into(), links.into(), (width, roomy));
        self.scroll = self.scroll.min(self.lines.len().saturating_sub(1));
    }

    /// How far the page can be scrolled with this many rows in view.
    pub fn furthest(&self, rows: usize) -> usize {
        self.lines.len().saturating_sub(rows)
    }

    /// Scrolls so that a line is in view.
    pub fn reveal(&mut self, line: usize, rows: usize) {
        if line < self.scroll || line >= self.scroll + rows {
            self.scroll = line.saturating_sub(rows / 3).min(self.furthest(rows));
        }
    }

    /// The references in the text, in its order.
    pub fn references(&self) -> &[Reference] {
        self.page()
            .and_then(|page| page.quote.as_ref())
            .map(|quote| quote.references.as_slice())
            .unwrap_or_default()
    }

    /// The line on which a reference begins.
    pub fn line_of_reference(&self, reference: usize) -> Option<usize> {
        self.lines.iter().position(|line| line.references.iter().any(|(_, number)| *number == reference))
    }

    /// The line on which a link begins.
    pub fn line_of_link(&self, link: usize) -> Option<usize> {
        self.lines.iter().position(|line| line.links.contains(&link))
    }

    /// The lines that hold a match.
    pub fn matching_lines(&self, matches: &Matches) -> Vec<usize> {
        let holds = |line: &TextLine| {
            line.pieces.iter().any(|p| p.role != Role::Link && !matches.highlight(&p.text).is_empty())
        };
        self.lines.iter().enumerate().filter(|(_, line)| holds(line)).map(|(i, _)| i).collect()
    }
}

/// How many lines of a page are in view in an area: the last row is the address.
pub fn rows_in_view(area: Area) -> usize {
    area.height.saturating_sub(if area.height > 8 { 2 } else { 1 })
}

/// Draws the reader; gives the rows of its scroll mark.
pub fn draw(canvas: &mut Canvas<'_>, area: Area, reader: &Reader, focused: bool, matches: Option<&Matches>) {
    let rows = rows_in_view(area);
    for (y, line) in (area.y..area.y + rows).zip(reader.lines.iter().skip(reader.scroll)) {
        for piece in &line.pieces {
            draw_piece(canvas, area, y, piece, focused, matches);
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
    foot(canvas, area, reader, rows);
}

fn draw_piece(
    canvas: &mut Canvas<'_>,
    area: Area,
    y: usize,
    piece: &Piece,
    focused: bool,
    matches: Option<&Matches>,
) {
    let room = area.width.saturating_sub(piece.x);
    if piece.role == Role::Link {
        // Letters are keys only while the reader has the focus; otherwise they would promise too much.
        if focused {
            canvas.put(area.x + piece.x, y, &piece.text, Role::Link);
        }
        return;
    }
    let lit = matches.map(|m| m.highlight(&piece.text)).unwrap_or_default();
    canvas.put_cut_lit(area.x + piece.x, y, &piece.text, piece.role, room, &lit);
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
fn foot(canvas: &mut Canvas<'_>, area: Area, reader: &Reader, rows: usize) {
    let y = area.bottom().saturating_sub(1);
    let below = reader.lines.len().saturating_sub(reader.scroll + rows);
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
pub fn draw_alone(
    canvas: &mut Canvas<'_>,
    area: Area,
    reader: &Reader,
    matches: Option<&Matches>,
    place: &str,
) {
    heading(canvas, Area { height: 1, ..area }, "", "Reader", place, true);
    let inner =
        Area { x: area.x, y: area.y + 1, width: area.width.min(112), height: area.height.saturating_sub(1) };
    draw(canvas, inner, reader, true, matches);
}

/// The letter of a link; blank beyond the last letter.
pub fn letter(link: usize) -> &'static str {
    LINK_LETTERS.get(link).copied().unwrap_or(" ")
}
