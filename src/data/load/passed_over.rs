//! What a folder holds that is not opened.

use crate::data::problem::Problem;
use crate::text::thousands;
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

/// How many files of a folder are not opened, by the endings of their names.
#[derive(Debug, Default)]
pub(super) struct PassedOver(BTreeMap<String, usize>);

impl PassedOver {
    pub(super) fn add(&mut self, path: &Path) {
        let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy().to_lowercase()));
        *self.0.entry(ending.unwrap_or_else(|| "without an ending".to_owned())).or_default() += 1;
    }
}

/// `passed over: 8 .pdf, 4 .docx`, the most frequent first; empty if there are none.
impl fmt::Display for PassedOver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut counts: Vec<(&String, &usize)> = self.0.iter().collect();
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        for (i, (ending, count)) in counts.into_iter().enumerate() {
            write!(f, "{}{} {ending}", if i == 0 { "passed over: " } else { ", " }, thousands(*count))?;
        }
        Ok(())
    }
}

/// What became of the files of a folder so far.
#[derive(Default)]
pub(super) struct Tally {
    opened: usize,
    passed: PassedOver,
}

impl Tally {
    /// A file was opened, or could not be read.
    pub(super) fn opened(&mut self) {
        self.opened += 1;
    }

    /// A file was read, but holds no agreement.
    pub(super) fn passed(&mut self, path: &Path) {
        self.passed.add(path);
    }

    /// What there is to say of the folder once all of it has been read; `by_name` was passed over without reading it.
    pub(super) fn end(&mut self, folder: &Path, by_name: &PassedOver) -> Option<Problem> {
        let Self { opened, mut passed } = std::mem::take(self);
        for (ending, count) in &by_name.0 {
            *passed.0.entry(ending.clone()).or_default() += count;
        }
        let passed = passed.to_string();
        if opened > 0 {
            return (!passed.is_empty()).then(|| Problem::of_file(folder, passed).into_warning());
        }
        let passed = if passed.is_empty() { passed } else { format!(" ({passed})") };
        let message =
            format!("is a folder without a file that holds an agreement{passed}; name the file to open");
        Some(Problem::of_file(folder, message))
    }
}
