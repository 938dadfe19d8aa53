//! JSON that is safe to show.

use super::glyph::{glyphs, is_hidden};
use std::borrow::Cow;
use std::fmt::Write as _;

/// JSON in which everything that a screen would not show as it is is escaped too: see [`shown`](super::shown). It occurs only inside
/// strings, where an escape means the same.
pub fn escaped_json(json: &str) -> Cow<'_, str> {
    if !json.chars().any(|c| c != '\n' && is_hidden(c)) {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len() + 16);
    for glyph in glyphs(json) {
        let printed = json.get(glyph.range).unwrap_or_default();
        if glyph.breaks || glyph.shown == printed {
            out.push_str(printed);
        } else {
            printed.chars().for_each(|c| escape(c, &mut out));
        }
    }
    Cow::Owned(out)
}

/// Adds a character, escaped if it may be hidden.
fn escape(c: char, out: &mut String) {
    if c == '\n' || !is_hidden(c) {
        return out.push(c);
    }
    for unit in c.encode_utf16(&mut [0; 2]) {
        // Writing to a string does not fail.
        let _ = write!(out, "\\u{unit:04x}");
    }
}

#[cfg(test)]
mod tests {
    use super::escaped_json;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn escaped_json_means_the_same_and_commands_nothing(text in any::<String>()) {
            let json = serde_json::to_string_pretty(&[&text]).unwrap();
            let safe = escaped_json(&json);
            prop_assert_eq!(serde_json::from_str::<Vec<String>>(&safe).unwrap(), vec![text]);
            prop_assert!(!safe.chars().any(|c| c != '\n' && crate::text::is_command(c)));
        }

        #[test]
        fn what_is_shown_as_it_is_stays(text in "[a-zم\u{200c}\u{200d}\u{fe0f}\u{301}👩\u{202e}]{0,12}") {
            let json = serde_json::to_string(&text).unwrap();
            let safe = escaped_json(&json);
            prop_assert_eq!(&serde_json::from_str::<String>(&safe).unwrap(), &text);
            prop_assert_eq!(safe == json, !crate::text::glyphs(&json).any(|glyph| {
                let printed = json.get(glyph.range.clone()).unwrap();
                glyph.shown != printed && printed.chars().any(crate::text::is_hidden)
            }));
        }
    }
}
