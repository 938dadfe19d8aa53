//! The parts of a text that match.

use crate::search::tolerance::{Hits, first_letter};
use crate::search::words::{folded, words};
use crate::text::Word;
use crate::text::fold::fold;
use std::ops::Range;

pub(super) struct Highlight {
    pub(super) range: Range<usize>,
    /// The query words that it matches, one bit each.
    pub(crate) words: u32,
    /// The word of the text that it is a part of.
    pub(crate) word: Range<usize>,
}

/// The parts of a text that match one of these words: byte ranges of whole graphemes, ascending and disjoint.
pub(super) fn ranges(hits: &[Hits], text: &str) -> Vec<Range<usize>> {
    let mut lit: Vec<Range<usize>> = Vec::new();
    for highlight in highlights(hits, text) {
        match lit.last_mut().filter(|last| highlight.range.start <= last.end) {
            Some(last) => last.end = last.end.max(highlight.range.end),
            None => lit.push(highlight.range),
        }
    }
    lit
}

/// The parts of a text that match, ascending. The text is read only as far as the iterator is.
pub(super) fn highlights<'a>(hits: &'a [Hits], text: &'a str) -> impl Iterator<Item = Highlight> + 'a {
    let letters = hits.iter().fold(0, |letters, hits| letters | hits.first_letters());
    let may_answer = move |word: &Word| letters & first_letter(word.text) != 0 || !word.text.is_ascii();
    let mut buffer = String::new();
    words(text).filter(may_answer).flat_map(move |word| {
        let folded = folded(word.text, &mut buffer);
        let mut found: Vec<Highlight> = Vec::new();
        for (bit, hits) in hits.iter().enumerate() {
            if let Some((_, part)) = hits.matching(folded) {
                let range = original(&word, part);
                found.push(Highlight { range, words: 1 << bit, word: word.range.clone() });
            }
        }
        found.sort_by_key(|highlight| (highlight.range.start, highlight.range.end));
        found
    })
}

/// The bytes of the text that a part of the folded word came from.
fn original(word: &Word, part: Range<usize>) -> Range<usize> {
    // Folding keeps the positions of ASCII letters.
    let part = if word.text.is_ascii() { part } else { fold(word.text).original_range(part) };
    word.range.start + part.start..word.range.start + part.end
}
