//! Text filtered for a screen.

use super::glyph::{glyphs, is_plain, is_printable_ascii};
use std::borrow::Cow;

/// The text as one line for a screen: control characters and direction marks are made visible, a line break is `␊`.
pub fn shown(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(glyphs(text).map(|g| g.shown).collect())
}

/// As [`shown`], but line breaks stay.
pub fn shown_lines(text: &str) -> String {
    let lines: Vec<Cow<'_, str>> = text.lines().map(shown).collect();
    lines.join("\n")
}

/// The number of cells of the text as [`shown`].
pub fn width(text: &str) -> usize {
    if is_printable_ascii(text.as_bytes()) {
        return text.len();
    }
    if text.chars().all(is_plain) {
        return text.chars().count();
    }
    glyphs(text).map(|g| g.width).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_would_command_a_terminal_is_made_visible() {
        for (text, expected) in [
            ("plain", "plain"),
            ("a\u{1b}[2Jb", "a␛[2Jb"),
            ("a\u{1b}]52;c;eA==\u{7}b", "a␛]52;c;eA==␇b"),
            ("a\rb", "a␍b"),
            ("a\tb", "a b"),
            ("a\nb", "a␊b"),
            ("a\u{7f}b", "a␡b"),
            ("a\u{9b}2Jb", "a<009B>2Jb"),
            ("a\u{202e}b", "a<202E>b"),
            ("a\u{2066}b", "a<2066>b"),
            ("a\u{200b}b", "a<200B>b"),
            ("\u{feff}a", "<FEFF>a"),
            ("so\u{ad}ft", "so<00AD>ft"),
            ("a\u{e0041}b", "a<E0041>b"),
            ("\u{301}a", "◌\u{301}a"),
            ("👩\u{200d}🌾", "👩\u{200d}🌾"),
            ("a\u{200d}b", "a<200D>b"),
            ("a\u{34f}b", "a<034F>b"),
            ("क\u{17b4}ក\u{17b5}", "क<17B4>ក<17B5>"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("क्\u{200d}ष क्\u{200c}ष", "क्\u{200d}ष क्\u{200c}ष"),
            ("م\u{200c} م\u{200c}a", "م<200C> م<200C>a"),
            ("é\u{200c}b ж\u{200d}ж", "é<200C>b ж<200D>ж"),
            ("👍\u{200d}a", "👍<200D>a"),
            ("❤\u{fe0f} 葛\u{e0100}", "❤\u{fe0f} 葛\u{e0100}"),
            ("a\u{fe01}\u{fe02}b", "a\u{fe01}<FE02>b"),
            ("a\u{e0101}\u{e0102}\u{e0103}", "a\u{e0101}<E0102><E0103>"),
            ("a\u{2800}b", "a<2800>b"),
            ("Əliyev Жапаров", "Əliyev Жапаров"),
        ] {
            assert_eq!(shown(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_mountain_of_accents_is_cut_to_eight() {
        let text = format!("a{}", "\u{301}".repeat(1000));
        assert_eq!(shown(&text).chars().count(), 9);
        assert_eq!(width(&text), 1);
    }

    proptest! {
        #[test]
        fn nothing_shown_can_command_a_terminal(text in any::<String>()) {
            let shown = shown(&text);
            let turns = |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}');
            prop_assert!(!shown.chars().any(|c| c.is_control() || turns(c)));
        }

        #[test]
        fn glyphs_cover_the_text_in_order(text in any::<String>()) {
            let mut at = 0;
            for glyph in glyphs(&text) {
                prop_assert_eq!(glyph.range.start, at);
                at = glyph.range.end;
            }
            prop_assert_eq!(at, text.len());
        }

        #[test]
        fn width_is_the_sum_of_the_glyphs(text in any::<String>()) {
            prop_assert_eq!(width(&text), glyphs(&text).map(|g| g.width).sum::<usize>());
        }
    }
}
