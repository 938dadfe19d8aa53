//! A file to export from the explorer.

use crate::data::{Meter, SaveError, save_new};
use crate::text::count;
use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Writes the bytes of a file, on another thread; returns the number of rows, if it has rows.
type Contents = Arc<dyn Fn(&mut dyn Write, &Meter) -> io::Result<Option<usize>> + Send + Sync>;

/// A file to be written: its name without a number, and its contents.
#[derive(Clone)]
pub struct Draft {
    folder: PathBuf,
    stem: String,
    extension: &'static str,
    contents: Contents,
}

impl Draft {
    /// A file with this stem (see [`crate::data::file_stem`]) and extension.
    pub fn new(
        stem: String,
        extension: &'static str,
        contents: impl Fn(&mut dyn Write, &Meter) -> io::Result<Option<usize>> + Send + Sync + 'static,
    ) -> Self {
        Self { folder: PathBuf::new(), stem, extension, contents: Arc::new(contents) }
    }

    /// The same in another folder than the current one.
    #[must_use]
    pub fn in_folder(self, folder: &Path) -> Self {
        Self { folder: folder.to_owned(), ..self }
    }

    /// Its name, if no file has that name yet.
    pub fn name(&self) -> String {
        format!("{}.{}", self.stem, self.extension)
    }

    /// Its name if a file of the first name is there.
    pub fn second_name(&self) -> String {
        format!("{}-2.{}", self.stem, self.extension)
    }

    /// Writes the bytes, and counts its steps; returns the number of rows, if the file has rows.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write(&self, out: &mut dyn Write, meter: &Meter) -> io::Result<Option<usize>> {
        (self.contents)(out, meter)
    }
}

impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Draft").field("name", &self.name()).finish_non_exhaustive()
    }
}

/// Two drafts are equal if one is a clone of the other.
impl PartialEq for Draft {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name() && Arc::ptr_eq(&self.contents, &other.contents)
    }
}

impl Eq for Draft {}

/// A file that was written.
#[derive(Clone, Debug)]
pub struct Saved {
    file: PathBuf,
    rows: Option<usize>,
}

impl fmt::Display for Saved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows = self.rows.map(|rows| format!("{} ", count(rows, "row", "rows"))).unwrap_or_default();
        write!(f, "Saved {rows}to {}", self.file.display())
    }
}

/// Writes a draft to a new file in its folder; the path that it returns is whole.
///
/// # Errors
/// When it cannot be written; nothing is left behind then.
pub fn save(draft: &Draft, meter: &Meter) -> Result<Saved, SaveError> {
    let (file, rows) = save_new(&draft.folder, &draft.stem, draft.extension, &|out| draft.write(out, meter))?;
    Ok(Saved { file: std::path::absolute(&file).unwrap_or(file), rows })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_rows_is_reported_where_there_are_rows() {
        let saved = |rows| Saved { file: PathBuf::from("a.csv"), rows }.to_string();
        assert_eq!(saved(None), "Saved to a.csv");
        assert_eq!(saved(Some(1)), "Saved 1 row to a.csv");
        assert_eq!(saved(Some(1_045)), "Saved 1,045 rows to a.csv");
    }
}
