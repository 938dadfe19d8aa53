//! What is wrong with a file: what, where, and what to do.

use crate::text;
use std::fmt;
use std::path::PathBuf;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Keeps the file out.
    Error,
    /// Does not.
    Warning,
}

impl Severity {
    /// The word for people.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// A step on the way from the document to a value in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Step {
    Key(String),
    Index(usize),
}

/// A way into a document.
pub(super) type Path = Vec<Step>;

/// A way as people write it: `events[12].date`; the document itself is `$`.
pub(super) fn write_path(path: &[Step]) -> String {
    let mut out = String::new();
    for step in path {
        match step {
            Step::Key(key) if out.is_empty() => out.push_str(key),
            Step::Key(key) => {
                out.push('.');
                out.push_str(key);
            }
            Step::Index(i) => out.push_str(&format!("[{i}]")),
        }
    }
    if out.is_empty() { "$".to_owned() } else { out }
}

/// One problem of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// The file.
    pub file: PathBuf,
    /// Line and column, from 1; absent where the whole file is meant.
    pub place: Option<(usize, usize)>,
    /// The value's path in the document (`events[12].date`).
    pub path: Option<String>,
    /// What is wrong, and what to do.
    pub message: String,
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
        }
    }
}

/// `FILE:LINE:COLUMN: error: PATH: MESSAGE`, safe to print.
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

/// A value from a file, short and safe enough for a message.
pub(super) fn quoted(value: &str) -> String {
    format!("\"{}\"", text::cut(&text::shown(value), 40, "…"))
}

/// The known word nearest to this one, if one is near enough to be meant.
pub(super) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > 100 {
        return None;
    }
    let near = known.into_iter().map(|k| (strsim::damerau_levenshtein(word, k), k));
    near.filter(|(distance, k)| *distance <= 1 + k.len().max(word.len()) / 4).min().map(|(_, k)| k)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_reads_as_people_write_it() {
        let path = [Step::Key("events".into()), Step::Index(12), Step::Key("date".into())];
        assert_eq!(write_path(&path), "events[12].date");
        assert_eq!(write_path(&[]), "$");
    }

    #[test]
    fn nearest_is_near() {
        assert_eq!(nearest("sumary", ["title", "summary", "sources"]), Some("summary"));
        assert_eq!(nearest("colour", ["title", "summary"]), None);
    }

    #[test]
    fn a_message_cannot_command_a_terminal() {
        let problem = Problem::of_file("a\u{1b}[2J.json", "is \u{202e} bad");
        assert_eq!(problem.to_string(), "a␛[2J.json: error: is <202E> bad");
    }
}
