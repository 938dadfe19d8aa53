//! Letters as a PDF names them, and as they are written.

use crate::text::is_right_to_left;
use unicode_normalization::UnicodeNormalization;

/// The text of a glyph: ligatures and letters that are only shapes of others written out, every blank a plain one, `None`
/// if it names no character.
pub(super) fn written(named: &str) -> Option<String> {
    let mut text = String::with_capacity(named.len());
    for c in named.chars() {
        match c {
            // Ligatures of Latin, shapes of Arabic and Hebrew letters, radicals that stand for ideographs.
            '\u{fb00}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{2e80}'..='\u{2fdf}' => {
                text.extend(c.nfkc())
            }
            // The bullet of the fonts "Symbol" and "Wingdings".
            '\u{f0b7}' | '\u{f0a7}' => text.push('•'),
            '\u{e000}'..='\u{f8ff}' | '\u{fffd}' => return None,
            _ if c.is_control() || c.is_whitespace() => text.push(' '),
            _ => text.push(c),
        }
    }
    Some(text)
}

/// The digits as superscripts: `Article 5` with the mark of a footnote is not Article 51. `None` if there is anything else.
pub(super) fn superscript(text: &str) -> Option<String> {
    let raised = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    text.chars().map(|c| raised.get(c.to_digit(10)? as usize).copied()).collect()
}

/// Puts letters that were read from left to right into the order in which they are written: backwards in right-to-left
/// scripts, but not their numbers.
pub(super) fn logical(visual: &[&str]) -> String {
    let runs_right = |letter: &str| letter.chars().all(|c| c.is_alphanumeric() && !is_right_to_left(c));
    let mut letters: Vec<&str> = visual.iter().rev().copied().collect();
    for run in letters.chunk_by_mut(|a, b| runs_right(a) && runs_right(b)) {
        if run.len() > 1 {
            run.reverse();
        }
    }
    letters.concat()
}

/// A text of the file itself: UTF-16 or UTF-8 with a byte order mark, else one byte a letter.
pub(super) fn text_string(bytes: &[u8]) -> String {
    if let Some(utf16) = bytes.strip_prefix(&[0xfe, 0xff]) {
        let units =
            utf16.chunks_exact(2).map(|pair| pair.iter().fold(0, |unit, byte| unit << 8 | u16::from(*byte)));
        return char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    }
    match bytes.strip_prefix("\u{feff}".as_bytes()) {
        Some(utf8) => String::from_utf8_lossy(utf8).into_owned(),
        None => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ligatures_and_shapes_are_written_out() {
        assert_eq!(written("ﬁ").as_deref(), Some("fi"));
        assert_eq!(written("ﻻ").as_deref(), Some("لا"));
        assert_eq!(written("\u{a0}").as_deref(), Some(" "));
        assert_eq!(written("\u{f0b7}").as_deref(), Some("•"));
        assert_eq!(written("\u{e123}"), None);
    }

    #[test]
    fn only_numbers_become_superscripts() {
        assert_eq!(superscript("12").as_deref(), Some("¹²"));
        assert_eq!(superscript("1a"), None);
    }

    #[test]
    fn numbers_in_right_to_left_words_keep_their_order() {
        assert_eq!(logical(&["1", "2", "-", "ة", "د", "ا", "م"]), "مادة-12");
    }
}
