//! Decodes text, or says what the bytes are instead.

use crate::data::problem::place_after;

/// Why bytes are not text.
pub(super) struct NotText {
    /// Line and column of the first bytes that are not text; `None` if the whole file is something else.
    pub(super) place: Option<(usize, usize)>,
    pub(super) message: &'static str,
}

/// The text of a file without its byte order mark.
///
/// # Errors
/// What it is instead.
pub(super) fn decode(bytes: Vec<u8>) -> Result<String, NotText> {
    if let Some(message) = not_readable(&bytes) {
        return Err(NotText { place: None, message });
    }
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with('\u{feff}') {
                text.drain(..'\u{feff}'.len_utf8());
            }
            Ok(text)
        }
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let before = error.as_bytes().get(..good).unwrap_or_default();
            Err(NotText {
                place: Some(place_after((1, 1), before)),
                message: "is not UTF-8 text from here on; save the file as UTF-8",
            })
        }
    }
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
