//! What is kept between visits: what the explorer asks to write or to read, and what came of it.

use crate::data::Problem;
use crate::data::personal::{Change, Current, Marks, Searches, Visit, Visits, change, read, state_folder};
use std::path::{Path, PathBuf};

/// Something to write or to read, on a thread of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remember {
    /// Read the marks, which another copy may have changed.
    Marks,
    /// Change the marks.
    Mark(Box<Change>),
    /// Read how these files were left.
    Visit(String),
    /// Keep how files are left.
    Leave(Box<Visit>),
    /// Read the earlier queries, or add one to them.
    Searches(Option<String>),
}

/// What came of it.
#[derive(Clone, Debug)]
pub enum Remembered {
    /// The marks as they are by now, after this change if there was one.
    Marks(Option<Box<Change>>, Box<Result<Current<Marks>, Problem>>),
    /// How the files were left, if that is known.
    Visit(Option<Box<Visit>>),
    /// The earlier queries, the newest last.
    Searches(Vec<String>),
    /// Something that is not essential could not be kept.
    NotKept(Box<Problem>),
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
        self.file("marks.json")
    }

    fn file(&self, name: &str) -> Result<PathBuf, Problem> {
        let words = "cannot be kept, since neither XDG_STATE_HOME nor HOME names a folder";
        let folder = self.folder.as_ref().ok_or_else(|| Problem::of_file(name, words))?;
        Ok(folder.join(name))
    }

    /// Does what was asked for.
    pub fn carry_out(&self, asked: Remember) -> Remembered {
        match asked {
            Remember::Marks => Remembered::Marks(None, Box::new(self.marks().and_then(|file| read(&file)))),
            Remember::Mark(asked) => {
                let file = self.marks();
                let changed = file.and_then(|file| change(&file, |marks: &mut Marks| marks.apply(&asked)));
                Remembered::Marks(Some(asked), Box::new(changed))
            }
            Remember::Visit(files) => {
                let visits = self.file("visits.json").and_then(|file| read::<Visits>(&file));
                // What cannot be read was no promise; the start is as usual.
                let visit = visits.ok().and_then(|current| current.value.of(&files).cloned());
                Remembered::Visit(visit.map(Box::new))
            }
            Remember::Leave(visit) => {
                let file = self.file("visits.json");
                match file.and_then(|file| change(&file, |visits: &mut Visits| visits.leave(*visit))) {
                    Ok(_) => Remembered::Visit(None),
                    Err(problem) => Remembered::NotKept(problem.into()),
                }
            }
            Remember::Searches(query) => {
                let file = self.file("searches.json");
                let searches = file.and_then(|file| match &query {
                    Some(query) => change(&file, |searches: &mut Searches| searches.add(query)),
                    None => read(&file),
                });
                match searches {
                    Ok(current) => Remembered::Searches(current.value.earlier),
                    Err(problem) => Remembered::NotKept(problem.into()),
                }
            }
        }
    }
}
