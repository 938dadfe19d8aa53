//! Finds the files to read: each path that is a file, and in folders those that may contain agreements.

use super::passed_over::PassedOver;
use crate::data::file::reason;
use crate::data::formats::extensions;
use crate::data::problem::Problem;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A file to read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) path: PathBuf,
    /// In bytes; 0 if not known before reading.
    pub(super) size: u64,
    /// The folder that it was found in, as it is shown; `None` if it was named itself, so that it is opened whatever it
    /// holds.
    pub(super) folder: Option<Arc<str>>,
}

impl Found {
    /// Whether it was named itself.
    pub(super) fn is_named(&self) -> bool {
        self.folder.is_none()
    }
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
                steps.push(Step::Read(Found { path: path.clone(), size, folder: None }));
            }
        }
    }
    steps
}

enum Entry {
    Folder,
    /// Its size, and the folder that it is in as it is shown.
    File(u64, Arc<str>),
}

/// A folder inside the one that was opened, as it is shown: `treaties/`, `treaties/water/`.
fn shown(opened: &Path, folder: &Path) -> Arc<str> {
    let name =
        opened.canonicalize().ok().and_then(|path| Some(path.file_name()?.to_string_lossy().into_owned()));
    let name = name.unwrap_or_default();
    let inside = folder.strip_prefix(opened).unwrap_or(folder).to_string_lossy();
    if inside.is_empty() { format!("{name}/").into() } else { format!("{name}/{inside}/").into() }
}

fn walk(folder: &Path, steps: &mut Vec<Step>) -> PassedOver {
    let mut passed = PassedOver::default();
    let mut open = vec![(folder.to_owned(), Entry::Folder)];
    while let Some((path, entry)) = open.pop() {
        match entry {
            Entry::File(size, own) => steps.push(Step::Read(Found { path, size, folder: Some(own) })),
            Entry::Folder => match entries(&path, &shown(folder, &path), &mut passed) {
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
fn entries(folder: &Path, own: &Arc<str>, passed: &mut PassedOver) -> std::io::Result<Vec<(PathBuf, Entry)>> {
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
                entries.push((path, Entry::File(about.len(), Arc::clone(own))));
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
