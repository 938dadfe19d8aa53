//! What a person typed, taken apart. Reading a query never fails; what could not be understood is told beside it.

use super::words::{counted, words};
use crate::text::fold::fold;
use std::ops::Range;

/// More words than this are not searched; nobody types them, and a pasted book must not stall the screen.
pub(super) const MAX_WORDS: usize = 8;

/// Bytes of a query that are read.
pub(super) const MAX_BYTES: usize = 1024;

/// A query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    text: String,
    words: Vec<QueryWord>,
    sequence: Vec<usize>,
    problems: Vec<Problem>,
}

/// A word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryWord {
    /// As typed.
    pub typed: String,
    /// Folded, which is what is searched.
    pub folded: String,
    /// Where it stands in the query, in bytes.
    pub range: Range<usize>,
    /// How it was typed.
    pub shape: Shape,
}

/// How a word was typed, which says how far a match may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The last word, perhaps not finished.
    Growing,
    /// A word with something behind it.
    Finished,
    /// All capitals: an abbreviation where the collection has it.
    Capitals,
}

/// Something in a query that is not understood or not searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it stands in the query, in bytes.
    pub range: Range<usize>,
    /// What is wrong and what to do.
    pub message: String,
}

impl Query {
    /// Reads a query.
    pub fn parse(text: &str) -> Self {
        let (read, cut) = match (0..=MAX_BYTES.min(text.len())).rev().find(|at| text.is_char_boundary(*at)) {
            Some(end) => text.split_at_checked(end).unwrap_or((text, "")),
            None => (text, ""),
        };
        let mut query = Self { text: read.to_owned(), ..Self::default() };
        if !cut.is_empty() {
            let message = format!("only the first {MAX_BYTES} bytes are searched");
            query.problems.push(Problem { range: read.len()..text.len(), message });
        }
        for word in words(read) {
            query.add(word.text, word.range);
        }
        query
    }

    fn add(&mut self, typed: &str, range: Range<usize>) {
        let folded = counted(fold(typed).text()).to_owned();
        if folded.is_empty() {
            return;
        }
        let shape = if typed.chars().count() > 1 && typed.chars().all(char::is_uppercase) {
            Shape::Capitals
        } else if range.end == self.text.len() {
            Shape::Growing
        } else {
            Shape::Finished
        };
        match self.words.iter().position(|word| word.folded == folded) {
            Some(at) => {
                self.sequence.push(at);
                // The same word twice is one word, as far as its freest form goes.
                if let Some(word) = self.words.get_mut(at).filter(|_| shape == Shape::Growing) {
                    word.shape = shape;
                }
            }
            None if self.words.len() < MAX_WORDS => {
                self.sequence.push(self.words.len());
                self.words.push(QueryWord { typed: typed.to_owned(), folded, range, shape });
            }
            None => {
                let message = format!("only the first {MAX_WORDS} words are searched");
                self.problems.push(Problem { range, message });
            }
        }
    }

    /// The text that was read.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The different words, in the order typed.
    pub fn words(&self) -> &[QueryWord] {
        &self.words
    }

    /// The words as they follow each other, as places in [`Self::words`].
    pub fn sequence(&self) -> &[usize] {
        &self.sequence
    }

    /// What is not understood or not searched.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Whether there is nothing to search.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}
