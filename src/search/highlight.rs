//! What of a text matched, and the stretch of it worth showing.

use super::hits::{Hits, first_letter};
use super::words::{Word, counted, words};
use crate::text;
use crate::text::fold::{fold, fold_into};
use std::ops::Range;

/// A stretch of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    /// The stretch, on one line, with `…` where it was cut.
    pub text: String,
    /// What of it matches: byte ranges, whole graphemes, ascending.
    pub matched: Vec<Range<usize>>,
}

/// A part of a text that answers.
struct Answer {
    range: Range<usize>,
    /// Which query words it answers, one bit each.
    words: u32,
    /// The word it stands in.
    word: Range<usize>,
}

/// What of a text answers one of these words: byte ranges, whole graphemes, ascending, apart from each other.
pub(super) fn ranges(hits: &[Hits], text: &str) -> Vec<Range<usize>> {
    let mut lit: Vec<Range<usize>> = Vec::new();
    for answer in answers(hits, text) {
        match lit.last_mut().filter(|last| answer.range.start <= last.end) {
            Some(last) => last.end = last.end.max(answer.range.end),
            None => lit.push(answer.range),
        }
    }
    lit
}

/// Each part of a text that answers, ascending.
fn answers(hits: &[Hits], text: &str) -> Vec<Answer> {
    let mut found: Vec<Answer> = Vec::new();
    let mut buffer = String::new();
    let letters = hits.iter().fold(0, |letters, hits| letters | hits.first_letters());
    for word in words(text) {
        if letters & first_letter(word.text) == 0 && word.text.is_ascii() {
            continue;
        }
        fold_into(word.text, &mut buffer);
        let first = found.len();
        for (bit, hits) in hits.iter().enumerate() {
            if let Some((_, part)) = hits.answer(counted(&buffer)) {
                let range = original(&word, part);
                found.push(Answer { range, words: 1 << bit, word: word.range.clone() });
            }
        }
        if let Some(of_word) = found.get_mut(first..) {
            of_word.sort_by_key(|answer| (answer.range.start, answer.range.end));
        }
    }
    found
}

/// Where a part of the folded word stands in the text.
fn original(word: &Word, part: Range<usize>) -> Range<usize> {
    // Folding ASCII moves nothing.
    let part = if word.text.is_ascii() { part } else { fold(word.text).original_range(part) };
    word.range.start + part.start..word.range.start + part.end
}

/// The stretch of a text that holds most query words, within so many cells. Of equal ones the first; the beginning of
/// the text where it is as good.
pub(super) fn snippet(hits: &[Hits], text: &str, cells: usize) -> Snippet {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    let answers = answers(hits, &line);
    cut_from(hits, &line, best_start(&answers, &line, cells), cells)
}

fn best_start(answers: &[Answer], line: &str, cells: usize) -> usize {
    // Cells before each word that answers, and before the end of what answers, in one walk.
    let mut walked = (0, 0);
    let mut place = |answer: &Answer| {
        let width = |bytes: Range<usize>| line.get(bytes).map_or(0, text::width);
        walked = (answer.word.start, walked.1 + width(walked.0..answer.word.start));
        (walked.1, walked.1 + width(answer.word.start..answer.range.end))
    };
    let places: Vec<(usize, usize)> = answers.iter().map(&mut place).collect();
    // Room for the marks of the cut ends.
    let room = cells.saturating_sub(2);
    let seen = |from: usize, left: usize| {
        let shown = answers.iter().zip(&places).skip(from).take_while(|(_, (_, end))| end - left <= room);
        shown.fold(0u32, |words, (answer, _)| words | answer.words).count_ones()
    };
    let mut best = (seen(0, 0), 0);
    for (from, (answer, (left, _))) in answers.iter().zip(&places).enumerate() {
        let words = seen(from, *left);
        if words > best.0 {
            best = (words, answer.word.start);
        }
    }
    best.1
}

/// The line from `start` on, cut at words to fit.
fn cut_from(hits: &[Hits], line: &str, start: usize, cells: usize) -> Snippet {
    let mut out = String::new();
    if start > 0 {
        out.push('…');
    }
    let tail = line.get(start..).unwrap_or_default();
    let room = cells.saturating_sub(out.chars().count());
    let head = head(tail, room);
    if head.len() == tail.len() {
        out.push_str(head);
    } else {
        out.push_str(head.trim_end_matches([' ', ',', ';', '.', ':']));
        out.push('…');
    }
    let matched = ranges(hits, &out);
    Snippet { text: out, matched }
}

/// As much of a line as fits, cut behind a word where there is one, with a cell left for the mark of the cut.
fn head(line: &str, cells: usize) -> &str {
    let mut end = 0;
    let mut width = 0;
    for glyph in text::glyphs(line) {
        width += glyph.width;
        if width > cells {
            break;
        }
        if width < cells {
            end = glyph.range.end;
        }
    }
    if width <= cells {
        return line;
    }
    let fitting = line.get(..end).unwrap_or_default();
    if line.get(end..).is_some_and(|rest| rest.starts_with(' ')) {
        return fitting;
    }
    fitting.rsplit_once(' ').map(|(head, _)| head).filter(|head| !head.is_empty()).unwrap_or(fitting)
}
