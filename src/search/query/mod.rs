//! A query as typed, parsed into words and conditions.
//!
//! ```text
//! text ─saved─► text ─lexer─► tokens ─searched─► tokens ─parse─► Query (words, conditions, problems)      cursor ─complete─► completions
//! ```

mod complete;
mod condition;
mod filters;
mod language;
mod lexer;
mod lookups;
mod parse;
mod saved;
mod searched;
mod span;
mod word;

pub use complete::{Completion, complete};
pub(super) use condition::{Condition, Dating, Test, Within};
pub(super) use filters::{AnyKind, Filter, Fit, each_named, fit, kind, kind_words};
pub use language::{ANSWERS, LANGUAGE};
pub(super) use lookups::Lookups;
pub(super) use parse::MAX_WORDS;
pub use parse::Query;
pub use saved::{SavedSearches, WrittenOut, complete_name, unknown_name};
pub use word::{Cause, QueryProblem, QueryWord, Shape};
