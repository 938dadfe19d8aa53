//! The part of a text worth showing.

use super::highlight::{Wishes, highlights, ranges};
use crate::text;
use std::collections::VecDeque;
use std::ops::Range;

/// A part of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    /// The part, on one line, with `…` where it was cut.
    pub text: String,
    /// What of it matches: byte ranges of whole graphemes, ascending.
    pub matched: Vec<Range<usize>>,
}

/// The first part of a text with the most query words, cut to `cells` cells; the start of the text if it is as good. What
/// room is left shows some of the words before it.
pub(super) fn snippet(wishes: &Wishes<'_>, text: &str, cells: usize) -> Snippet {
    cut_out(wishes, text, &best_part(wishes, text, cells), cells)
}

/// Ordinary texts have fewer bytes per cell than this; anything with more counts as too wide.
const MOST_BYTES: usize = 16;

/// A word that matches, where a part may start.
struct Start {
    /// In bytes.
    start: usize,
    /// Cells before it.
    left: usize,
    /// Cells before its end.
    right: usize,
    /// The query words that it matches.
    words: u32,
}

/// A part of a text, from a word that matches to another.
#[derive(Default)]
struct Part {
    /// How many words of the query it has.
    words: u32,
    /// In bytes.
    start: usize,
    /// Its width.
    cells: usize,
}

/// The best part. The text is read no further than the first part with all words.
fn best_part(wishes: &Wishes<'_>, text: &str, cells: usize) -> Part {
    let room = cells.saturating_sub(MARKS);
    let width = |bytes: Range<usize>| {
        let near = text.get(bytes).filter(|near| near.len() <= cells.saturating_mul(MOST_BYTES));
        near.map_or(cells, cells_of)
    };
    let all = wishes.all();
    let held = |window: &VecDeque<Start>| window.iter().fold(0, |words, place| words | place.words);
    let mut window = VecDeque::from([Start { start: 0, left: 0, right: 0, words: 0 }]);
    let mut walked = (0, 0);
    let mut best = Part::default();
    for highlight in highlights(wishes, text) {
        // A phrase may begin before a word that was read ahead of its end.
        let start = highlight.words.start.max(walked.0);
        walked = (start, walked.1 + width(walked.0..start));
        let right = walked.1 + width(start..highlight.range.end);
        while window.front().is_some_and(|first| right - first.left > room) {
            best = better(best, held(&window), &window);
            window.pop_front();
        }
        window.push_back(Start { start, left: walked.1, right, words: highlight.wishes });
        if held(&window) == all {
            break;
        }
    }
    while !window.is_empty() {
        best = better(best, held(&window), &window);
        window.pop_front();
    }
    best
}

/// Room for the marks of the cut ends.
const MARKS: usize = 2;

/// About how many cells a text takes; every space counts.
fn cells_of(text: &str) -> usize {
    // A line break counts as a space, so every ASCII character is one cell.
    if text.is_ascii() { text.len() } else { text.lines().map(|line| text::width(line) + 1).sum() }
}

/// The better of the best so far and the part with these words.
fn better(best: Part, words: u32, window: &VecDeque<Start>) -> Part {
    let (Some(first), Some(last)) = (window.front(), window.back()) else { return best };
    if words.count_ones() <= best.words {
        return best;
    }
    Part { words: words.count_ones(), start: first.start, cells: last.right.saturating_sub(first.left) }
}

/// The part with as much before and after it as fits, on one line.
fn cut_out(wishes: &Wishes<'_>, text: &str, part: &Part, cells: usize) -> Snippet {
    let room = cells.saturating_sub(MARKS);
    let after = text::width(&on_one_line(text.get(part.start..).unwrap_or_default(), room));
    // If the text ends before the edge, all the room left goes to what is before.
    let most = room.checked_sub(after).unwrap_or((cells / 4).min(room.saturating_sub(part.cells)));
    let start = words_before(text, part.start, most);
    let mut out = String::new();
    if start > 0 && !text.get(..start).unwrap_or_default().trim_start().is_empty() {
        out.push('…');
    }
    let room = cells.saturating_sub(out.chars().count());
    let tail = on_one_line(text.get(start..).unwrap_or_default(), room);
    let head = tail.get(..text::fit(&tail, room, 1)).unwrap_or_default();
    if head.len() == tail.len() {
        out.push_str(head);
    } else {
        out.push_str(head.trim_end_matches([' ', ',', ';', '.', ':']));
        out.push('…');
    }
    let matched = ranges(wishes, &out);
    Snippet { text: out, matched }
}

/// Where the words before a place begin that take at most this many cells.
fn words_before(text: &str, place: usize, cells: usize) -> usize {
    let mut start = place;
    let mut taken = 0;
    for (at, c) in text.get(..place).unwrap_or_default().char_indices().rev() {
        let after = at + c.len_utf8();
        if c.is_whitespace() {
            start = after;
        }
        taken += text.get(at..after).map_or(1, text::width);
        if taken > cells {
            return start;
        }
    }
    0
}

/// The text with whitespace collapsed to single spaces, only as much as fills a little more than these cells.
fn on_one_line(text: &str, cells: usize) -> String {
    let mut line = String::new();
    let mut width = 0;
    for word in text.split_whitespace() {
        if width > cells {
            break;
        }
        if !line.is_empty() {
            line.push(' ');
            width += 1;
        }
        line.push_str(word);
        width += text::width(word);
    }
    line
}
