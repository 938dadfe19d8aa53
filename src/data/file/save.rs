//! Writes files atomically: to a temporary file in the same folder, synced to the disk, then renamed.

use super::disk::{OnDisk, Operation, ask};
use super::temporary;
use crate::text;
use crate::text::reason;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// What to do about a file that already exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// Keep it, and write nothing.
    Keep,
    /// Replace it once the new one is complete.
    Replace,
}

/// Why a file was not written. A file that existed before is unchanged.
#[derive(Debug, thiserror::Error)]
#[error("{}: {why}", text::shown(&file.to_string_lossy()))]
pub struct SaveError {
    /// The file, as given.
    pub file: PathBuf,
    /// The reason.
    pub why: Refusal,
}

/// The reasons why a file is not written.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The path does not end in the name of a file.
    #[error("is not a valid file name")]
    NoName,
    /// Something with that name exists.
    #[error("already exists; use --force to overwrite it")]
    Exists,
    /// It is a link, and the user did not name what it leads to.
    #[error("is a link; name the file it leads to")]
    Link,
    /// It is a folder, a device or the like.
    #[error("is not a regular file")]
    NotAFile,
    /// The system refused.
    #[error("cannot be written: {}", unwritable(.0))]
    System(#[from] io::Error),
}

/// Writes the bytes that `write` writes to a file in an existing folder, and returns what `write` returns. The file gets
/// the permissions of the one it replaces, or else those of any new file.
///
/// # Errors
/// The path may not be written to, or the system or `write` fails. Nothing is left behind then.
pub fn save<T>(
    file: &Path,
    existing: Existing,
    write: impl FnOnce(&mut dyn Write) -> io::Result<T>,
) -> Result<T, SaveError> {
    try_save(file, existing, write).map_err(|why| SaveError { file: file.to_owned(), why })
}

fn try_save<T>(
    file: &Path,
    existing: Existing,
    write: impl FnOnce(&mut dyn Write) -> io::Result<T>,
) -> Result<T, Refusal> {
    let (folder, name) = place(file)?;
    let target = folder.join(name);
    let old = match fs::symlink_metadata(&target) {
        Ok(old) if old.is_symlink() => return Err(Refusal::Link),
        Ok(old) if !old.is_file() => return Err(Refusal::NotAFile),
        Ok(_) if existing == Existing::Keep => return Err(Refusal::Exists),
        Ok(old) => Some(old),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error.into()),
    };
    let (mut temporary, unfinished) = temporary::create(&folder)?;
    if let Some(old) = &old {
        temporary.as_file().set_permissions(old.permissions())?;
    }
    let mut buffered = BufWriter::new(OnDisk(temporary.as_file_mut()));
    let written = write(&mut buffered)?;
    buffered.flush()?;
    drop(buffered);
    ask(Operation::Sync, || temporary.as_file().sync_all())?;
    let named = ask(Operation::Rename, || match old {
        Some(_) => temporary.persist(&target).map_err(io::Error::from),
        // A file that has appeared in the meantime stays.
        None => temporary.persist_noclobber(&target).map_err(io::Error::from),
    });
    named.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Refusal::Exists,
        _ => Refusal::System(error),
    })?;
    drop(unfinished);
    // The new name is on the disk only once its folder is synced. If folders cannot be synced, the file is still whole.
    let _ = ask(Operation::Open, || File::open(&folder))
        .and_then(|folder| ask(Operation::Sync, || folder.sync_all()));
    Ok(written)
}

/// Why the system cannot write.
fn unwritable(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such folder".to_owned(),
        _ => reason(error),
    }
}

/// The canonical folder of a file, and its name.
fn place(file: &Path) -> Result<(PathBuf, &OsStr), Refusal> {
    let ends_as_folder = file.as_os_str().to_string_lossy().ends_with(std::path::is_separator);
    let name = file.file_name().filter(|_| !ends_as_folder).ok_or(Refusal::NoName)?;
    let parent = file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok((parent.canonicalize()?, name))
}

/// Writes a new file to a folder, under the first free name of `stem.extension`, `stem-2.extension` and so on. Returns
/// its path, and what `write` returns.
///
/// # Errors
/// As [`save`].
pub fn save_new<T>(
    folder: &Path,
    stem: &str,
    extension: &str,
    write: &dyn Fn(&mut dyn Write) -> io::Result<T>,
) -> Result<(PathBuf, T), SaveError> {
    /// Nobody keeps more exports of the same thing.
    const MOST: usize = 999;
    let name = |number: usize| match number {
        1 => folder.join(format!("{stem}.{extension}")),
        _ => folder.join(format!("{stem}-{number}.{extension}")),
    };
    let mut number = 1;
    loop {
        let file = name(number);
        match try_save(&file, Existing::Keep, write) {
            Ok(written) => return Ok((file, written)),
            Err(Refusal::Exists | Refusal::Link | Refusal::NotAFile) if number < MOST => number += 1,
            Err(why) => return Err(SaveError { file, why }),
        }
    }
}

