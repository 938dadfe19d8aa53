//! Decodes text, or says what the bytes are instead.

use crate::data::problem::{Problem, place_after};
use std::path::Path;

/// The text of a file without its byte order mark.
///
/// # Errors
/// What the file is instead of text.
pub(in crate::data) fn decode<'a>(file: &Path, bytes: &'a [u8]) -> Result<&'a str, Problem> {
    if let Some(message) = not_readable(bytes) {
        return Err(Problem::of_file(file, message));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        Problem::of_file(file, "is not UTF-8 text from here on; save the file as UTF-8")
            .at(place_after((1, 1), before))
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// The text of bytes that are UTF-16, with or without a byte order mark.
pub(super) fn utf16(bytes: &[u8]) -> Option<String> {
    let (is_little, rest) = match bytes {
        [0xff, 0xfe, rest @ ..] => (true, rest),
        [0xfe, 0xff, rest @ ..] => (false, rest),
        [first, 0, ..] if *first != 0 => (true, bytes),
        [0, second, ..] if *second != 0 => (false, bytes),
        _ => return None,
    };
    let (pairs, _) = rest.as_chunks::<2>();
    let unit = |pair: &[u8; 2]| if is_little { u16::from_le_bytes(*pair) } else { u16::from_be_bytes(*pair) };
    String::from_utf16(&pairs.iter().map(unit).collect::<Vec<_>>()).ok()
}

/// What a file is, if it is recognised as something that cannot be read.
fn not_readable(bytes: &[u8]) -> Option<&'static str> {
    let start: Vec<u8> =
        bytes.iter().take(64).skip_while(|b| b.is_ascii_whitespace()).map(u8::to_ascii_lowercase).collect();
    match bytes {
        [] => Some("is empty; `accords --help` says what can be opened"),
        [0x1f, 0x8b, ..] => Some("is compressed with gzip; unpack it first"),
        [b'P', b'K', 3, 4, ..] => Some("is a ZIP archive; unpack it first"),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some("is UTF-16 text; save it as UTF-8"),
        _ if start.starts_with(b"<!doctype html") || start.starts_with(b"<html") => {
            Some("looks like a web page (HTML), not a dossier; a download may have failed")
        }
        _ if memchr::memchr(0, bytes).is_some() => Some("is not text (it contains NUL bytes)"),
        _ => None,
    }
}
