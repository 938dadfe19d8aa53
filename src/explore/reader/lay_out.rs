//! Lays a page out in lines.

use super::claims;
use super::contents;
use super::line_builder::{LineBuilder, MARGIN};
use super::page_lines::TextLine;
use crate::explore::lines::{Piece, Role, quote_bar};
use crate::insight::{Fact, Page, Phrase, Quote, Reference, Section};
use crate::text::grid::{Block, blocks};
use crate::text::{self, cut, wrap};
use std::ops::Range;

/// The lines of a page; its links are numbered in the order of [`targets`](super::targets).
pub fn lay_out(page: &Page, width: usize, roomy: bool) -> Vec<TextLine> {
    let mut builder = LineBuilder::new(width, roomy);
    builder.wrapped(0, &page.title, Role::Strong, width);
    if roomy {
        builder.blank();
    }
    builder.origin(&page.origin);
    if let Some(quote) = &page.quote {
        builder.blank();
        builder.quote(quote, &page.references);
    }
    for section in &page.sections {
        builder.blank();
        builder.section(section);
    }
    builder.lines
}

impl LineBuilder {
    fn origin(&mut self, origin: &[Phrase]) {
        for line in origin {
            match line {
                Phrase::Text(words) if !self.roomy => {
                    let words = cut(words, self.width, "…").into_owned();
                    self.wrapped(0, &words, Role::Text, self.width);
                }
                Phrase::Text(words) => self.wrapped(0, words, Role::Text, self.width),
                Phrase::Quiet(words) => self.wrapped(0, words, Role::Quiet, self.width),
                Phrase::Disputed(words) => {
                    let text = format!("≠ {words}");
                    self.lines.push(TextLine {
                        pieces: vec![Piece { x: 0, text, role: Role::Dispute }],
                        ..TextLine::default()
                    });
                }
            }
        }
    }

    fn quote(&mut self, quote: &Quote, references: &[Reference]) {
        let bar = quote_bar(quote.wording);
        let first = self.lines.len();
        for block in blocks(&quote.text) {
            match block {
                Block::Lines(range) => {
                    let text = quote.text.get(range.clone()).unwrap_or_default();
                    let lines = wrap(text, self.width.saturating_sub(3)).into_iter();
                    let place = |line: Range<usize>| range.start + line.start..range.start + line.end;
                    self.lines
                        .extend(lines.map(|line| with_references(&quote.text, references, place(line))));
                }
                Block::Grid(range, grid) => self.table(&quote.text, references, range, &grid),
            }
        }
        self.wrapped(2, quote.caption, Role::Quiet, self.width.saturating_sub(3));
        let cites_at = self.width.saturating_sub(text::width(&quote.cites));
        if let Some(last) = self.lines.last_mut().filter(|_| cites_at > text::width(quote.caption) + 4) {
            last.pieces.push(Piece { x: cites_at, text: quote.cites.clone(), role: Role::Quiet });
        }
        for line in self.lines.iter_mut().skip(first) {
            line.pieces.push(Piece { x: 0, text: bar.to_owned(), role: Role::Key });
        }
    }

    fn section(&mut self, section: &Section) {
        if contents::is_contents(section) {
            return contents::lay_out(self, section);
        }
        let first = self.lines.len();
        let indent = self.indent();
        if indent == 0 && section.head.is_none() {
            self.blank();
        }
        if let Some(head) = &section.head {
            self.head(head, section.remark.as_deref());
        }
        for fact in &section.facts {
            self.fact(fact);
        }
        if let Some(line) = self.lines.get_mut(first) {
            line.pieces.insert(0, Piece { x: 0, text: section.label.to_owned(), role: Role::Quiet });
        }
    }

