//! A query as typed, parsed into words and conditions.
//!
//! ```text
//! text ─lexer─► tokens ─parse─► Query (words, conditions, problems)      cursor ─complete─► completions
//! ```

mod complete;
mod condition;
mod filters;
mod lexer;
mod parse;
mod word;

pub use complete::{Completion, complete};
pub(super) use condition::{Condition, Test};
pub(super) use filters::{Filter, Fit, each_named, fit};
pub(super) use parse::MAX_WORDS;
pub use parse::{LANGUAGE, Query};
pub use word::{Cause, QueryProblem, QueryWord, Shape};
