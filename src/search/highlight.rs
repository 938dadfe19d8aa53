//! What of a text matched, and the stretch of it worth showing.

use super::hits::Hits;
use super::words::{counted, words};
use crate::text;
use crate::text::fold::fold;
use std::ops::Range;

/// A stretch of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    /// The stretch, on one line, with `…` where it was cut.
    pub text: String,
    /// What of it matches: byte ranges, whole graphemes, ascending.
    pub matched: Vec<Range<usize>>,
}

/// What of a text answers one of these words: byte ranges, whole graphemes, ascending, apart from each other.
pub(super) fn ranges(hits: &[Hits], text: &str) -> Vec<Range<usize>> {
    let mut lit: Vec<Range<usize>> = Vec::new();
    for (range, _) in answers(hits, text) {
        match lit.last_mut().filter(|last| range.start <= last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => lit.push(range),
        }
    }
    lit
}

/// Each word of a text that answers, with the part that does, and which query words it answers, one bit each.
fn answers(hits: &[Hits], text: &str) -> Vec<(Range<usize>, u32)> {
    let mut found: Vec<(Range<usize>, u32)> = Vec::new();
    for word in words(text) {
        let folded = fold(word.text);
        let counted = counted(folded.text());
        for (bit, hits) in hits.iter().enumerate() {
            let Some((_, part)) = hits.answer(counted) else { continue };
            let part = folded.original_range(part);
            found.push((word.range.start + part.start..word.range.start + part.end, 1 << bit));
        }
    }
    found.sort_by_key(|(range, _)| (range.start, range.end));
    found
}

/// The stretch of a text that holds most query words, beginning at a word, within so many cells.
pub(super) fn snippet(hits: &[Hits], text: &str, cells: usize) -> Snippet {
    let answers = answers(hits, text);
    let starts: Vec<usize> = words(text).map(|word| word.range.start).collect();
    let start = best_start(&answers, text, cells);
    // A beginning that fits with the first match is the better beginning.
    let fits = |range: &Range<usize>| text.get(..range.end).is_some_and(|head| text::width(head) + 1 < cells);
    let start = match answers.iter().find(|(range, _)| range.start >= start) {
        Some((range, _))
            if fits(range) && all_fit(&answers, text, cells, 0) == all_fit(&answers, text, cells, start) =>
        {
            0
        }
        Some(_) => starts.iter().copied().rfind(|s| *s <= start).unwrap_or(0),
        None => 0,
    };
    cut_from(hits, text, start, cells)
}

/// Where the stretch with most different query words begins.
fn best_start(answers: &[(Range<usize>, u32)], text: &str, cells: usize) -> usize {
    let starts = answers.iter().map(|(range, _)| range.start);
    // The first among equals.
    let best = starts.rev().max_by_key(|start| all_fit(answers, text, cells, *start));
    best.unwrap_or(0)
}

/// How many different query words are seen when the text is shown from `start` on.
fn all_fit(answers: &[(Range<usize>, u32)], text: &str, cells: usize, start: usize) -> u32 {
    let seen = answers.iter().filter(|(range, _)| {
        range.start >= start
            && text.get(start..range.end).is_some_and(|shown| text::width(shown) + 2 <= cells)
    });
    seen.fold(0u32, |bits, (_, bit)| bits | bit).count_ones()
}

/// The text from `start` on, one line, cut at words to fit.
fn cut_from(hits: &[Hits], text: &str, start: usize, cells: usize) -> Snippet {
    let mut out = String::new();
    if start > 0 {
        out.push('…');
    }
    let tail = text.get(start..).unwrap_or_default();
    let line = tail.split_whitespace().collect::<Vec<_>>().join(" ");
    let room = cells.saturating_sub(out.chars().count());
    if text::width(&line) <= room {
        out.push_str(line.trim_end());
    } else {
        out.push_str(&head(&line, room.saturating_sub(1)));
        out.push('…');
    }
    let matched = ranges(hits, &out);
    Snippet { text: out, matched }
}

/// As much of a line as fits, cut behind a word where there is one.
fn head(line: &str, cells: usize) -> String {
    let mut end = 0;
    let mut width = 0;
    for glyph in text::glyphs(line) {
        width += glyph.width;
        if width > cells {
            break;
        }
        end = glyph.range.end;
    }
    let fitting = line.get(..end).unwrap_or_default();
    let next_is_blank = line.get(end..).is_some_and(|rest| rest.starts_with(' '));
    let whole = if next_is_blank { Some(fitting) } else { fitting.rsplit_once(' ').map(|(head, _)| head) };
    whole
        .filter(|head| !head.is_empty())
        .unwrap_or(fitting)
        .trim_end_matches([' ', ',', ';', '.', ':'])
        .to_owned()
}
