//! Text as XML can hold it.

use quick_xml::escape::escape;
use std::borrow::Cow;
use std::fmt::Write;

/// Whether a line is read back unchanged: only single spaces, none at its ends, nothing that XML forbids.
pub(super) fn is_line(text: &str) -> bool {
    let mut before = ' ';
    for c in text.chars() {
        if (c.is_whitespace() && (c != ' ' || before == ' ')) || is_forbidden(c) {
            return false;
        }
        before = c;
    }
    before != ' '
}

pub(super) fn is_forbidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// A line of text, escaped; what XML forbids becomes U+FFFD.
pub(super) fn words(text: &str) -> String {
    let held: String = text
        .chars()
        .map(|c| match c {
            '\t' | '\n' | '\r' => ' ',
            c if is_forbidden(c) => '\u{fffd}',
            c => c,
        })
        .collect();
    escape(held.as_str()).into_owned()
}

/// The same JSON with the characters that XML forbids written as `\u` escapes.
pub(super) fn json_for_xml(json: &str) -> Cow<'_, str> {
    let is_plain = |c: char| c == '\n' || !is_forbidden(c);
    if json.chars().all(is_plain) {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        if is_plain(c) {
            out.push(c);
        } else {
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        }
    }
    Cow::Owned(out)
}
