//! Lays out a table of contents: number, heading, clauses, a bar for the words, words.

use super::line_builder::LineBuilder;
use super::page_lines::TextLine;
use crate::explore::lines::{Piece, Role};
use crate::insight::{Entry, Fact, Section};
use crate::text::{self, cut, thousands, width};

/// The width of the longest bar.
const BAR: usize = 10;
/// The widest column of numbers.
const NUMBERS: usize = 8;
/// The fewest cells of a heading beside the columns for clauses and bars.
const HEADING: usize = 24;

/// The columns right of the headings, by their right edges; `None` where there is no room.
struct Columns {
    /// The column where headings begin, and the cells that they have.
    heading: (usize, usize),
    clauses: Option<usize>,
    /// The column where bars begin, and the words of a whole bar.
    bar: Option<(usize, usize)>,
    words: usize,
}

impl Columns {
    fn of(entries: &[&Entry], width: usize) -> Self {
        let number = entries.iter().map(|entry| text::width(&entry.number)).max().unwrap_or(0).min(NUMBERS);
        let heading = 2 + number + usize::from(number > 0);
        let most = entries.iter().map(|entry| entry.words).max().unwrap_or(0).max(1);
        let words = text::width(&thousands(most));
        let (few, many) = (words + 1, words + 1 + BAR + 1 + 6);
        let room = width.saturating_sub(heading);
        if room >= HEADING + many {
            let bar = width - words - 1 - BAR;
            let heading = (heading, room - many);
            return Self { heading, clauses: Some(bar - 1), bar: Some((bar, most)), words: width };
        }
        Self { heading: (heading, room.saturating_sub(few).max(8)), clauses: None, bar: None, words: width }
    }
}

/// Whether a section is a table of contents.
pub(super) fn is_contents(section: &Section) -> bool {
    section.facts.iter().any(|fact| matches!(fact, Fact::Entry(_)))
}

/// Lays out a section that is one.
pub(super) fn lay_out(builder: &mut LineBuilder, section: &Section) {
    let entries: Vec<&Entry> = section.facts.iter().filter_map(entry).collect();
    let columns = Columns::of(&entries, builder.width);
    let mut head = vec![Piece::new(0, section.label, Role::Quiet)];
    if let Some(said) = &section.head {
        let x = builder.width.saturating_sub(width(said)).max(width(section.label) + 2);
        head.push(Piece::new(x, said.as_str(), Role::Quiet));
    }
    builder.lines.push(TextLine { pieces: head, ..TextLine::default() });
    for entry in entries {
        row(builder, &columns, entry);
    }
    // What is no line of the contents: the points that are not on record.
    for fact in section.facts.iter().filter(|fact| entry(fact).is_none()) {
        if let Fact::Words(phrase) = fact {
            let (x, room) = columns.heading;
            builder.wrapped(x, phrase.words(), Role::Quiet, room);
        }
    }
}

fn entry(fact: &Fact) -> Option<&Entry> {
    if let Fact::Entry(entry) = fact { Some(entry) } else { None }
}

fn row(builder: &mut LineBuilder, columns: &Columns, entry: &Entry) {
    let first = builder.lines.len();
    let (link, mark) = builder.new_link();
    let (start, room) = columns.heading;
    let mut pieces = vec![mark];
    let indent = (2 * entry.level).min(room / 3);
    if !entry.number.is_empty() {
        let number = cut(&entry.number, NUMBERS, "…").into_owned();
        let x = (start - 1).saturating_sub(width(&number)) + indent;
        pieces.push(Piece::new(x, number, Role::Quiet));
    }
    let heading = cut(&entry.heading, room.saturating_sub(indent), "…").into_owned();
    pieces.push(Piece::new(start + indent, heading, Role::Text));
    let mut right = |end: usize, text: String, role| {
        pieces.push(Piece::new(end.saturating_sub(width(&text)), text, role));
    };
    if let Some(end) = columns.clauses {
        right(end, thousands(entry.clauses), Role::Text);
    }
    right(columns.words, thousands(entry.words), Role::Quiet);
    if let Some((x, most)) = columns.bar.filter(|_| entry.words > 0) {
        let cells = (entry.words * BAR).div_ceil(most).clamp(1, BAR);
        pieces.push(Piece::new(x, "█".repeat(cells), Role::Bar));
    }
    pieces.sort_by_key(|piece| piece.x);
    builder.lines.push(TextLine { pieces, ..TextLine::default() });
    builder.belong(first, 0, link);
}
