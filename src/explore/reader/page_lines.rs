//! The lines of a page, and where in them its links, references and matches are.

use crate::explore::lines::{Piece, Role};
use crate::search::Matches;
use std::sync::Arc;

/// A line of a page.
#[derive(Clone, Debug, Default)]
pub struct TextLine {
    /// Its pieces, left to right.
    pub pieces: Vec<Piece>,
    /// The links that begin on it.
    pub links: Vec<usize>,
    /// Its pieces that name another item: the place of each among the pieces, and the number of the reference.
    pub references: Vec<(usize, usize)>,
}

impl TextLine {
    /// Its words without the blanks around them.
    pub fn words(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect::<String>().trim().to_owned()
    }
}

/// A page laid out for a width.
#[derive(Clone, Debug, Default)]
pub struct PageLines(Arc<[TextLine]>);

impl PageLines {
    /// These lines.
    pub fn new(lines: Vec<TextLine>) -> Self {
        Self(lines.into())
    }

    /// The lines, from the top.
    pub fn lines(&self) -> &[TextLine] {
        &self.0
    }

    /// How far the page can be scrolled with this many rows in view.
    pub fn furthest(&self, rows: usize) -> usize {
        self.0.len().saturating_sub(rows)
    }

    /// The first line to show so that a line is among those in view; `first` if it is already.
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
        self.0.iter().position(|line| line.links.contains(&link))
    }

    /// The lines that hold a match.
    pub fn matching(&self, matches: &Matches) -> Vec<usize> {
        let holds = |line: &TextLine| {
            line.pieces.iter().any(|p| p.role != Role::Link && !matches.highlight(&p.text).is_empty())
        };
        self.0.iter().enumerate().filter(|(_, line)| holds(line)).map(|(i, _)| i).collect()
    }
}
