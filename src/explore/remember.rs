//! What is kept between visits: what the explorer asks to write or to read, and what came of it.

use crate::data::Problem;
use crate::data::personal::{Change, Current, Marks, change, read, state_folder};
use std::path::{Path, PathBuf};

/// Something to write or to read, on a thread of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remember {
    /// Read the marks, which another copy may have changed.
    Marks,
    /// Change the marks.
    Mark(Change),
}

/// What came of it.
#[derive(Clone, Debug)]
pub enum Remembered {
    /// The marks as they are by now, after this change if there was one.
    Marks(Option<Change>, Result<Current<Marks>, Problem>),
}

/// The files in which it is kept.
#[derive(Clone, Debug)]
pub struct Memory {
    folder: Option<PathBuf>,
}

impl Memory {
    /// The person's.
    pub fn of_person() -> Self {
        Self { folder: state_folder() }
    }

    /// In another folder.
    pub fn at(folder: &Path) -> Self {
        Self { folder: Some(folder.to_owned()) }
    }

    /// The file of the marks.
    ///
    /// # Errors
    /// There is no home folder.
    pub fn marks(&self) -> Result<PathBuf, Problem> {
        let none = || {
            Problem::of_file(
                "marks.json",
                "cannot be kept, since neither XDG_STATE_HOME nor HOME names a folder",
            )
        };
        Ok(self.folder.as_ref().ok_or_else(none)?.join("marks.json"))
    }

    /// Does what was asked for.
    pub fn carry_out(&self, asked: Remember) -> Remembered {
        match asked {
            Remember::Marks => Remembered::Marks(None, self.marks().and_then(|file| read(&file))),
            Remember::Mark(asked) => {
                let file = self.marks();
                let changed = file.and_then(|file| change(&file, |marks: &mut Marks| marks.apply(&asked)));
                Remembered::Marks(Some(asked), changed)
            }
        }
    }
}
