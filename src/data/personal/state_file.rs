//! A JSON file that is kept between visits and that several running copies may change: each reads it again under a lock,
//! makes its own change, and writes it whole.

use crate::data::file::{Existing, save};
use crate::data::problem::Problem;
use crate::text::reason;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// What a file of this kind holds.
pub trait Kept: Default + Serialize + DeserializeOwned {
    /// The word and the version in the field `format`, such as `accords-marks/1`.
    const FORMAT: &'static str;
}

/// What a file holds now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Current<T> {
    /// What it holds; what it would hold at first if there is none.
    pub value: T,
    /// What was set aside, because it was damaged, and why.
    pub damaged: Option<Problem>,
}

/// What a file holds. Nothing is written, but a damaged file gets another name.
///
/// # Errors
/// It cannot be read, or is of another version.
pub fn read<T: Kept>(path: &Path) -> Result<Current<T>, Problem> {
    if !path.exists() {
        return Ok(Current { value: T::default(), damaged: None });
    }
    let lock = lock(path)?;
    let current = load(path);
    drop(lock);
    current
}

/// Changes what a file holds, as it is by then, and returns it. The folder is made if there is none.
///
/// # Errors
/// It cannot be read or written, or is of another version; it is as before then.
pub fn change<T: Kept>(path: &Path, change: impl FnOnce(&mut T)) -> Result<Current<T>, Problem> {
    let lock = lock(path)?;
    let mut current: Current<T> = load(path)?;
    change(&mut current.value);
    write(path, &current.value)?;
    drop(lock);
    Ok(current)
}

/// Waits until no other copy reads or changes the file. The lock ends with the process, however that ends.
#[allow(clippy::disallowed_methods, reason = "an empty file beside it, which is only locked")]
fn lock(path: &Path) -> Result<File, Problem> {
    let cannot = |error: io::Error| Problem::of_file(path, format!("cannot be locked: {}", reason(&error)));
    make_folder(path.parent().unwrap_or(Path::new("/"))).map_err(cannot)?;
    let beside = path.with_extension("lock");
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(beside).map_err(cannot)?;
    file.lock().map_err(cannot)?;
    Ok(file)
}

/// Makes a folder that only its owner can look into, as the XDG Base Directory Specification asks.
fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn load<T: Kept>(path: &Path) -> Result<Current<T>, Problem> {
    let bytes = match fs::read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Ok(Current { value: T::default(), damaged: None });
        }
        Err(error) => return Err(Problem::of_file(path, format!("cannot be read: {}", reason(&error)))),
        Ok(bytes) => bytes,
    };
    let (why, place) = match serde_json::from_slice::<Map<String, Value>>(&bytes) {
        Err(error) => where_it_is(&error),
        Ok(fields) => {
            let format = fields.get("format").and_then(Value::as_str).unwrap_or_default();
            if format == T::FORMAT {
                match serde_json::from_slice(&bytes) {
                    Ok(value) => return Ok(Current { value, damaged: None }),
                    Err(error) => where_it_is(&error),
                }
            } else if is_version_of(format, T::FORMAT) {
                let words = format!("is of the format {format}, which another version of accords writes");
                return Err(Problem::of_file(path, words));
            } else {
                (format!("its format is not {}", T::FORMAT), None)
            }
        }
    };
    let aside = set_aside(path)?;
    let name = aside.file_name().unwrap_or_default().to_string_lossy();
    let words = format!("was damaged and is now {name}; a new file is begun: {why}");
    let damaged = Problem { place, ..Problem::of_file(path, words) };
    Ok(Current { value: T::default(), damaged: Some(damaged) })
}

/// What is wrong with a text of JSON, and its line and column.
pub fn where_it_is(error: &serde_json::Error) -> (String, Option<(usize, usize)>) {
    let whole = error.to_string();
    let what = whole.split(" at line ").next().unwrap_or_default().to_owned();
    (what, (error.line() > 0).then(|| (error.line(), error.column().max(1))))
}

fn is_version_of(format: &str, own: &str) -> bool {
    let word = |format: &str| format.split('/').next().unwrap_or_default().to_owned();
    format.contains('/') && word(format) == word(own)
}

