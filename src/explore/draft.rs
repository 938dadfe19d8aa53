//! A file that was asked for in the explorer.

use crate::data::{SaveError, save_new};
use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What writes the bytes of a file; called on another thread.
type Contents = Arc<dyn Fn(&mut dyn Write) -> io::Result<()> + Send + Sync>;

/// A file to be written: its name without a number, and what gives its bytes.
#[derive(Clone)]
pub struct Draft {
    stem: String,
    extension: &'static str,
    contents: Contents,
}

impl Draft {
    /// A file of this name (see [`crate::data::file_stem`]) and ending.
    pub fn new(
        stem: String,
        extension: &'static str,
        contents: impl Fn(&mut dyn Write) -> io::Result<()> + Send + Sync + 'static,
    ) -> Self {
        Self { stem, extension, contents: Arc::new(contents) }
    }

    /// The name it gets where no file has it yet.
    pub fn name(&self) -> String {
        format!("{}.{}", self.stem, self.extension)
    }

    /// Writes the bytes.
    ///
    /// # Errors
    /// What the writer returns.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        (self.contents)(out)
    }
}

impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Draft").field("name", &self.name()).finish_non_exhaustive()
    }
}

/// Two drafts are the same if they are one and its copy.
impl PartialEq for Draft {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name() && Arc::ptr_eq(&self.contents, &other.contents)
    }
}

impl Eq for Draft {}

/// Writes a draft to a new file in the current folder before it returns, and gives its path.
///
/// # Errors
/// When it cannot be written; nothing is left of it then.
pub fn saved(draft: &Draft) -> Result<PathBuf, SaveError> {
    save_new(Path::new(""), &draft.stem, draft.extension, &|out| draft.write(out))
}
