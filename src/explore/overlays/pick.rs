//! A list that is filtered by typing.

use crate::explore::input_line::InputLine;

/// A filter and the chosen row.
#[derive(Clone, Debug, Default)]
pub struct Pick {
    /// The filter.
    pub line: InputLine,
    /// The index of the chosen row.
    pub chosen: usize,
}
