//! What is wrong with a file: what, where, and what to do.

use crate::text;
use std::fmt;
use std::path::PathBuf;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file is not opened.
    Error,
    /// The file is opened all the same.
    Warning,
    /// The file is right, but unusual; found by the strict check only.
    Lint,
}

impl Severity {
    /// The word for it in messages.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Lint => "lint",
        }
    }
}

/// One problem of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// The file.
    pub file: PathBuf,
    /// Line and column, from 1; `None` if the problem concerns the whole file.
    pub place: Option<(usize, usize)>,
    /// The value's path in the document (`events[12].date`).
    pub path: Option<String>,
    /// What is wrong, and what to do about it.
    pub message: String,
    /// How many problems it stands for that are not listed; 0 for a problem of its own.
    pub unlisted: usize,
}

impl Problem {
    /// A problem of a file as a whole.
    pub fn of_file(file: impl Into<PathBuf>, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            file: file.into(),
            place: None,
            path: None,
            message: message.into(),
            unlisted: 0,
        }
    }

    /// The same at a line and column.
    pub(super) fn at(self, place: (usize, usize)) -> Self {
        Self { place: Some(place), ..self }
    }

    /// The same as a warning.
    pub(super) fn into_warning(self) -> Self {
        Self { severity: Severity::Warning, ..self }
    }
}

/// `FILE:LINE:COLUMN: error: PATH: MESSAGE`, filtered for a terminal.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", text::shown(&self.file.to_string_lossy()))?;
        if let Some((line, column)) = self.place {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {}: ", self.severity.word())?;
        if let Some(path) = &self.path {
            write!(f, "{}: ", text::shown(path))?;
        }
        write!(f, "{}", text::shown(&self.message))
    }
}

/// Line and column (from 1, in characters) of a byte of the text.
pub(super) fn place(text: &str, offset: usize) -> (usize, usize) {
    place_after((1, 1), text.as_bytes().get(..offset).unwrap_or(text.as_bytes()))
}

/// The place right after a piece of UTF-8 text that begins at `from`.
pub(super) fn place_after((line, column): (usize, usize), text: &[u8]) -> (usize, usize) {
    let characters = |bytes: &[u8]| bytes.iter().filter(|b| !(0x80..0xc0).contains(*b)).count();
    match memchr::memrchr(b'\n', text) {
        Some(last) => {
            let in_line = text.get(last + 1..).unwrap_or_default();
            (line + memchr::memchr_iter(b'\n', text).count(), characters(in_line) + 1)
        }
        None => (line, column + characters(text)),
    }
}

/// A value from a file in quotes, shortened and filtered for a terminal.
pub(super) fn quoted(value: &str) -> String {
    format!("\"{}\"", text::cut(&text::shown(value), 40, "…"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_lines_and_characters() {
        assert_eq!(place("", 0), (1, 1));
        assert_eq!(place("é\nəb", 5), (2, 2));
        assert_eq!(place("a\n", 99), (2, 1));
        assert_eq!(place_after((7, 3), "bé".as_bytes()), (7, 5));
    }

    #[test]
    fn a_message_cannot_command_a_terminal() {
        let problem = Problem::of_file("a\u{1b}[2J.json", "is \u{202e} bad");
        assert_eq!(problem.to_string(), "a␛[2J.json: error: is <202E> bad");
    }
}
