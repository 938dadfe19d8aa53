//! Finds the files to read: each path that is a file, and in folders those that may contain agreements.

use crate::data::file::reason;
use crate::data::formats::extensions;
use crate::data::problem::Problem;
use crate::text::thousands;
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fmt;
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
                let passed = walk(path, &mut found).to_string();
                if found.len() == before {
                    let passed = if passed.is_empty() { passed } else { format!(" ({passed})") };
                    let message = format!(
                        "is a folder without a {} file{passed}; name the file to open",
                        known_endings()
                    );
                    found.push(Err(Problem::of_file(path, message)));
                } else if !passed.is_empty() {
                    found.push(Err(Problem::of_file(path, passed).into_warning()));
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

/// The endings of files that are read: `.json or .xml`.
fn known_endings() -> String {
    let known: Vec<String> = extensions().iter().map(|known| format!(".{known}")).collect();
    match known.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} or {last}", others.join(", ")),
        _ => known.join(""),
    }
}

/// How many files of a folder are not read, by the endings of their names.
#[derive(Default)]
struct PassedOver(BTreeMap<String, usize>);

impl PassedOver {
    fn add(&mut self, path: &Path) {
        let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy().to_lowercase()));
        *self.0.entry(ending.unwrap_or_else(|| "without an ending".to_owned())).or_default() += 1;
    }
}

/// `passed over: 8 .pdf, 4 .docx`, the most frequent first; empty if there are none.
impl fmt::Display for PassedOver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut counts: Vec<(&String, &usize)> = self.0.iter().collect();
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        for (i, (ending, count)) in counts.into_iter().enumerate() {
            write!(f, "{}{} {ending}", if i == 0 { "passed over: " } else { ", " }, thousands(*count))?;
        }
        Ok(())
    }
}

fn walk(folder: &Path, found: &mut Vec<Result<Found, Problem>>) -> PassedOver {
    let mut passed = PassedOver::default();
    let mut open = vec![(folder.to_owned(), Entry::Folder)];
    while let Some((path, entry)) = open.pop() {
        match entry {
            Entry::File(size) => found.push(Ok(Found { path, size })),
            Entry::Folder => match entries(&path, &mut passed) {
                // The last one pushed is taken next.
                Ok(entries) => open.extend(entries.into_iter().rev()),
                Err(error) => {
                    let message = format!("cannot open folder: {}", reason(&error));
                    found.push(Err(Problem::of_file(path, message)));
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
