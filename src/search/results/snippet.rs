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

/// The first part of a text with the most query words, cut to `cells` cells; the start of the text if it is as good.
pub(super) fn snippet(wishes: &Wishes<'_>, text: &str, cells: usize) -> Snippet {
    cut_from(wishes, text, best_start(wishes, text, cells), cells)
}

/// Ordinary texts have fewer bytes per cell than this; anything with more counts as too wide.
const MOST_BYTES: usize = 16;

/// A word that matches, where a part may start.
struct Start {
    /// In bytes.
    start: usize,
    /// Cells before it.
    left: usize,
    /// The query words that it matches.
    words: u32,
}

/// Where the best part starts. The text is read no further than the first part with all words.
fn best_start(wishes: &Wishes<'_>, text: &str, cells: usize) -> usize {
    // Room for the marks of the cut ends.
    let room = cells.saturating_sub(2);
    let width = |bytes: Range<usize>| {
        let near = text.get(bytes).filter(|near| near.len() <= cells.saturating_mul(MOST_BYTES));
        near.map_or(cells, cells_of)
    };
    let all = wishes.all();
    let held = |window: &VecDeque<Start>| window.iter().fold(0, |words, place| words | place.words);
    let mut window = VecDeque::from([Start { start: 0, left: 0, words: 0 }]);
    let mut walked = (0, 0);
    let mut best = (0, 0);
    for highlight in highlights(wishes, text) {
        // A phrase may begin before a word that was read ahead of its end.
        let start = highlight.words.start.max(walked.0);
        walked = (start, walked.1 + width(walked.0..start));
        let end = walked.1 + width(start..highlight.range.end);
        while window.front().is_some_and(|first| end - first.left > room) {
            best = better(best, held(&window), &window);
            window.pop_front();
        }
        window.push_back(Start { start, left: walked.1, words: highlight.wishes });
        if held(&window) == all {
            break;
        }
    }
    while !window.is_empty() {
        best = better(best, held(&window), &window);
        window.pop_front();
    }
    best.1
}

/// About how many cells a text takes; every space counts.
fn cells_of(text: &str) -> usize {
    // A line break counts as a space, so every ASCII character is one cell.
    if text.is_ascii() { text.len() } else { text.lines().map(|line| text::width(line) + 1).sum() }
}

/// The better of the best so far and the part with these words: how many words it has, and where it starts.
fn better(best: (u32, usize), words: u32, window: &VecDeque<Start>) -> (u32, usize) {
    let start = window.front().map_or(0, |first| first.start);
    if words.count_ones() > best.0 { (words.count_ones(), start) } else { best }
}

/// The text from `start` on, on one line, cut between words to fit.
fn cut_from(wishes: &Wishes<'_>, text: &str, start: usize, cells: usize) -> Snippet {
    let mut out = String::new();
    if start > 0 && !text.get(..start).unwrap_or_default().trim_start().is_empty() {
        out.push('…');
    }
    let room = cells.saturating_sub(out.chars().count());
    let tail = on_one_line(text.get(start..).unwrap_or_default(), room);
    let head = head(&tail, room);
    if head.len() == tail.len() {
        out.push_str(head);
    } else {
        out.push_str(head.trim_end_matches([' ', ',', ';', '.', ':']));
        out.push('…');
    }
    let matched = ranges(wishes, &out);
    Snippet { text: out, matched }
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

/// As much of a line as fits, cut after a word if possible, with one cell left for the mark of the cut.
fn head(line: &str, cells: usize) -> &str {
    let end = text::fit(line, cells, 1);
    let fitting = line.get(..end).unwrap_or_default();
    if end == line.len() || line.get(end..).is_some_and(|rest| rest.starts_with(' ')) {
        return fitting;
    }
    fitting.rsplit_once(' ').map(|(head, _)| head).filter(|head| !head.is_empty()).unwrap_or(fitting)
}
