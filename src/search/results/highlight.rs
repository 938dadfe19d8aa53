//! The parts of a text that match.

use crate::search::tolerance::{Hits, first_letter};
use crate::search::words::{folded, words};
use crate::text::fold::fold;
use crate::text::{Word, whole_graphemes};
use std::ops::Range;

/// What is highlighted: words wherever they are, and words that are only highlighted in a row. Each wish has a bit.
#[derive(Clone, Debug)]
pub(super) struct Wishes<'a>(Vec<&'a [Hits]>);

/// The most wishes, and the most words of one, one bit each.
const MOST: usize = 32;

impl<'a> Wishes<'a> {
    /// Of words and of phrases.
    pub(super) fn new(words: impl Iterator<Item = &'a Hits>, phrases: &'a [Vec<Hits>]) -> Self {
        let rows = words.map(std::slice::from_ref).chain(phrases.iter().map(Vec::as_slice));
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
    let mut rows: Vec<Row> =
        wishes.0.iter().map(|words| Row { words, open: 0, starts: Vec::new() }).collect();
    let mut buffer = String::new();
    words(text).flat_map(move |word| {
        let mut found: Vec<Highlight> = Vec::new();
        if letters & first_letter(word.text) == 0 && word.text.is_ascii() {
            rows.iter_mut().for_each(|row| row.open = 0);
            return found;
        }
        let folded = folded(word.text, &mut buffer);
        for (row, bit) in rows.iter_mut().zip(0..) {
            found.extend(row.take(text, &word, folded).map(|(range, words)| Highlight {
                range,
                wishes: 1 << bit,
                words,
            }));
        }
        found.sort_by_key(|highlight| (highlight.range.start, highlight.range.end));
        found
    })
}

/// The words of a wish as they come in a row in a text.
struct Row<'a> {
    words: &'a [Hits],
    /// One bit for each of its words: whether all up to it were just read.
    open: u32,
    /// Where the last words that were read begin to match and begin, as many as the wish has at most.
    starts: Vec<(usize, usize)>,
}

impl Row<'_> {
    /// Reads the next word of a text. The part that matches and the words it is in, if all of the row is read.
    fn take(&mut self, text: &str, word: &Word, folded: &str) -> Option<(Range<usize>, Range<usize>)> {
        let mut open = 0;
        let mut last = None;
        let mut start = word.range.start;
        for (at, hits) in self.words.iter().enumerate() {
            // A word is looked at only if those before it were just read.
            if at > 0 && self.open & 1 << (at - 1) == 0 {
                continue;
            }
            if let Some((_, part)) = hits.matching(folded) {
                open |= 1 << at;
                let part = original(word, part);
                if at == 0 {
                    start = part.start;
                }
                last = (at + 1 == self.words.len()).then_some(part);
            }
        }
        self.open = open;
        if open == 0 {
            self.starts.clear();
            return None;
        }
        if self.starts.len() >= self.words.len() {
            self.starts.remove(0);
        }
        self.starts.push((start, word.range.start));
        let (from, first) = *self.starts.get(self.starts.len().checked_sub(self.words.len())?)?;
        let end = last?.end;
        let range = if self.words.len() > 1 { whole_graphemes(text, from..end) } else { from..end };
        Some((range, first..word.range.end))
    }
}

/// The bytes of the text that a part of the folded word came from.
fn original(word: &Word, part: Range<usize>) -> Range<usize> {
    // Folding keeps the positions of ASCII letters.
    let part = if word.text.is_ascii() { part } else { fold(word.text).original_range(part) };
    word.range.start + part.start..word.range.start + part.end
}
