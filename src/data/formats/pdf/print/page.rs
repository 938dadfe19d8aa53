//! Glyphs of a page become its lines, in the orders in which they may be read.

use super::columns::blocks;
use super::glyphs::{Direction, Glyph};
use super::median::median;
use super::notes;
use super::rows::{self, Row};
use super::words::{Word, words};
use crate::data::documents::{Line, Piece, Role};

/// Lines further apart than this, in the usual distance of lines, are parted by a blank one.
const GAP: f32 = 1.45;

/// The sign of some files for a word that is divided at the end of a line.
const SOFT_HYPHEN: char = '\u{ad}';

/// What is printed on a page.
#[derive(Default)]
pub(super) struct Page {
    /// By its place: column by column, from top to bottom, each block with its column.
    pub(super) blocks: Vec<(usize, Vec<Piece>)>,
    /// As the content stream has it.
    pub(super) stream: Vec<Piece>,
}

impl Page {
    /// The page with these glyphs. Of the directions in which its text runs, the most frequent comes first.
    pub(super) fn of(glyphs: &[Glyph]) -> Self {
        let count =
            |direction: &Direction| glyphs.iter().filter(|glyph| glyph.direction == *direction).count();
        let mut directions = Direction::ALL;
        directions.sort_by_key(|direction| std::cmp::Reverse(count(direction)));
        let inked = glyphs.iter().filter(|glyph| !glyph.text.trim().is_empty());
        let body = median(inked.map(|glyph| glyph.size).collect());
        let mut page = Self::default();
        for direction in directions {
            page.add(&words(glyphs, direction), body);
        }
        page
    }

    /// Adds words of one direction on a page whose text has usually the size `body`.
    fn add(&mut self, words: &[Word], body: f32) {
        if words.is_empty() {
            return;
        }
        if !self.stream.is_empty() {
            self.stream.push(Piece::Blank);
        }
        append(&rows::streamed(words), body, &mut self.stream);
        let mut end = f32::NEG_INFINITY;
        for block in blocks(words) {
            let rows = rows::rows(&block.words);
            let mut pieces = Vec::new();
            // The next column begins higher up: its first line may go on with a sentence of the last.
            if rows.first().is_some_and(|first| first.middle() > end) && !self.blocks.is_empty() {
                pieces.push(Piece::Blank);
            }
            end = rows.last().map_or(end, Row::middle);
            append(&rows, body, &mut pieces);
            self.blocks.push((block.column, pieces));
        }
    }
}

/// Appends the lines of a block on a page whose text has usually the size `body`.
fn append(block: &[Row<'_>], body: f32, pieces: &mut Vec<Piece>) {
    let distance = |pair: &[Row<'_>]| match pair {
        [above, below] => below.middle() - above.middle(),
        _ => 0.0,
    };
    let pitch = median(block.windows(2).map(distance).filter(|distance| *distance > 1.0).collect());
    let notes = notes::rows(block, body);
    let mut above: Option<&Row<'_>> = None;
    for (_, row) in block.iter().enumerate().filter(|(place, _)| !notes.contains(place)) {
        let line = row.text();
        if line.is_empty() {
            continue;
        }
        if pitch > 0.0 && above.is_some_and(|above| (row.middle() - above.middle()).abs() > GAP * pitch) {
            pieces.push(Piece::Blank);
        }
        let text = match line.strip_suffix(SOFT_HYPHEN) {
            Some(divided) => format!("{divided}-"),
            None => line,
        };
        pieces.push(Piece::Line(Line { text, role: Role::Printed }));
        above = Some(row);
    }
    let notes = notes::joined(block.get(notes).unwrap_or_default());
    pieces.extend(notes.into_iter().map(|text| Piece::Line(Line { text, role: Role::Note })));
}