    fn head(&mut self, head: &str, remark: Option<&str>) {
        let room = self.width.saturating_sub(MARGIN);
        let mut pieces = vec![Piece { x: MARGIN, text: head.to_owned(), role: Role::Text }];
        let beside = remark.filter(|r| text::width(head) + 3 + text::width(r) <= room);
        if let Some(remark) = beside {
            let x = MARGIN + text::width(head);
            pieces.push(Piece { x, text: format!(" · {remark}"), role: Role::Quiet });
        }
        self.lines.push(TextLine { pieces, ..TextLine::default() });
        if let Some(remark) = remark.filter(|_| beside.is_none()) {
            let indent = self.indent();
            self.wrapped(indent, remark, Role::Quiet, self.width.saturating_sub(indent));
        }
    }

    fn fact(&mut self, fact: &Fact) {
        let indent = self.indent();
        let room = self.width.saturating_sub(indent);
        match fact {
            Fact::Words(Phrase::Text(words)) => self.wrapped(indent, words, Role::Text, room),
            Fact::Words(Phrase::Quiet(words)) => self.wrapped(indent, words, Role::Quiet, room),
            Fact::Words(Phrase::Disputed(words)) => self.wrapped(indent, words, Role::Dispute, room),
            Fact::Link { date, title, remark, .. } => self.link(date.as_deref(), title, remark),
            // Laid out together, as columns.
            Fact::Entry(_) => {}
            Fact::Points { held, total } => self.points(*held, *total),
            Fact::Web(url) => {
                let first = self.lines.len();
                self.wrapped(indent, url, Role::Text, room);
                self.lead_to_web(first, indent, url);
            }
            Fact::Source(source) => self.source(indent, room, source),
            Fact::Claims(claims) => claims::lay_out(self, claims),
        }
    }

    fn link(&mut self, date: Option<&str>, title: &str, remark: &str) {
        let indent = self.indent();
        let (link, mark) = self.new_link();
        let mut pieces = vec![Piece { x: indent, ..mark }];
        let mut x = indent + 2;
        if let Some(date) = date {
            let columns = 11.max(text::width(date));
            pieces.push(Piece {
                x: x + columns - text::width(date),
                text: date.to_owned(),
                role: Role::Quiet,
            });
            x += columns + 2;
        }
        // With a margin, a remark is beside a title that fits on its line, else below it.
        let both = text::width(title) + text::width(remark) + 2;
        let beside = indent > 0 && both <= self.width.saturating_sub(x);
        let side = if remark.is_empty() || !beside { 0 } else { text::width(remark) + 2 };
        let room = self.width.saturating_sub(x + side);
        let first = self.lines.len();
        self.wrapped(x, title, Role::Text, room.max(8));
        if let Some(line) = self.lines.get_mut(first) {
            let mut all = pieces;
            all.append(&mut line.pieces);
            if side > 0 {
                all.push(Piece { x: self.width - side + 2, text: remark.to_owned(), role: Role::Quiet });
            }
            line.pieces = all;
        }
        if side == 0 && !remark.is_empty() {
            self.wrapped(x, remark, Role::Quiet, room.max(8));
        }
        self.belong(first, indent, link);
    }

    fn points(&mut self, held: usize, total: usize) {
        let indent = self.indent();
        let words = format!("{held} of {total} points");
        let mut pieces = Vec::new();
        let mut x = indent;
        if total + 2 + text::width(&words) <= self.width.saturating_sub(indent) {
            pieces.push(Piece { x, text: "▪".repeat(held), role: Role::Text });
            pieces.push(Piece { x: x + held, text: "·".repeat(total - held), role: Role::Quiet });
            x += total + 2;
        }
        pieces.push(Piece { x, text: words, role: Role::Quiet });
        self.lines.push(TextLine { pieces, ..TextLine::default() });
    }
}

/// A line of a quotation, with each reference as a piece of its own.
fn with_references(text: &str, references: &[Reference], range: Range<usize>) -> TextLine {
    let mut line = TextLine::default();
    // References are in order: only those of this line are looked at, however many there are.
    let first = references.partition_point(|reference| reference.range.end <= range.start);
    let own = references.iter().enumerate().skip(first).map(|(number, own)| (&own.range, number));
    line.put(2, Role::Text, text, range, own);
    line
}
