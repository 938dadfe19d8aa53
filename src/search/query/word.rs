//! A word of a query, and what in a query is not understood.

use std::ops::Range;

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
    /// In quotes: this word and no other.
    Quoted,
    /// With a star: words that begin so.
    Starred,
}

/// Something in a query that is not understood or not searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryProblem {
    /// Where it stands in the query, in bytes.
    pub range: Range<usize>,
    /// What is wrong and what to do.
    pub message: String,
}
