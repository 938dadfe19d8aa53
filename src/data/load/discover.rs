//! Finds the files to read: each path that is a file, and in folders those that may contain agreements.

use crate::data::file::reason;
use crate::data::formats::extensions;
use crate::data::problem::Problem;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// A file to read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) path: PathBuf,
    /// In bytes; 0 if not known before reading.
    pub(super) size: u64,
}

/// The files that a [`Loader`](super::Loader) reads for these paths, in its order, with a problem in the place of each
/// folder that cannot be opened.
pub fn files(paths: &[PathBuf]) -> Vec<Result<PathBuf, Problem>> {
    discover(paths).into_iter().map(|found| found.map(|found| found.path)).collect()
}

/// The files of these paths in the order of the paths, with a problem in the place of each folder that cannot be opened.
/// Folders are searched with their subfolders, in the order of names, for files with the extension of a known format that
/// are not hidden. Links to folders are not followed, as they may form a cycle.
pub(super) fn discover(paths: &[PathBuf]) -> Vec<Result<Found, Problem>> {
    let mut found = Vec::new();
    for path in paths {
        match std::fs::metadata(path) {
            Ok(about) if about.is_dir() => {
                let before = found.len();
                walk(path, &mut found);
                if found.len() == before {
                    let known = extensions().join(" or .");
                    let message = format!("is a folder without a .{known} file; name the file to open");
                    found.push(Err(Problem::of_file(path, message)));
                }
            }
            // What is wrong with it is reported when it is read.
            Ok(about) => found.push(Ok(Found { path: path.clone(), size: about.len() })),
            Err(_) => found.push(Ok(Found { path: path.clone(), size: 0 })),
        }
    }
    found
}

enum Entry {
    Folder,
    File(u64),
}

fn walk(folder: &Path, found: &mut Vec<Result<Found, Problem>>) {
    let mut open = vec![(folder.to_owned(), Entry::Folder)];
    while let Some((path, entry)) = open.pop() {
        match entry {
            Entry::File(size) => found.push(Ok(Found { path, size })),
            Entry::Folder => match entries(&path) {
                // The last one pushed is taken next.
                Ok(entries) => open.extend(entries.into_iter().rev()),
                Err(error) => {
                    let message = format!("cannot open folder: {}", reason(&error));
                    found.push(Err(Problem::of_file(path, message)));
                }
            },
        }
    }
}

/// The subfolders of a folder and its files that may contain agreements, by name.
fn entries(folder: &Path) -> std::io::Result<Vec<(PathBuf, Entry)>> {
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let (path, kind) = (entry.path(), entry.file_type()?);
        if kind.is_dir() {
            entries.push((path, Entry::Folder));
        } else if is_read(&path) {
            // A link is taken if it leads to a file.
            let about = if kind.is_symlink() { std::fs::metadata(&path) } else { entry.metadata() };
            if let Some(about) = about.ok().filter(|about| about.is_file()) {
                entries.push((path, Entry::File(about.len())));
            }
        }
    }
    entries.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(entries)
}

fn is_read(path: &Path) -> bool {
    let extension = path.extension().unwrap_or(OsStr::new(""));
    extensions().iter().any(|known| extension.eq_ignore_ascii_case(known))
}
