//! Finds the files to read: each path that is a file, and in folders those that may contain agreements.

use super::passed_over::PassedOver;
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
    /// Whether it was named itself, so that it is opened whatever it holds.
    pub(super) is_named: bool,
}

/// One thing to do after the other.
#[derive(Debug)]
pub(super) enum Step {
    /// Read a file.
    Read(Found),
    /// Report a folder that cannot be opened.
    Report(Problem),
    /// All files of a folder have been read, but for those that were passed over by their names.
    EndFolder(PathBuf, PassedOver),
}

impl Step {
    /// The file that is read.
    pub(super) fn found(&self) -> Option<&Found> {
        match self {
            Self::Read(found) => Some(found),
            Self::Report(_) | Self::EndFolder(..) => None,
        }
    }
}

/// What to do for these paths, in their order. Folders are searched with their subfolders, in the order of names, for
/// files with the extension of a known format that are not hidden. Links to folders are not followed, as they may form a
/// cycle.
pub(super) fn discover(paths: &[PathBuf]) -> Vec<Step> {
    let mut steps = Vec::new();
    for path in paths {
        match std::fs::metadata(path) {
            Ok(about) if about.is_dir() => {
                let passed = walk(path, &mut steps);
                steps.push(Step::EndFolder(path.clone(), passed));
            }
            // What is wrong with it is reported when it is read.
            about => {
                let size = about.map_or(0, |about| about.len());
                steps.push(Step::Read(Found { path: path.clone(), size, is_named: true }));
            }
        }
    }
    steps
}

enum Entry {
    Folder,
    File(u64),
}

fn walk(folder: &Path, steps: &mut Vec<Step>) -> PassedOver {
    let mut passed = PassedOver::default();
    let mut open = vec![(folder.to_owned(), Entry::Folder)];
    while let Some((path, entry)) = open.pop() {
        match entry {
            Entry::File(size) => steps.push(Step::Read(Found { path, size, is_named: false })),
            Entry::Folder => match entries(&path, &mut passed) {
                // The last one pushed is taken next.
                Ok(entries) => open.extend(entries.into_iter().rev()),
                Err(error) => {
                    let message = format!("cannot open folder: {}", reason(&error));
                    steps.push(Step::Report(Problem::of_file(path, message)));
                }
            },
        }
    }
    passed
}

/// The subfolders of a folder and its files that may contain agreements, by name; counts the other files.
fn entries(folder: &Path, passed: &mut PassedOver) -> std::io::Result<Vec<(PathBuf, Entry)>> {
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
        } else if kind.is_file() {
            passed.add(&path);
        }
    }
    entries.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(entries)
}

fn is_read(path: &Path) -> bool {
    let extension = path.extension().unwrap_or(OsStr::new(""));
    extensions().iter().any(|known| extension.eq_ignore_ascii_case(known))
}
