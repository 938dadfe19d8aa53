//! A log of what the explorer does, if a person asks for one.

use crate::text::shown;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::time::Instant;

/// Writes lines with the milliseconds since the start to a file, or does nothing.
#[derive(Debug)]
pub struct Log {
    file: Option<File>,
    start: Instant,
}

impl Log {
    /// A log in a file, after what is in it already; without a file, none.
    ///
    /// # Errors
    /// The file cannot be opened.
    #[allow(clippy::disallowed_methods, reason = "a log grows, which a file saved whole does not")]
    pub fn to(file: Option<&Path>) -> io::Result<Self> {
        let open = |path| OpenOptions::new().create(true).append(true).open(path);
        Ok(Self { file: file.map(open).transpose()?, start: Instant::now() })
    }

    /// Writes a line, which is not made if there is no log. What cannot be written is lost: a full disk must not end
    /// the explorer.
    pub fn line(&mut self, words: impl FnOnce() -> String) {
        if let Some(file) = &mut self.file {
            let at = self.start.elapsed().as_secs_f64() * 1e3;
            let _ = file.write_all(format!("{at:11.3} ms  {}\n", shown(&words())).as_bytes());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_added_and_filtered() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("log");
        for words in ["one", "a\u{1b}[2J\nb"] {
            Log::to(Some(&path)).unwrap().line(|| words.to_owned());
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let lines: Vec<&str> = text.lines().map(|line| line.split_once(" ms  ").unwrap().1).collect();
        assert_eq!(lines.len(), 2, "{text}");
        assert!(lines[0] == "one" && lines[1].starts_with("a␛[2J"), "{text}");
    }

    #[test]
    fn without_a_file_no_line_is_made() {
        Log::to(None).unwrap().line(|| unreachable!());
    }
}
