//! Files written whole or not at all: into a temporary file in the same folder, onto the disk, then under their name.

use crate::text;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile};

/// What is done about a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and nothing is written.
    Keep,
    /// It is replaced, once the new one is whole.
    Replace,
}

/// Why a file was not written. What stood under its name before still does.
#[derive(Debug, thiserror::Error)]
#[error("{}: {why}", text::shown(&file.to_string_lossy()))]
pub struct SaveError {
    /// The file as it was named.
    pub file: PathBuf,
    /// The reason.
    pub why: Refusal,
}

/// The reasons why a file is not written.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The path names no file in a folder.
    #[error("is no name of a file")]
    NoName,
    /// Something of that name is there.
    #[error("is there already; --force replaces it")]
    Exists,
    /// A link of that name is there; what it leads to was not named.
    #[error("is a link; name the file it leads to")]
    Link,
    /// A folder, a device or the like is there.
    #[error("is not a regular file")]
    NotAFile,
    /// The system refuses.
    #[error("cannot be written: {0}")]
    System(#[from] io::Error),
}

/// Writes a file: `write` gives its bytes. Its folder must be there. It gets the rights of the file it replaces, else
/// those that new files get. Gives back what `write` does.
///
/// # Errors
/// Where the path may not be written to, or the system or `write` fails; nothing is left behind then.
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
    let mut temporary = new_file(&folder)?;
    if let Some(old) = &old {
        temporary.as_file().set_permissions(old.permissions())?;
    }
    let mut buffered = BufWriter::new(temporary.as_file_mut());
    let written = write(&mut buffered)?;
    buffered.flush()?;
    drop(buffered);
    temporary.as_file().sync_all()?;
    if old.is_some() {
        temporary.persist(&target).map_err(|failed| failed.error)?;
    } else {
        // A file that has appeared meanwhile stays.
        temporary.persist_noclobber(&target).map_err(|failed| match failed.error.kind() {
            io::ErrorKind::AlreadyExists => Refusal::Exists,
            _ => Refusal::System(failed.error),
        })?;
    }
    // The name is on the disk only once the folder is; where folders cannot be synced, the file is whole all the same.
    let _ = File::open(&folder).and_then(|folder| folder.sync_all());
    Ok(written)
}

/// The real folder of a file, and the file's name in it.
fn place(file: &Path) -> Result<(PathBuf, &OsStr), Refusal> {
    let ends_as_folder = file.as_os_str().to_string_lossy().ends_with(std::path::is_separator);
    let name = file.file_name().filter(|_| !ends_as_folder).ok_or(Refusal::NoName)?;
    let parent = file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok((parent.canonicalize()?, name))
}

fn new_file(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".accords-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // What the user's mask leaves of this, as with any new file; the default is for the owner only.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// Writes a new file in a folder under the first free of the names `stem.extension`, `stem-2.extension`, …; gives
/// back the path that it got.
///
/// # Errors
/// As [`save`].
pub fn save_new(
    folder: &Path,
    stem: &str,
    extension: &str,
    write: &dyn Fn(&mut dyn Write) -> io::Result<()>,
) -> Result<PathBuf, SaveError> {
    /// Nobody keeps more exports of one thing; a folder that has them all is a mistake.
    const MOST: usize = 999;
    let name = |number: usize| match number {
        1 => folder.join(format!("{stem}.{extension}")),
        _ => folder.join(format!("{stem}-{number}.{extension}")),
    };
    let mut number = 1;
    loop {
        // A name that is taken is known before anything is written.
        let file = name(number);
        let taken = fs::symlink_metadata(&file).is_ok();
        let result = if taken { Err(Refusal::Exists) } else { try_save(&file, Existing::Keep, write) };
        match result {
            Ok(()) => return Ok(file),
            Err(Refusal::Exists) if number < MOST => number += 1,
            Err(why) => return Err(SaveError { file, why }),
        }
    }
}

/// Words as the stem of a file name: ASCII letters, digits and single hyphens, at most 80 of them; `untitled` where
/// nothing is left.
pub fn slug(words: &str) -> String {
    /// Longer names are hard to read and, with a folder, too long for some systems.
    const LONGEST: usize = 80;
    let mut out = String::new();
    for c in words.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
        if out.len() == LONGEST {
            break;
        }
    }
    let out = out.trim_end_matches('-');
    if out.is_empty() { "untitled".to_owned() } else { out.to_owned() }
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
    fn what_fails_half_way_leaves_nothing_and_destroys_nothing() {
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
            .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
            .collect();
        assert_eq!(names, ["a.md", "a-2.md", "a-3.md"]);
    }

    #[test]
    fn a_slug_stays_in_its_folder() {
        for (words, expected) in [
            ("aze-kgz/declaration-2022.borders", "aze-kgz-declaration-2022-borders"),
            ("../../etc/passwd", "etc-passwd"),
            ("Əliyev", "liyev"),
            ("Жапаров", "untitled"),
            ("", "untitled"),
            ("a\u{0}\n/b", "a-b"),
            ("CON", "con"),
        ] {
            assert_eq!(slug(words), expected, "{words:?}");
        }
        assert_eq!(slug(&"ab-".repeat(100)).len(), 80);
    }
}
