//! The order in which a terminal that knows nothing of right-to-left text has to draw it, by the Unicode Bidirectional
//! Algorithm (UAX #9). Texts keep the order in which they are read; only drawing asks for this.

use super::glyph::{Glyph, glyphs};
use std::borrow::Cow;
use unicode_bidi::{BidiInfo, Level};

/// Whether a text may have a letter that is written from right to left.
pub fn may_turn(text: &str) -> bool {
    text.chars().any(|c| {
        matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}')
    })
}

/// The graphemes of a line from left to right, each with its place in the text. Brackets in text that runs to the left are
/// mirrored.
pub fn visual_glyphs(text: &str) -> Vec<Glyph<'_>> {
    let mut all: Vec<Glyph<'_>> = glyphs(text).collect();
    if !may_turn(text) {
        return all;
    }
    // What is shown has no character that would turn it; a text could hide some.
    let mut shown = String::new();
    let starts: Vec<usize> = all
        .iter()
        .map(|glyph| {
            shown.push_str(&glyph.shown);
            shown.len() - glyph.shown.len()
        })
        .collect();
    let bidi = BidiInfo::new(&shown, None);
    let level = |start: &usize| bidi.levels.get(*start).copied().unwrap_or(Level::ltr());
    let levels: Vec<Level> = starts.iter().map(level).collect();
    for (glyph, level) in all.iter_mut().zip(&levels) {
        if let Some(mirrored) = mirrored(&glyph.shown).filter(|_| level.is_rtl()) {
            glyph.shown = Cow::Borrowed(mirrored);
        }
    }
    let mut all: Vec<Option<Glyph<'_>>> = all.into_iter().map(Some).collect();
    let order = BidiInfo::reorder_visual(&levels);
    order.into_iter().filter_map(|place| all.get_mut(place)?.take()).collect()
}

/// The bracket that faces the other way.
fn mirrored(shown: &str) -> Option<&'static str> {
    Some(match shown {
        "(" => ")",
        ")" => "(",
        "[" => "]",
        "]" => "[",
        "{" => "}",
        "}" => "{",
        "<" => ">",
        ">" => "<",
        "«" => "»",
        "»" => "«",
        "‹" => "›",
        "›" => "‹",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn visual(text: &str) -> String {
        visual_glyphs(text).into_iter().map(|glyph| glyph.shown).collect()
    }

    #[test]
    fn text_from_right_to_left_is_reordered() {
        for (text, seen) in [
            ("plain (text)", "plain (text)"),
            ("שלום", "םולש"),
            ("אמנה 1994 (נוסח)", "(חסונ) 1994 הנמא"),
            ("Treaty שלום 5", "Treaty 5 םולש"),
            ("المادة 12", "12 ةداملا"),
            ("סעיף: trade", "trade :ףיעס"),
            // A hidden mark that would turn the rest is shown and turns nothing.
            ("abc \u{202e}def", "abc <202E>def"),
        ] {
            assert_eq!(visual(text), seen, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_grapheme_is_drawn_once(text in "[a-z0-9 ()א-תء-ي\u{5b0}-\u{5c7}\u{202a}-\u{202e}\u{2066}-\u{2069}字👩\u{200d}🌾]{0,30}|\\PC{0,20}") {
            let logical: Vec<_> = glyphs(&text).map(|glyph| (glyph.range, glyph.width)).collect();
            let mut seen: Vec<_> = visual_glyphs(&text).into_iter().map(|glyph| (glyph.range, glyph.width)).collect();
            seen.sort_by_key(|(range, _)| range.start);
            prop_assert_eq!(seen, logical);
        }

        #[test]
        fn text_without_letters_from_right_to_left_stays(text in "[a-zА-я0-9 ()字\u{202e}]{0,30}") {
            let logical: String = glyphs(&text).map(|glyph| glyph.shown).collect();
            prop_assert_eq!(visual(&text), logical);
        }
    }
}
