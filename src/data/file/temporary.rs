//! Temporary files that are not left behind: not by a signal, and what a killed program left is removed by the next one.

use super::disk::{Operation, ask};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use tempfile::{Builder, NamedTempFile};

/// How their names begin; the number of the process that writes follows, then what makes the name a new one.
const PREFIX: &str = ".accords-";

/// Those that are being written.
static UNFINISHED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Removes the temporary files that are being written: the last thing to do before a signal ends the program.
#[allow(clippy::disallowed_methods, reason = "the files are our own")]
pub fn clear_unfinished() {
    let unfinished = UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner);
    for file in unfinished.iter() {
        // Whoever wrote it may have removed or renamed it just now.
        let _ = fs::remove_file(file);
    }
}

/// Notes a temporary file as unfinished until it is dropped.
pub(super) struct Unfinished(PathBuf);

impl Drop for Unfinished {
    fn drop(&mut self) {
        UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.0);
    }
}

/// A new temporary file in a folder, from which those of killed programs are removed.
///
/// # Errors
/// It cannot be created.
pub(super) fn create(folder: &Path) -> io::Result<(NamedTempFile, Unfinished)> {
    clear_abandoned(folder);
    // A signal that comes now waits until the file is noted.
    let mut unfinished = UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner);
    let file = new_file(folder)?;
    // Without a lock the number of the process still tells whose it is.
    let _ = file.as_file().try_lock();
    let path = file.path().to_owned();
    unfinished.insert(path.clone());
    Ok((file, Unfinished(path)))
}

fn new_file(folder: &Path) -> io::Result<NamedTempFile> {
    let prefix = format!("{PREFIX}{}-", std::process::id());
    let mut builder = Builder::new();
    builder.prefix(&prefix);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // Reduced by the user's umask, as for any new file; the default is for the owner only.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    ask(Operation::Open, || builder.tempfile_in(folder))
}

/// Removes the temporary files in a folder whose process is gone. One on another machine that shares the folder is known by
/// its lock.
#[allow(clippy::disallowed_methods, reason = "the files are our own")]
fn clear_abandoned(folder: &Path) {
    let Ok(files) = fs::read_dir(folder) else { return };
    for file in files.flatten() {
        let name = file.file_name();
        let process = name.to_str().and_then(process);
        if process.is_some_and(|process| !is_running(process)) && is_unlocked(&file.path()) {
            let _ = fs::remove_file(file.path());
        }
    }
}

/// The process in the name of a temporary file of ours.
fn process(name: &str) -> Option<u32> {
    let (process, _) = name.strip_prefix(PREFIX)?.split_once('-')?;
    process.parse().ok()
}

#[cfg(unix)]
fn is_running(process: u32) -> bool {
    use rustix::io::Errno;
    use rustix::process::{Pid, test_kill_process};
    let process = i32::try_from(process).ok().and_then(Pid::from_raw);
    process.is_some_and(|process| test_kill_process(process) != Err(Errno::SRCH))
}

/// Not known here, so nothing of another process is removed.
#[cfg(not(unix))]
fn is_running(_process: u32) -> bool {
    true
}

fn is_unlocked(file: &Path) -> bool {
    let is_file = fs::symlink_metadata(file).is_ok_and(|found| found.is_file());
    is_file && File::open(file).is_ok_and(|file| file.try_lock().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    /// A process that has ended.
    fn gone() -> u32 {
        let mut child = std::process::Command::new("true").spawn().unwrap();
        child.wait().unwrap();
        child.id()
    }

    #[test]
    fn what_a_killed_program_left_is_removed_and_nothing_else() {
        let folder = TempDir::new().unwrap();
        let (gone, own) = (gone(), std::process::id());
        let kept = [format!(".accords-{own}-abcdef"), ".accords-notes".into(), format!("accords-{gone}-x")];
        for name in
            kept.iter().chain([&format!(".accords-{gone}-abcdef"), &format!(".accords-{gone}-locked")])
        {
            fs::write(folder.path().join(name), "").unwrap();
        }
        let locked = File::open(folder.path().join(format!(".accords-{gone}-locked"))).unwrap();
        locked.lock().unwrap();
        clear_abandoned(folder.path());
        let mut expected = kept.to_vec();
        expected.push(format!(".accords-{gone}-locked"));
        expected.sort();
        assert_eq!(names(folder.path()), expected);
    }

    #[test]
    fn a_file_is_noted_while_it_is_written() {
        let folder = TempDir::new().unwrap();
        let (file, unfinished) = create(folder.path()).unwrap();
        let path = file.path().to_owned();
        let is_noted = || UNFINISHED.lock().unwrap().contains(&path);
        assert!(is_noted());
        drop(unfinished);
        assert!(!is_noted() && path.exists());
    }
}