/// Gives a file the first free name of `NAME-damaged.json`, `NAME-damaged-2.json` and so on; returns its path.
#[allow(clippy::disallowed_methods, reason = "a damaged file is kept under another name")]
fn set_aside(path: &Path) -> Result<PathBuf, Problem> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let name = |number: usize| match number {
        1 => format!("{stem}-damaged.json"),
        _ => format!("{stem}-damaged-{number}.json"),
    };
    let free = (1..).map(|number| path.with_file_name(name(number))).find(|aside| !aside.exists());
    let aside = free.unwrap_or_else(|| path.to_owned());
    let cannot = |error: io::Error| {
        Problem::of_file(path, format!("is damaged and cannot be set aside: {}", reason(&error)))
    };
    fs::rename(path, &aside).map_err(cannot)?;
    Ok(aside)
}

fn write<T: Kept>(path: &Path, value: &T) -> Result<(), Problem> {
    #[derive(Serialize)]
    struct Whole<'a, T> {
        format: &'static str,
        #[serde(flatten)]
        value: &'a T,
    }
    let whole = Whole { format: T::FORMAT, value };
    // A link that a person made leads to where they want the file.
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let written = save(&target, Existing::Replace, |out| {
        serde_json::to_writer_pretty(&mut *out, &whole)?;
        out.write_all(b"\n")
    });
    written.map_err(|error| Problem::of_file(path, error.why.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;
    use tempfile::TempDir;

    #[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
    struct Words {
        words: Vec<String>,
    }

    impl Kept for Words {
        const FORMAT: &'static str = "words/1";
    }

    fn add(path: &Path, word: &str) -> Current<Words> {
        change(path, |words: &mut Words| words.words.push(word.to_owned())).unwrap()
    }

    #[test]
    fn what_is_changed_is_what_is_read() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("a/b/words.json");
        assert_eq!(read::<Words>(&path).unwrap().value, Words::default());
        assert!(!path.parent().unwrap().exists(), "reading makes nothing");
        add(&path, "one");
        assert_eq!(add(&path, "two").value.words, ["one", "two"]);
        assert_eq!(read::<Words>(&path).unwrap().value.words, ["one", "two"]);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("{\n  \"format\": \"words/1\",\n  \"words\": [\n"), "{text}");
    }

    #[test]
    fn copies_at_the_same_time_lose_nothing() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("words.json");
        std::thread::scope(|scope| {
            for copy in 0..4 {
                let path = &path;
                scope.spawn(move || (0..20).for_each(|i| drop(add(path, &format!("{copy} {i}")))));
            }
        });
        let mut words = read::<Words>(&path).unwrap().value.words;
        words.sort();
        words.dedup();
        assert_eq!(words.len(), 80);
    }

    #[test]
    fn a_damaged_file_is_set_aside_and_never_overwritten() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("words.json");
        for (number, damage) in
            ["{\"format\": \"words/1\", \"wor", "[]", "\u{fffd}", "{\"format\": \"words/1\"}"]
                .into_iter()
                .enumerate()
        {
            fs::write(&path, damage).unwrap();
            let current: Current<Words> =
                if number % 2 == 0 { read(&path).unwrap() } else { add(&path, "new") };
            let aside = match number {
                0 => "words-damaged.json".to_owned(),
                _ => format!("words-damaged-{}.json", number + 1),
            };
            assert_eq!(fs::read_to_string(folder.path().join(&aside)).unwrap(), damage);
            let current_place = current.damaged.as_ref().unwrap().place;
            let problem = current.damaged.unwrap().to_string();
            assert!(problem.contains("was damaged and is now") && problem.contains(&aside), "{problem}");
            assert!(current_place.is_some_and(|(line, column)| line == 1 && column > 0), "{problem}");
        }
    }

    #[test]
    fn a_file_of_another_version_is_left_alone() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("words.json");
        fs::write(&path, "{\"format\": \"words/2\", \"kept\": 1}").unwrap();
        assert!(read::<Words>(&path).unwrap_err().to_string().contains("words/2"));
        assert!(change(&path, |words: &mut Words| words.words.clear()).is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), "{\"format\": \"words/2\", \"kept\": 1}");
    }
}
