//! Paths become files, and files dossiers.

use super::encoding::decode;
use super::json::parse;
use super::problem::{Problem, Severity};
use crate::model::{Collection, Dossier};
use crate::text;
use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Files larger than this are refused unless asked for: 1 GiB, in bytes.
pub const DEFAULT_MAX_SIZE: u64 = 1 << 30;

/// What came of opening some paths.
#[derive(Debug, Default)]
pub struct Opened {
    /// The dossiers that nothing keeps out.
    pub collection: Collection,
    /// Everything there is to say about the files.
    pub problems: Vec<Problem>,
}

impl Opened {
    /// Whether a file was kept out.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|p| p.severity == Severity::Error)
    }
}

/// Opens the paths in their order. A file that cannot be read or is wrong costs only itself.
pub fn open(paths: &[PathBuf], builtin: Option<Dossier>, max_size: u64) -> Opened {
    let mut problems = Vec::new();
    let mut dossiers: Vec<Dossier> = builtin.into_iter().collect();
    let mut taken: HashMap<String, usize> = dossiers.iter().map(|d| (d.id.clone(), 1)).collect();
    for path in paths {
        let text = match read_text(path, max_size) {
            Ok(text) => text,
            Err(problem) => {
                problems.push(problem);
                continue;
            }
        };
        let loaded = parse(path, &text);
        problems.extend(loaded.problems);
        if let Some(mut dossier) = loaded.dossier {
            problems.extend(rename_repeated(path, &mut dossier, &mut taken));
            dossiers.push(dossier);
        }
    }
    Opened { collection: Collection::new(dossiers.into_iter().map(Arc::new).collect()), problems }
}

/// The second dossier of one id becomes `id~2`, and this is told.
fn rename_repeated(
    path: &Path,
    dossier: &mut Dossier,
    taken: &mut HashMap<String, usize>,
) -> Option<Problem> {
    let times = taken.entry(dossier.id.clone()).or_insert(0);
    *times += 1;
    if *times == 1 {
        return None;
    }
    let id = format!("{}~{times}", dossier.id);
    let message =
        format!("another open dossier has the id \"{}\"; this one is shown as \"{id}\"", dossier.id);
    dossier.id = id;
    Some(Problem {
        severity: Severity::Warning,
        path: Some("id".to_owned()),
        ..Problem::of_file(path, message)
    })
}

/// The text of a regular file of at most `max_size` bytes, or of standard input, which has the name `-`.
///
/// # Errors
/// A problem that says why the file cannot be read, is no regular file, is too large, or is no text.
pub fn read_text(path: &Path, max_size: u64) -> Result<String, Problem> {
    if path == Path::new("-") {
        return read_within(path, io::stdin().lock(), 0, max_size);
    }
    let cannot = |error: io::Error| Problem::of_file(path, format!("cannot be read: {}", reason(&error)));
    let about = std::fs::metadata(path).map_err(cannot)?;
    if about.is_dir() {
        return Err(Problem::of_file(path, "is a folder; name the files in it"));
    }
    if !about.is_file() {
        return Err(Problem::of_file(path, "is not a regular file"));
    }
    if about.len() > max_size {
        return Err(too_large(path, about.len(), max_size));
    }
    read_within(path, File::open(path).map_err(cannot)?, about.len(), max_size)
}

/// The text of something that is expected to hold so many bytes, and may hold `max_size`.
fn read_within(path: &Path, from: impl Read, expected: u64, max_size: u64) -> Result<String, Problem> {
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or(0));
    // One byte more than allowed shows a file that grew meanwhile.
    from.take(max_size.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| Problem::of_file(path, format!("cannot be read: {}", reason(&error))))?;
    if bytes.len() as u64 > max_size {
        return Err(too_large(path, bytes.len() as u64, max_size));
    }
    decode(bytes).map_err(|not| Problem { place: not.place, ..Problem::of_file(path, not.message) })
}

fn too_large(path: &Path, size: u64, max_size: u64) -> Problem {
    let number = |n: u64| text::thousands(usize::try_from(n).unwrap_or(usize::MAX));
    let (size, limit) = (number(size), number(max_size));
    Problem::of_file(
        path,
        format!("is {size} bytes long, more than {limit}; raise the limit with --max-size"),
    )
}

/// The system's words without its error number.
fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let words = text.split(" (os error").next().unwrap_or(&text).to_lowercase();
    if error.kind() == io::ErrorKind::NotFound { "there is no such file".to_owned() } else { words }
}
