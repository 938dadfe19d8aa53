//! Draws text in roles onto the cells of a frame. Everything the explorer shows passes through here, and through the
//! display filter of [`crate::text`].

use super::glyphs;
use super::hits::Hits;
use super::theme::{Ground, Theme};
use super::web_links::WebLinks;
use crate::explore::layout::Area;
use crate::explore::{Role, Target};
use crate::text::{self, glyphs as graphemes};
use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use std::borrow::Cow;
use std::num::NonZeroU16;
use std::ops::Range;

/// How things look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The colours.
    pub theme: Theme,
    /// The symbols.
    pub symbols: Symbols,
    /// How web addresses can be opened.
    pub web: WebLinks,
    /// Who puts right-to-left text in order.
    pub bidi: Bidi,
}

/// Who puts right-to-left text in the order in which it is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bidi {
    /// The terminal, or nobody.
    Terminal,
    /// The explorer, for a terminal that does not.
    Explorer,
}

impl Look {
    /// Switches to the next theme for this background; returns a notice.
    /// After the last that is built in, the person's own follows.
    pub fn next_theme(&mut self, own: Option<Theme>, ground: Ground) -> String {
        self.theme = match (self.theme, own) {
            (Theme::Contrast(_), Some(own)) => own,
            (theme, _) => theme.next(ground),
        };
        format!("Theme: {}", self.theme.word())
    }
}

/// The symbols that the terminal can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symbols {
    /// Lines, marks and blocks.
    Unicode,
    /// Only ASCII.
    Ascii,
}

/// A text and the role it is drawn in.
pub type Span<'a> = (&'a str, Role);

/// Cells that are no frame of a terminal: a page.
pub struct Page(Buffer);

impl Page {
    /// Blank cells.
    pub fn new(columns: usize, rows: usize) -> Self {
        let size = |cells: usize| u16::try_from(cells).unwrap_or(u16::MAX);
        Self(Buffer::empty(Rect::new(0, 0, size(columns), size(rows))))
    }

    /// A canvas over them for a whole screen.
    pub fn screen(&mut self, look: Look) -> Canvas<'_> {
        Canvas::new(&mut self.0, look)
    }

    /// A canvas over them, on which nothing is chosen.
    pub fn canvas(&mut self, look: Look) -> Canvas<'_> {
        Canvas { has_cursor: false, ..Canvas::new(&mut self.0, look) }
    }

    /// The rows up to the last that holds anything: the symbol of each cell and its style.
    pub fn rows(&self) -> Vec<Vec<(&str, Style)>> {
        let cells = self.0.content.chunks(usize::from(self.0.area.width).max(1));
        let row = |cells: &'_ [ratatui::buffer::Cell]| cells.iter().any(|cell| cell.symbol() != " ");
        let used = cells.clone().rposition(row).map_or(0, |last| last + 1);
        cells.take(used).map(|row| row.iter().map(|cell| (cell.symbol(), cell.style())).collect()).collect()
    }
}

/// A frame to draw on. Columns and rows count from 0; anything outside is not drawn.
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    look: Look,
    hits: Hits,
    has_cursor: bool,
}

impl<'a> Canvas<'a> {
    /// A canvas over a frame's cells.
    pub fn new(buffer: &'a mut Buffer, look: Look) -> Self {
        Self { buffer, look, hits: Hits::default(), has_cursor: true }
    }

    /// Whether something is chosen, whose cell is shown so and explained.
    pub fn has_cursor(&self) -> bool {
        self.has_cursor
    }

    /// Ends drawing; returns what was drawn and can be pointed at.
    pub fn finish(mut self) -> Hits {
        self.mark_second_halves();
        self.hits
    }

    /// Marks the cells behind a wide letter, which are not written. Else a blank of the next frame in the place of a second half is
    /// taken for what is there already, though a terminal may show that half, or what it does with half a letter.
    fn mark_second_halves(&mut self) {
        for row in self.buffer.content.chunks_mut(usize::from(self.buffer.area.width).max(1)) {
            let mut cells = row.iter_mut();
            while let Some(cell) = cells.next() {
                let width = match cell.diff_option {
                    CellDiffOption::ForcedWidth(width) => usize::from(width.get()),
                    _ if cell.symbol().len() == 1 => continue,
                    _ => text::width(cell.symbol()),
                };
                for behind in cells.by_ref().take(width.saturating_sub(1)) {
                    behind.set_diff_option(CellDiffOption::AlwaysUpdate);
                }
            }
        }
    }

    /// Says that what is drawn in an area can be pointed at; what is outside of the frame cannot.
    pub fn hit(&mut self, area: Area, target: Target) {
        let frame = self.buffer.area;
        let frame = Area { x: 0, y: 0, width: frame.width.into(), height: frame.height.into() };
        let area = area.intersection(frame);
        if area.width > 0 && area.height > 0 {
            self.hits.add(area, target);
        }
    }

