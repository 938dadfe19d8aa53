//! The parts of a text that match.

use crate::search::tolerance::{Hits, first_letter};
use crate::search::words::{folded, folded_joined, words};
use crate::text::fold::fold;
use crate::text::{Joins, printed_range, whole_graphemes};
use std::ops::Range;

/// What is highlighted: words wherever they are, and words that are only highlighted in a row. Each wish has a bit.
#[derive(Clone, Debug)]
pub(super) struct Wishes<'a>(Vec<&'a [Hits]>);

/// The most wishes, and the most words of one, one bit each.
const MOST: usize = 32;

impl<'a> Wishes<'a> {
    /// Of words and of phrases.
    pub(super) fn new(
        words: impl Iterator<Item = &'a Hits>,
        phrases: impl Iterator<Item = &'a Vec<Hits>>,
    ) -> Self {
        let rows = words.map(std::slice::from_ref).chain(phrases.map(Vec::as_slice));
        Self(rows.filter(|row| (1..=MOST).contains(&row.len())).take(MOST).collect())
    }

    /// The bits of all wishes.
    pub(super) fn all(&self) -> u32 {
        self.0.iter().zip(0..).fold(0, |all, (_, bit)| all | 1 << bit)
    }

    fn first_letters(&self) -> u32 {
        self.0.iter().copied().flatten().fold(0, |letters, hits| letters | hits.first_letters())
    }
}

pub(super) struct Highlight {
    pub(super) range: Range<usize>,
    /// The wishes that it fulfils, one bit each.
    pub(super) wishes: u32,
    /// The words of the text that it is a part of.
    pub(super) words: Range<usize>,
}

/// The parts of a text that match: byte ranges of whole graphemes, ascending and disjoint.
pub(super) fn ranges(wishes: &Wishes, text: &str) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = highlights(wishes, text).map(|highlight| highlight.range).collect();
    all.sort_unstable_by_key(|range| (range.start, range.end));
    let mut lit: Vec<Range<usize>> = Vec::new();
    for range in all {
        match lit.last_mut().filter(|last| range.start <= last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => lit.push(range),
        }
    }
    lit
}

/// The parts of a text that match, in the order of their last words. The text is read only as far as the iterator is.
pub(super) fn highlights<'a>(
    wishes: &Wishes<'a>,
    text: &'a str,
) -> impl Iterator<Item = Highlight> + use<'a> {
    let letters = wishes.first_letters();
    let mut rows: Vec<Row> = wishes.0.iter().map(|words| Row::new(words)).collect();
    let mut joins = Joins::default();
    let mut buffer = String::new();
    words(text).flat_map(move |word| {
        let starts = joins.next(text, &word.range);
        let mut found: Vec<Highlight> = Vec::new();
        if starts.is_empty() && letters & first_letter(word.text) == 0 && word.text.is_ascii() {
            rows.iter_mut().for_each(Row::skip);
            return found;
        }
        let joined = starts.iter().map(|start| *start..word.range.end);
        let mut spellings =
            vec![Spelling::of_word(word.range.clone(), word.text, folded(word.text, &mut buffer))];
        spellings.extend(joined.map(|range| {
            let printed = text.get(range.clone()).unwrap_or_default();
            Spelling::of_joined(range, printed, folded_joined(printed, &mut buffer))
        }));
        for (row, bit) in rows.iter_mut().zip(0..) {
            row.take(text, &spellings, |range, words| {
                found.push(Highlight { range, wishes: 1 << bit, words })
            });
        }
        found.sort_by_key(|highlight| (highlight.range.start, highlight.range.end));
        found
    })
}

/// A word of a text, by itself or joined by hyphens with those before it.
struct Spelling<'t> {
    range: Range<usize>,
    printed: &'t str,
    folded: String,
    original: fn(&str, Range<usize>) -> Range<usize>,
}

impl<'t> Spelling<'t> {
    fn of_word(range: Range<usize>, printed: &'t str, folded: &str) -> Self {
        Self { range, printed, folded: folded.to_owned(), original }
    }

    fn of_joined(range: Range<usize>, printed: &'t str, folded: &str) -> Self {
        Self { range, printed, folded: folded.to_owned(), original: printed_range }
    }

    /// The bytes of the text that match a word of a query.
    fn part(&self, hits: &Hits) -> Option<Range<usize>> {
        let (_, part) = hits.matching(&self.folded)?;
        let part = (self.original)(self.printed, part);
        Some(self.range.start + part.start..self.range.start + part.end)
    }
}

/// A row of words as it comes in a text.
struct Row<'a> {
    words: &'a [Hits],
    /// The rows begun that end with each of the last words of the text, the nearest first.
    begun: [Vec<Begun>; Joins::MOST],
}

/// A row of which the first words were read.
#[derive(Clone, Copy)]
struct Begun {
    /// How many.
    words: usize,
    /// Where the first of them begins to match, and where it begins.
    start: (usize, usize),
}

impl<'a> Row<'a> {
    fn new(words: &'a [Hits]) -> Self {
        Self { words, begun: Default::default() }
    }

    /// Reads a word that does not match.
    fn skip(&mut self) {
        self.end_word(Vec::new());
    }

    fn end_word(&mut self, begun: Vec<Begun>) {
        self.begun.rotate_right(1);
        self.begun[0] = begun;
    }

    /// Reads the next word of a text in its spellings, by itself first. Calls `each` with the part that matches and the words
    /// it is in where a row ends.
    fn take(
        &mut self,
        text: &str,
        spellings: &[Spelling<'_>],
        mut each: impl FnMut(Range<usize>, Range<usize>),
    ) {
        let mut begun: Vec<Begun> = Vec::new();
        for (spelling, before) in spellings.iter().zip(&self.begun) {
            // A word alone is highlighted in the parts of a joined one if it is there.
            if self.words.len() == 1 && !begun.is_empty() {
                break;
            }
            let fresh = Begun { words: 0, start: (0, 0) };
            for Begun { words, start } in std::iter::once(&fresh).chain(before).copied() {
                let Some(part) = self.words.get(words).and_then(|hits| spelling.part(hits)) else { continue };
                let start = if words == 0 { (part.start, spelling.range.start) } else { start };
                begun.push(Begun { words: words + 1, start });
                if words + 1 == self.words.len() {
                    let range = start.0..part.end;
                    let range = if words > 0 { whole_graphemes(text, range) } else { range };
                    each(range, start.1..spelling.range.end);
                }
            }
        }
        self.end_word(begun);
    }
}

/// The bytes of a word as written that a part of it, folded, came from.
fn original(written: &str, part: Range<usize>) -> Range<usize> {
    // Folding keeps the positions of ASCII letters.
    if written.is_ascii() { part } else { fold(written).original_range(part) }
}
