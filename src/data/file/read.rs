//! Reads the text of one file, or says why it cannot.

use super::disk::{OnDisk, Operation, ask};
use super::encoding::{decode, utf16};
use super::patience::{PATIENCE, Patient};
use crate::data::problem::Problem;
use crate::text;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The largest size of a file that is read by default, in bytes: 1 GiB.
pub const DEFAULT_MAX_SIZE: u64 = 1 << 30;

/// The text of a regular file of at most `max_size` bytes, or of standard input if the path is `-`.
///
/// # Errors
/// The file cannot be read, is not a regular file, is too large, or is not text.
pub fn read_text(path: &Path, max_size: u64) -> Result<String, Problem> {
    let bytes = read_bytes(path, max_size)?;
    decode(path, &bytes).map(str::to_owned)
}

/// The bytes of a regular file of at most `max_size` bytes, or of standard input if the path is `-`.
///
/// # Errors
/// The file cannot be read, is not a regular file, or is too large.
pub fn read_bytes(path: &Path, max_size: u64) -> Result<Vec<u8>, Problem> {
    if path == Path::new("-") {
        return bytes_within(path, io::stdin().lock(), 0, max_size);
    }
    bytes_of_file(path, max_size)
}

/// The bytes of a table: those of the file, or those of its text in UTF-8 if it is UTF-16, without a byte order mark.
///
/// # Errors
/// The file cannot be read, is not a regular file, or is too large.
pub(in crate::data) fn read_table(path: &Path, max_size: u64) -> Result<Vec<u8>, Problem> {
    let bytes = bytes_of_file(path, max_size)?;
    Ok(match utf16(&bytes) {
        Some(text) => text.into_bytes(),
        None => bytes.strip_prefix("\u{feff}".as_bytes()).map(<[u8]>::to_vec).unwrap_or(bytes),
    })
}

/// The bytes of a regular file of at most `max_size` bytes.
///
/// # Errors
/// The file cannot be read, is not a regular file, or is too large.
fn bytes_of_file(path: &Path, max_size: u64) -> Result<Vec<u8>, Problem> {
    let (file, size) = open(path, max_size)?;
    let file = OnDisk(file);
    // A file of the system that waits for news, as /proc/kmsg does, has no size.
    match size {
        0 => bytes_within(path, Patient::new(file, PATIENCE), size, max_size),
        _ => bytes_within(path, file, size, max_size),
    }
}

/// Opens a regular file of at most `max_size` bytes; also returns its size.
///
/// # Errors
/// The file cannot be read, is not a regular file, or is too large.
fn open(path: &Path, max_size: u64) -> Result<(File, u64), Problem> {
    let cannot = |error: io::Error| Problem::of_file(path, format!("cannot be read: {}", reason(&error)));
    let about = std::fs::metadata(path).map_err(cannot)?;
    if about.is_dir() {
        return Err(Problem::of_file(path, "is a folder, not a file"));
    }
    if !about.is_file() {
        return Err(Problem::of_file(path, "is not a regular file"));
    }
    if about.len() > max_size {
        return Err(too_large(path, about.len(), max_size));
    }
    Ok((ask(Operation::Open, || File::open(path)).map_err(cannot)?, about.len()))
}

/// Reads about `expected` bytes, at most `max_size`.
fn bytes_within(path: &Path, from: impl Read, expected: u64, max_size: u64) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or(0));
    // One byte more than allowed reveals a file that has grown since.
    from.take(max_size.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| Problem::of_file(path, format!("cannot be read: {}", reason(&error))))?;
    if bytes.len() as u64 > max_size {
        return Err(too_large(path, bytes.len() as u64, max_size));
    }
    Ok(bytes)
}

fn too_large(path: &Path, size: u64, max_size: u64) -> Problem {
    let number = |n: u64| text::thousands(usize::try_from(n).unwrap_or(usize::MAX));
    let (size, limit) = (number(size), number(max_size));
    Problem::of_file(
        path,
        format!("is {size} bytes long, more than {limit}; raise the limit with --max-size"),
    )
}

/// Why the system cannot read.
pub(in crate::data) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        _ => text::reason(error),
    }
}
