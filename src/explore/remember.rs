//! What is kept between visits: what the explorer asks to write or to read, and what came of it.

use crate::data::Problem;
use crate::data::personal::{
    Change, Current, Marks, Searches, SearchesChange, Visit, Visits, change, read, state_folder,
};
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
    /// Read whether nobody was here before.
    FirstTime,
    /// Keep that the hint for the first time was put away.
    Welcomed,
    /// Read the earlier and the saved queries, or change them.
    Searches(Option<SearchesChange>),
}

/// What came of it.
#[derive(Clone, Debug)]
pub enum Remembered {
    /// The marks as they are by now, after this change if there was one.
    Marks(Option<Box<Change>>, Box<Result<Current<Marks>, Problem>>),
    /// How the files were left, if that is known.
    Visit(Option<Box<Visit>>),
    /// Whether nobody was here before, as far as that is kept.
    FirstTime(bool),
    /// The earlier and the saved queries.
    Searches(Searches),
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

    /// The file of the earlier and the saved queries.
    ///
    /// # Errors
    /// There is no home folder.
    pub fn searches(&self) -> Result<PathBuf, Problem> {
        self.file("searches.json")
    }

    fn change_visits(&self, make: impl FnOnce(&mut Visits)) -> Remembered {
        match self.file("visits.json").and_then(|file| change(&file, make)) {
            Ok(_) => Remembered::Visit(None),
            Err(problem) => Remembered::NotKept(problem.into()),
        }
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
            Remember::FirstTime => {
                let visits = self.file("visits.json").and_then(|file| read::<Visits>(&file));
                // What cannot be kept would be shown every time.
                Remembered::FirstTime(visits.is_ok_and(|current| current.value.is_first()))
            }
            Remember::Leave(visit) => self.change_visits(|visits| visits.leave(*visit)),
            Remember::Welcomed => self.change_visits(|visits| visits.is_welcomed = true),
            Remember::Searches(asked) => {
                let searches = self.searches().and_then(|file| match asked {
                    Some(asked) => change(&file, |searches: &mut Searches| searches.apply(asked)),
                    None => read(&file),
                });
                match searches {
                    Ok(current) => Remembered::Searches(current.value),
                    Err(problem) => Remembered::NotKept(problem.into()),
                }
            }
        }
    }
}
