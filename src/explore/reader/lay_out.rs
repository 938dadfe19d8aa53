//! Lays a page out in lines.

use super::claims;
use super::contents;
use super::line_builder::{LineBuilder, MARGIN};
use super::page_lines::{Mark, PAGE_TURNS, TextLine};
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
        builder.section(section, page);
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
        let room = self.room_beside_pages(quote);
        for block in blocks(&quote.text) {
            match block {
                Block::Lines(range) => self.running_text(quote, references, range, room),
                Block::Grid(range, grid) => self.table(&quote.text, references, range, &grid),
            }
        }
        if let Some(page) = quote.page.filter(|_| room < self.width.saturating_sub(3)) {
            // The text may begin on a later page than its heading.
            let turned = quote.turns.iter().take_while(|(at, _)| *at == 0).last();
            self.page_at_edge(first, turned.map_or(page, |(_, page)| *page));
        }
        self.caption(quote);
        for line in self.lines.iter_mut().skip(first) {
            line.pieces.push(Piece { x: 0, text: bar.to_owned(), role: Role::Key });
        }
    }

    /// The width of a text, beside which there is room for its pages if they are known.
    fn room_beside_pages(&self, quote: &Quote) -> usize {
        let room = self.width.saturating_sub(3);
        let last = quote.turns.last().map(|(_, page)| *page).or(quote.page);
        let beside = last.map_or(0, |page| text::width(&page_words(page)) + 1);
        if room >= beside + NARROWEST { room - beside } else { room }
    }

    /// A stretch of the text between tables, with a rule wherever a page turns in it.
    fn running_text(&mut self, quote: &Quote, references: &[Reference], range: Range<usize>, room: usize) {
        let mut from = range.start;
        let turns = quote.turns.iter().filter(|(at, _)| range.contains(at) && *at > 0);
        for (at, page) in turns {
            self.stretch(quote, references, from..*at, room);
            let line = self.lines.len();
            let cells = room.min(self.width.saturating_sub(text::width(&page_words(*page)) + 3));
            let rule = Piece::new(2, PAGE_TURNS.to_string().repeat(cells), Role::Rule);
            self.lines.push(TextLine { pieces: vec![rule], ..TextLine::default() });
            self.page_at_edge(line, *page);
            from = *at;
        }
        self.stretch(quote, references, from..range.end, room);
    }

    fn stretch(&mut self, quote: &Quote, references: &[Reference], range: Range<usize>, room: usize) {
        let text = quote.text.get(range.clone()).unwrap_or_default();
        let text = if range.end < quote.text.len() { text.trim_end() } else { text };
        if text.is_empty() && range.start > 0 {
            return;
        }
        for line in wrap(text, room) {
            let line = range.start + line.start..range.start + line.end;
            self.lines.push(marked(quote, references, line));
        }
    }

    /// Says on a line at the right edge which page begins, if there is room.
    fn page_at_edge(&mut self, line: usize, page: u32) {
        let words = page_words(page);
        let x = self.width.saturating_sub(text::width(&words));
        if let Some(line) = self.lines.get_mut(line) {
            let end = line.pieces.iter().map(|piece| piece.x + text::width(&piece.text)).max().unwrap_or(0);
            if end < x {
                line.pieces.push(Piece::new(x, words, Role::Quiet));
            }
        }
    }

    /// The words under a text, and the numbers of its sources.
    fn caption(&mut self, quote: &Quote) {
        const MISREAD: [(&str, Role); 3] =
            [("; ", Role::Quiet), ("underlined", Role::Doubt), (" words look misread", Role::Quiet)];
        let first = self.lines.len();
        self.wrapped(2, quote.caption, Role::Quiet, self.width.saturating_sub(3));
        let mut end = text::width(quote.caption) + 2;
        let more: usize = MISREAD.iter().map(|(words, _)| text::width(words)).sum();
        let is_one_line = self.lines.len() == first + 1;
        let room = self.width.saturating_sub(text::width(&quote.cites) + 2);
        if let Some(last) = self.lines.last_mut() {
            if !quote.doubtful.is_empty() && is_one_line && end + more <= room {
                for (words, role) in MISREAD {
                    last.pieces.push(Piece::new(end, words, role));
                    end += text::width(words);
                }
            }
            if end <= room {
                let x = self.width.saturating_sub(text::width(&quote.cites));
                last.pieces.push(Piece { x, text: quote.cites.clone(), role: Role::Quiet });
            }
        }
    }

    fn section(&mut self, section: &Section, page: &Page) {
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
            self.fact(fact, page);
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

    fn fact(&mut self, fact: &Fact, page: &Page) {
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
            Fact::Claims(claims) => claims::lay_out(self, claims, claims.item != page.item),
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

/// A text that is not wider has no pages beside it.
const NARROWEST: usize = 30;

/// The words for a page at the edge of a text.
fn page_words(page: u32) -> String {
    format!("p {page}")
}

/// A line of a quotation, with each reference and each word that looks misread as a piece of its own.
fn marked(quote: &Quote, references: &[Reference], range: Range<usize>) -> TextLine {
    let mut line = TextLine::default();
    // Both are in order: only those of this line are looked at, however many there are.
    let first = references.partition_point(|reference| reference.range.end <= range.start);
    let own = references.iter().enumerate().skip(first).take_while(|(_, own)| own.range.start < range.end);
    let own = own.map(|(number, own)| (&own.range, Mark::Reference(number)));
    let first = quote.doubtful.partition_point(|word| word.end <= range.start);
    let doubtful = quote.doubtful.iter().skip(first).take_while(|word| word.start < range.end);
    let mut marks: Vec<_> = own.chain(doubtful.map(|word| (word, Mark::Doubt))).collect();
    marks.sort_by_key(|(range, _)| range.start);
    line.put(2, Role::Text, &quote.text, range, marks.into_iter());
    line
}
