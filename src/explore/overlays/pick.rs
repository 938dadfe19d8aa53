//! A list that takes typing as a filter.

use crate::explore::input_line::InputLine;

/// What is typed, and the chosen one of the rows that it leaves.
#[derive(Clone, Debug, Default)]
pub struct Pick {
    /// What is typed.
    pub line: InputLine,
    /// The chosen row.
    pub chosen: usize,
}