/// Words as the stem of a file name: their slug, at most 80 letters of it, or `untitled` if nothing is left.
pub fn file_stem(words: &str) -> String {
    /// Longer names are hard to read and, with their folder, too long for some systems.
    const LONGEST: usize = 80;
    let mut stem = text::slug(words);
    stem.truncate(LONGEST);
    match stem.trim_end_matches('-') {
        "" => "untitled".to_owned(),
        stem => stem.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    fn text(words: &'static str) -> impl Fn(&mut dyn Write) -> io::Result<()> {
        move |out| out.write_all(words.as_bytes())
    }

    fn files(folder: &Path) -> usize {
        fs::read_dir(folder).unwrap().count()
    }

    #[test]
    fn a_file_is_written_once_and_replaced_only_when_asked() {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("a.md");
        save(&file, Existing::Keep, text("one")).unwrap();
        let error = save(&file, Existing::Keep, text("two")).unwrap_err();
        assert!(matches!(error.why, Refusal::Exists));
        assert_eq!(fs::read_to_string(&file).unwrap(), "one");
        save(&file, Existing::Replace, text("three")).unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), "three");
        assert_eq!(files(folder.path()), 1);
    }

    #[test]
    fn a_failure_half_way_leaves_nothing_and_destroys_nothing() {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("a.md");
        let half = |out: &mut dyn Write| {
            out.write_all(&[b'x'; 100_000])?;
            Err::<(), _>(io::Error::other("no more"))
        };
        assert!(save(&file, Existing::Keep, half).is_err());
        assert_eq!(files(folder.path()), 0);
        save(&file, Existing::Keep, text("kept")).unwrap();
        let error = save(&file, Existing::Replace, half).unwrap_err();
        assert!(error.to_string().ends_with("a.md: cannot be written: no more"), "{error}");
        assert_eq!((fs::read_to_string(&file).unwrap().as_str(), files(folder.path())), ("kept", 1));
    }

    #[test]
    #[cfg(unix)]
    fn nothing_is_written_through_a_link_or_over_a_device() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = TempDir::new().unwrap();
        let (victim, link) = (folder.path().join("victim"), folder.path().join("link"));
        fs::write(&victim, "mine").unwrap();
        symlink(&victim, &link).unwrap();
        for existing in [Existing::Keep, Existing::Replace] {
            assert!(matches!(save(&link, existing, text("x")).unwrap_err().why, Refusal::Link));
            assert!(matches!(
                save(Path::new("/dev/null"), existing, text("x")).unwrap_err().why,
                Refusal::NotAFile
            ));
            assert!(matches!(save(folder.path(), existing, text("x")).unwrap_err().why, Refusal::NotAFile));
        }
        assert_eq!(fs::read_to_string(&victim).unwrap(), "mine");
        fs::set_permissions(&victim, fs::Permissions::from_mode(0o640)).unwrap();
        save(&victim, Existing::Replace, text("new")).unwrap();
        assert_eq!(fs::metadata(&victim).unwrap().permissions().mode() & 0o777, 0o640);
    }

    #[test]
    fn a_path_that_names_no_file_is_refused() {
        for path in ["", "..", "/", "x/..", "no-such-folder/a.md", "a/"] {
            assert!(save(Path::new(path), Existing::Keep, text("x")).is_err(), "{path}");
        }
    }

    #[test]
    fn a_taken_name_gets_a_number() {
        let folder = TempDir::new().unwrap();
        let names: Vec<String> = (0..3)
            .map(|_| save_new(folder.path(), "a", "md", &text("x")).unwrap())
            .map(|(path, ())| path.file_name().unwrap().to_string_lossy().into_owned())
            .collect();
        assert_eq!(names, ["a.md", "a-2.md", "a-3.md"]);
    }

    #[test]
    fn a_stem_is_never_empty_nor_too_long() {
        assert_eq!(file_stem("aze-kgz/declaration-2022.borders"), "aze-kgz-declaration-2022-borders");
        assert_eq!(file_stem("Жапаров"), "untitled");
        assert_eq!(file_stem(&"ab-".repeat(100)).len(), 80);
        assert_eq!(file_stem(&"abcdefghi-".repeat(8)).len(), 79);
    }
}
