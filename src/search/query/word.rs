//! The words and the problems of a query.

use std::ops::Range;

/// A word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryWord {
    /// As typed.
    pub typed: String,
    /// In the folded form that is searched.
    pub folded: String,
    /// Its bytes in the query.
    pub range: Range<usize>,
    /// How it was typed.
    pub shape: Shape,
    /// The words that hyphens join to it; empty if it has none.
    pub parts: Vec<QueryWord>,
}

/// How a word was typed, which decides how loosely it may match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// The last word, which may be unfinished.
    Growing,
    /// A word with something after it.
    Finished,
    /// All capitals: an abbreviation, if the collection has it.
    Capitals,
    /// In quotes: only this word.
    Quoted,
    /// With a star: words that start like this.
    Starred,
}

/// A part of a query that is not understood or not searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryProblem {
    /// Its bytes in the query.
    pub range: Range<usize>,
    /// What is wrong and what to do about it.
    pub message: String,
    /// What kind of problem it is.
    pub cause: Cause,
}

/// Why a part of a query is a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A filter or a kind that does not exist: a command refuses the query, since without it the rest would mean something
    /// else.
    Filter,
    /// Anything else, such as a value that names nothing.
    Value,
}