    /// The width of the frame, in columns.
    pub fn columns(&self) -> usize {
        usize::from(self.buffer.area.width)
    }

    /// Draws a text; returns the column after it.
    pub fn put(&mut self, x: usize, y: usize, text: &str, role: Role) -> usize {
        self.put_matched(x, y, text, role, &[])
    }

    /// Draws a text with these byte ranges highlighted as matches; returns the column after it.
    pub fn put_matched(
        &mut self,
        x: usize,
        y: usize,
        text: &str,
        role: Role,
        matches: &[Range<usize>],
    ) -> usize {
        if self.look.bidi == Bidi::Explorer && text::may_turn(text) {
            return self.put_turned(x, y, text, role, matches);
        }
        let mut at = x;
        let mut matches = matches.iter().peekable();
        for glyph in graphemes(text) {
            while matches.peek().is_some_and(|range| range.end <= glyph.range.start) {
                matches.next();
            }
            let matched = matches.peek().is_some_and(|range| range.start < glyph.range.end);
            self.cell(at, y, &glyph.shown, glyph.width, if matched { Role::Match } else { role });
            at += glyph.width;
        }
        at
    }

    /// Does what [`Self::put_matched`] does for a text that is partly written from right to left.
    fn put_turned(&mut self, x: usize, y: usize, text: &str, role: Role, matches: &[Range<usize>]) -> usize {
        let mut at = x;
        for glyph in text::visual_glyphs(text) {
            let own = &glyph.range;
            let matched = matches.iter().any(|range| range.start < own.end && own.start < range.end);
            self.cell(at, y, &glyph.shown, glyph.width, if matched { Role::Match } else { role });
            at += glyph.width;
        }
        at
    }

    /// Draws a text in at most `columns` cells, with an ellipsis if it is cut; returns the column after it.
    pub fn put_cut(&mut self, x: usize, y: usize, text: &str, role: Role, columns: usize) -> usize {
        self.put(x, y, &text::cut(text, columns, "…"), role)
    }

    /// Like [`Self::put_cut`], with matches highlighted.
    pub fn put_cut_matched(
        &mut self,
        x: usize,
        y: usize,
        text: &str,
        role: Role,
        columns: usize,
        matches: &[Range<usize>],
    ) -> usize {
        let end = text::fit(text, columns, 1);
        if end == text.len() {
            return self.put_matched(x, y, text, role, matches);
        }
        let kept = text.get(..end).unwrap_or_default().trim_end();
        let cut = if columns == 0 { kept.to_owned() } else { format!("{kept}…") };
        let within = |range: &Range<usize>| range.start.min(kept.len())..range.end.min(kept.len());
        let matches: Vec<Range<usize>> = matches.iter().map(within).collect();
        self.put_matched(x, y, &cut, role, &matches)
    }

    /// Draws a text whose last cell is at column `x`.
    pub fn put_right(&mut self, x: usize, y: usize, text: &str, role: Role) {
        let width = text::width(text);
        if width <= x + 1 {
            self.put(x + 1 - width, y, text, role);
        }
    }

