//! Builds the lines of a page, one after another.

use super::page_lines::TextLine;
use crate::explore::bindings::letter;
use crate::explore::layout::is_readable;
use crate::explore::lines::{Piece, Role};
use crate::insight::CitedSource;
use crate::text::{self, wrapped};
use std::sync::Arc;

/// The width of the margin for labels, if there is room for one.
pub(super) const MARGIN: usize = 14;

/// The lines built so far.
pub(super) struct LineBuilder {
    pub(super) width: usize,
    pub(super) roomy: bool,
    pub(super) lines: Vec<TextLine>,
    /// The number of links so far.
    links: usize,
}

impl LineBuilder {
    pub(super) fn new(width: usize, roomy: bool) -> Self {
        Self { width, roomy, lines: Vec::new(), links: 0 }
    }

    pub(super) fn blank(&mut self) {
        self.lines.push(TextLine::default());
    }

    /// The column where facts begin: beside the labels, or below them.
    pub(super) fn indent(&self) -> usize {
        if is_readable(self.width.saturating_sub(MARGIN)) { MARGIN } else { 0 }
    }

    pub(super) fn wrapped(&mut self, x: usize, words: &str, role: Role, width: usize) {
        let line = |text| TextLine { pieces: vec![Piece::new(x, text, role)], ..TextLine::default() };
        self.lines.extend(wrapped(words, width).map(line));
    }

    /// Starts a link: its number, and the piece with its letter.
    pub(super) fn new_link(&mut self) -> (usize, Piece) {
        let link = self.links;
        self.links += 1;
        (link, Piece { x: 0, text: letter(link), role: Role::Link })
    }

    /// All lines from `first` on belong to a link, from column `x` on.
    pub(super) fn belong(&mut self, first: usize, x: usize, link: usize) {
        self.lines.iter_mut().skip(first).for_each(|line| line.links.push((x, link)));
    }

    /// What is on the lines from `first` on, from column `x` on, leads to a web address, if it may be opened.
    pub(super) fn lead_to_web(&mut self, first: usize, x: usize, url: &str) {
        let Some(url) = text::web::link(url) else { return };
        let url: Arc<str> = url.into();
        for line in self.lines.iter_mut().skip(first) {
            let end = line.pieces.iter().map(|piece| piece.x + text::width(&piece.text)).max().unwrap_or(x);
            line.web.push((x..end, Arc::clone(&url)));
        }
    }

    /// A source on two lines: its number and description, then its title.
    pub(super) fn source(&mut self, x: usize, width: usize, source: &CitedSource) {
        let (link, mark) = self.new_link();
        let number = format!("[{}]", source.number);
        let inner = x + 2 + text::width(&number) + 1;
        let room = (x + width).saturating_sub(inner).max(8);
        let first = self.lines.len();
        self.wrapped(inner, &source.about, Role::Text, room);
        let title = self.lines.len();
        self.wrapped(inner, &source.title, Role::Quiet, room);
        if let Some(url) = &source.web_address {
            self.lead_to_web(title, inner, url);
        }
        if let Some(line) = self.lines.get_mut(first) {
            line.pieces.insert(0, Piece { x: x + 2, text: number, role: Role::Quiet });
            line.pieces.insert(0, Piece { x, ..mark });
        }
        self.belong(first, x, link);
    }
}
