//! The lines of a page, and where its links, references and matches are.

use crate::explore::lines::{Piece, Role};
use crate::search::Matches;
use crate::text::width;
use std::ops::Range;
use std::sync::Arc;

/// What a rule is made of where the page of a file turns in a text.
pub(super) const PAGE_TURNS: char = '┄';

/// A line of a page.
#[derive(Clone, Debug, Default)]
pub struct TextLine {
    /// Its pieces, from left to right.
    pub pieces: Vec<Piece>,
    /// The links on it: the first column of each, and its number.
    pub links: Vec<(usize, usize)>,
    /// The references on it: the index of the piece, and the number of the reference.
    pub references: Vec<(usize, usize)>,
    /// Whether it is a line of a table, where a cell goes on below itself.
    pub is_tabular: bool,
    /// The web addresses that are behind its columns, fit for a link.
    pub web: Vec<(Range<usize>, Arc<str>)>,
}

/// What is to be seen of a stretch of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A reference to another item, by its number.
    Reference(usize),
    /// A word that looks misread.
    Doubt,
}

impl TextLine {
    /// Adds a range of a text at column `x`, with each of its marks as a piece of its own; marks are ranges of the text, in
    /// order.
    pub(super) fn put<'a>(
        &mut self,
        mut x: usize,
        role: Role,
        text: &str,
        range: Range<usize>,
        marks: impl Iterator<Item = (&'a Range<usize>, Mark)>,
    ) {
        let mut at = range.start;
        let mut put = |line: &mut Self, range: Range<usize>, role: Role| {
            let text = text.get(range).unwrap_or_default().to_owned();
            let width = width(&text);
            line.pieces.push(Piece { x, text, role });
            x += width;
        };
        for (marked, mark) in marks {
            let (from, to) = (marked.start.max(at), marked.end.min(range.end));
            if from >= range.end {
                break;
            }
            if from >= to {
                continue;
            }
            put(self, at..from, role);
            match mark {
                Mark::Reference(number) => {
                    self.references.push((self.pieces.len(), number));
                    put(self, from..to, role);
                }
                Mark::Doubt => put(self, from..to, Role::Doubt),
            }
            at = to;
        }
        put(self, at..range.end, role);
    }

    /// The links that begin on it, at the column of their letter.
    pub fn beginning(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let has_letter = |x: usize| self.pieces.iter().any(|piece| piece.role == Role::Link && piece.x == x);
        self.links.iter().copied().filter(move |(x, _)| has_letter(*x))
    }

    /// What each piece belongs to. In a table, pieces that touch are of one cell.
    fn threads(&self) -> Vec<Thread> {
        let (mut start, mut end) = (0, None);
        let thread = |piece: &Piece| {
            if end != Some(piece.x) {
                start = piece.x;
            }
            end = Some(piece.x + width(&piece.text));
            let role = if piece.role == Role::Doubt { Role::Text } else { piece.role };
            (role, self.is_tabular.then_some(start))
        };
        self.pieces.iter().map(thread).collect()
    }

    /// Whether it only says that a page begins: the text goes on behind it.
    fn is_turn(&self) -> bool {
        !self.is_tabular && self.pieces.iter().any(|piece| piece.text.starts_with(PAGE_TURNS))
    }

    /// Its text, without spaces around it and without bars and rules.
    pub fn words(&self) -> String {
        let said = |piece: &&Piece| !matches!(piece.role, Role::Key | Role::Rule);
        let texts: Vec<&str> = self.pieces.iter().filter(said).map(|piece| piece.text.as_str()).collect();
        texts.join(if self.is_tabular { " " } else { "" }).trim().to_owned()
    }
}

/// A page laid out for a width.
#[derive(Clone, Debug, Default)]
pub struct PageLines(Arc<[TextLine]>);

impl PageLines {
    /// A page of these lines.
    pub fn new(lines: Vec<TextLine>) -> Self {
        Self(lines.into())
    }

    /// The lines, from the top.
    pub fn lines(&self) -> &[TextLine] {
        &self.0
    }

    /// The last line that can be scrolled to the top, with this many rows in view.
    pub fn furthest(&self, rows: usize) -> usize {
        self.0.len().saturating_sub(rows)
    }

    /// The first line to show so that `line` is in view; `first` if it already is.
    pub fn reveal(&self, first: usize, line: usize, rows: usize) -> usize {
        if line < first || line >= first + rows {
            line.saturating_sub(rows / 3).min(self.furthest(rows))
        } else {
            first
        }
    }