    /// Draws several texts one after another, cut as a whole; returns the column after them.
    pub fn put_spans(&mut self, x: usize, y: usize, spans: &[Span<'_>], columns: usize) -> usize {
        let mut at = x;
        let total: usize = spans.iter().map(|(text, _)| text::width(text)).sum();
        let mut left = total;
        for (text, role) in spans {
            let room = columns.saturating_sub(at - x);
            let width = text::width(text);
            if left > room && width >= room {
                let cut = text::cut(text, room, "…");
                let cut = if width == room {
                    format!("{}…", text.get(..text::fit(text, room.saturating_sub(1), 0)).unwrap_or_default())
                } else {
                    cut.into_owned()
                };
                return self.put(at, y, &cut, *role);
            }
            at = self.put(at, y, text, *role);
            left -= width;
        }
        at
    }

    /// Draws a text from the top of an area, wrapped between words; returns the row after it. The last line that fits ends
    /// in an ellipsis if there are more.
    pub fn put_wrapped(&mut self, area: Area, text: &str, role: Role) -> usize {
        let mut y = area.y;
        let mut lines = text::wrapped(text, area.width).peekable();
        for left in (0..area.height).rev() {
            let Some(line) = lines.next() else { break };
            let is_cut = left == 0 && lines.peek().is_some();
            let kept = line.get(..text::fit(line, area.width.saturating_sub(1), 0)).unwrap_or_default();
            match is_cut {
                true => self.put(area.x, y, &format!("{}…", kept.trim_end()), role),
                false => self.put(area.x, y, line, role),
            };
            y += 1;
        }
        y
    }

    /// Repeats a symbol of one cell.
    pub fn repeat(&mut self, x: usize, y: usize, sign: &str, times: usize, role: Role) {
        for i in 0..times {
            self.cell(x + i, y, sign, 1, role);
        }
    }

    /// Shows cells as selected; bold and underlined text stays so.
    pub fn select(&mut self, x: usize, y: usize, columns: usize) {
        let style = self.look.theme.style(Role::Select);
        for i in x..(x + columns).min(self.columns()) {
            if let Some(cell) = self.at(i, y) {
                let keep = cell.modifier & (Modifier::BOLD | Modifier::UNDERLINED);
                cell.set_style(Style::reset().patch(style).add_modifier(keep));
            }
        }
    }

    /// Puts a web address behind cells that are already drawn, if the terminal takes such links. The address must be one of
    /// [`text::web::link`]. Each cell is a link of its own, so that what is drawn over some of them leaves the others whole;
    /// terminals show neighbours with one address as one link.
    #[allow(clippy::disallowed_methods, reason = "the address was checked, and the symbol comes from a cell")]
    pub fn web_link(&mut self, x: usize, y: usize, columns: usize, url: &str) {
        if self.look.web == WebLinks::Text {
            return;
        }
        let (mut at, end) = (x, x.saturating_add(columns).min(self.columns()));
        while at < end {
            let Some(cell) = self.at(at, y) else { return };
            let width = u16::try_from(text::width(cell.symbol())).unwrap_or(1).max(1);
            // The difference between two frames must not count the bytes of the address as cells.
            cell.set_diff_option(
                NonZeroU16::new(width).map_or(CellDiffOption::None, CellDiffOption::ForcedWidth),
            );
            let symbol = format!("\u{1b}]8;;{url}\u{1b}\\{}\u{1b}]8;;\u{1b}\\", cell.symbol());
            cell.set_symbol(&symbol);
            at += usize::from(width);
        }
    }

    /// Fades everything, as the backdrop of an overlay: nothing of it can be pointed at any more.
    pub fn fade(&mut self) {
        self.drop_hits();
        let style = Style::reset().patch(self.look.theme.style(Role::Rule));
        for cell in &mut self.buffer.content {
            cell.set_style(style);
        }
    }

    /// Takes away what can be pointed at.
    pub fn drop_hits(&mut self) {
        self.hits.clear();
    }

    /// Clears cells.
    pub fn clear(&mut self, x: usize, y: usize, columns: usize, rows: usize) {
        for row in y..y + rows {
            for column in x..x + columns {
                if let Some(cell) = self.at(column, row) {
                    cell.reset();
                }
            }
        }
    }

    fn at(&mut self, x: usize, y: usize) -> Option<&mut ratatui::buffer::Cell> {
        let (x, y) = (u16::try_from(x).ok()?, u16::try_from(y).ok()?);
        self.buffer.cell_mut((x, y))
    }

    #[allow(clippy::disallowed_methods, reason = "the door: symbols come from text::glyphs")]
    fn cell(&mut self, x: usize, y: usize, shown: &str, width: usize, role: Role) {
        let (Ok(column), Ok(row)) = (u16::try_from(x), u16::try_from(y)) else { return };
        let area: Rect = self.buffer.area;
        if row >= area.height || x + width > usize::from(area.width) {
            return;
        }
        let shown = match self.look.symbols {
            Symbols::Unicode => shown,
            Symbols::Ascii => glyphs::ascii(shown).unwrap_or(shown),
        };
        let shown = without_selector(shown);
        let style = self.look.theme.style(role);
        let is_narrow = width == 1 || text::width(&shown) == 1;
        // A buffer adds styles up, so reset what was drawn here before.
        for i in column..column.saturating_add(u16::try_from(width).unwrap_or(1)) {
            let Some(cell) = self.buffer.cell_mut((i, row)) else { continue };
            cell.reset();
            if is_narrow {
                cell.set_symbol(if i == column { &shown } else { " " }).set_style(style);
            }
        }
        if !is_narrow {
            // A symbol for what cannot be shown has a character for each cell.
            self.buffer.set_string(column, row, shown, style);
        }
    }
}

/// A symbol without the selector of its form as an emoji: terminals differ in whether it makes a narrow one wide, and what follows would
/// be shown a cell too far.
fn without_selector(symbol: &str) -> Cow<'_, str> {
    /// Variation selector 16.
    const EMOJI: char = '\u{fe0f}';
    if symbol.contains(EMOJI) { symbol.replace(EMOJI, "").into() } else { symbol.into() }
}