    /// The line on which a reference begins.
    pub fn line_of_reference(&self, reference: usize) -> Option<usize> {
        self.0.iter().position(|line| line.references.iter().any(|(_, number)| *number == reference))
    }

    /// The line on which a link begins.
    pub fn line_of_link(&self, link: usize) -> Option<usize> {
        self.0.iter().position(|line| line.links.iter().any(|(_, number)| *number == link))
    }

    /// The lines with a match.
    pub fn matching(&self, matches: &Matches) -> Vec<usize> {
        let matched = self.highlights(0..self.0.len(), matches);
        matched
            .iter()
            .enumerate()
            .filter(|(_, line)| line.iter().any(|piece| !piece.is_empty()))
            .map(|(i, _)| i)
            .collect()
    }

    /// The highlights of each piece of these lines, in its bytes. A phrase that is broken at the end of a line is whole.
    pub fn highlights(&self, lines: Range<usize>, matches: &Matches) -> Vec<Vec<Vec<Range<usize>>>> {
        let first = lines.start.saturating_sub(BEYOND);
        let around = self.0.get(first..self.0.len().min(lines.end + BEYOND)).unwrap_or_default();
        let mut matched: Vec<Vec<Vec<Range<usize>>>> =
            around.iter().map(|line| vec![Vec::new(); line.pieces.len()]).collect();
        for passage in passages(around) {
            for range in matches.highlight(&passage.text) {
                passage.each(&range, |line, piece, part| {
                    if let Some(matched) = matched.get_mut(line).and_then(|pieces| pieces.get_mut(piece)) {
                        matched.push(part);
                    }
                });
            }
        }
        matched.into_iter().skip(lines.start - first).take(lines.len()).collect()
    }
}

/// How many lines above and below are read for a phrase that is broken at the end of a line.
const BEYOND: usize = 2;

/// Pieces of one role in a row, as one text.
#[derive(Default)]
struct Passage {
    text: String,
    thread: Option<Thread>,
    /// Where each piece begins in the text and how long it is, and which line and which piece it is.
    places: Vec<(Range<usize>, usize, usize)>,
    /// The line and the column after the last piece.
    end: (usize, usize),
}

impl Passage {
    /// Calls `each` for every piece that has a part of this range: its line, its place in it, the part in its bytes.
    fn each(&self, range: &Range<usize>, mut each: impl FnMut(usize, usize, Range<usize>)) {
        let first = self.places.partition_point(|(place, ..)| place.end <= range.start);
        let places = self.places.get(first..).unwrap_or_default().iter();
        for (place, line, piece) in places.take_while(|(place, ..)| place.start < range.end) {
            let (start, end) = (range.start.max(place.start), range.end.min(place.end));
            each(*line, *piece, start - place.start..end - place.start);
        }
    }
}

/// What makes pieces one passage: their role, and in a table, where their cell begins.
type Thread = (Role, Option<usize>);

/// The passages of lines. A passage ends at a link, and where no piece of its role is on the next line.
fn passages(lines: &[TextLine]) -> Vec<Passage> {
    let mut done: Vec<Passage> = Vec::new();
    let mut open: Vec<Passage> = Vec::new();
    for (line, content) in lines.iter().enumerate() {
        if content.is_turn() {
            continue;
        }
        let threads = content.threads();
        let goes_on = |passage: &Passage| passage.thread.is_some_and(|thread| threads.contains(&thread));
        let (going, ended) =
            open.into_iter().partition(|passage| content.beginning().next().is_none() && goes_on(passage));
        (open, done) = (going, done.into_iter().chain::<Vec<Passage>>(ended).collect());
        let pieces = content.pieces.iter().zip(threads).enumerate();
        for (at, (piece, thread)) in pieces.filter(|(_, (piece, _))| piece.role != Role::Link) {
            let place = open.iter().position(|passage| passage.thread == Some(thread)).unwrap_or_else(|| {
                open.push(Passage { thread: Some(thread), ..Passage::default() });
                open.len() - 1
            });
            let Some(passage) = open.get_mut(place) else { continue };
            // Parts of one line that touch are one text: a reference and the words around it.
            if !passage.text.is_empty() && passage.end != (line, piece.x) {
                passage.text.push('\n');
            }
            passage.end = (line, piece.x + width(&piece.text));
            let start = passage.text.len();
            passage.text.push_str(&piece.text);
            passage.places.push((start..passage.text.len(), line, at));
        }
    }
    done.into_iter().chain(open).collect()
}
