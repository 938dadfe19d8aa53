//! Folding: different spellings of a word become the same.
//!
//! A folded text has no case, no diacritics and no letters that only look or sound like Latin ones: `Əliyev`,
//! `ƏLİYEV` and `eliyev` become the same, `Issyk‑Kul` and `Ысык-Көл` similar. Digits of all scripts are those of ASCII. It is for comparing, never for showing;
//! a [`Folded`] maps ranges back to the original, in whole graphemes.

mod letters;
mod scripts;

use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, decompose_compatible};
use unicode_segmentation::UnicodeSegmentation;

/// A folded text that can be mapped back to the original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// One step for each grapheme of the original; empty if every byte stayed in place.
    steps: Vec<Step>,
    original_len: usize,
}

/// Where a grapheme starts, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Step {
    folded: usize,
    original: usize,
}

impl Folded {
    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the original that a range of the folded text came from, widened to whole graphemes.
    pub fn original_range(&self, folded: Range<usize>) -> Range<usize> {
        if self.steps.is_empty() {
            return folded.start.min(self.original_len)..folded.end.min(self.original_len);
        }
        let before = self.steps.partition_point(|step| step.folded <= folded.start);
        let after = self.steps.partition_point(|step| step.folded < folded.end);
        let start = before.checked_sub(1).and_then(|i| self.steps.get(i)).map_or(0, |step| step.original);
        let end = self.steps.get(after).map_or(self.original_len, |step| step.original);
        start..if folded.is_empty() { start } else { end.max(start) }
    }
}

/// Folds a text so that it can be mapped back.
pub fn fold(text: &str) -> Folded {
    let mut out = String::with_capacity(text.len());
    let mut steps = Vec::new();
    if text.is_ascii() {
        push_ascii(text, &mut out);
    } else {
        fold_graphemes(text, &mut out, |folded, original| steps.push(Step { folded, original }));
    }
    Folded { text: out, steps, original_len: text.len() }
}

/// Replaces `out` with the folded text.
pub fn fold_into(text: &str, out: &mut String) {
    out.clear();
    if text.is_ascii() {
        push_ascii(text, out);
    } else {
        fold_graphemes(text, out, |_, _| ());
    }
}

/// Whether a character is part of a word: a letter, a digit, a mark on one, or an invisible hyphen or joiner.
pub fn is_word_char(c: char) -> bool {
    is_plain_letter(c)
        || c.is_alphanumeric()
        || (!c.is_ascii()
            && (matches!(c, '\u{ad}' | '\u{200c}' | '\u{200d}')
                || unicode_normalization::char::is_combining_mark(c)))
}

/// Whether a character is a letter of a script whose words are written without blanks between them: Chinese, Japanese,
/// Thai, Lao, Khmer and Burmese. Vowel signs and tone marks count as letters unless folding drops them.
pub fn is_unspaced(c: char) -> bool {
    c >= '\u{e00}'
        && scripts::is_of_unspaced(c)
        && is_word_char(c)
        && !is_dropped(c)
        && letters::digit(c).is_none()
}

/// Letters of large alphabets, known without looking them up: Cyrillic, Arabic and Chinese ones.
fn is_plain_letter(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{481}' | '\u{620}'..='\u{64a}' | '\u{4e00}'..='\u{9fff}')
}

/// Whether a character is a grapheme of its own beside others of which this is true.
fn is_alone(c: char) -> bool {
    matches!(c, ' '..='~' | '\n' | '\u{c0}'..='\u{17e}') || is_plain_letter(c)
}

fn push_ascii(text: &str, out: &mut String) {
    out.push_str(text);
    out.make_ascii_lowercase();
}

/// Folds grapheme by grapheme; calls `step` with the start of each in the folded text and in the original.
fn fold_graphemes(text: &str, out: &mut String, mut step: impl FnMut(usize, usize)) {
    let mut word_end = 0;
    let mut look_alike = false;
    if text.chars().all(is_alone) {
        for (at, c) in text.char_indices() {
            step(out.len(), at);
            if at >= word_end && !c.is_ascii() {
                (word_end, look_alike) = script_of_word(text, at);
            }
            decompose_compatible(c, |part| push_letter(part, look_alike, out));
        }
        return;
    }
    for (at, grapheme) in text.grapheme_indices(true) {
        step(out.len(), at);
        if at >= word_end && !grapheme.is_ascii() {
            (word_end, look_alike) = script_of_word(text, at);
        }
        for c in grapheme.nfkd() {
            push_letter(c, look_alike, out);
        }
    }
}

fn push_letter(c: char, look_alike: bool, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    if is_dropped(c) {
        return;
    }
    if let Some(digit) = letters::digit(c) {
        out.push(digit);
        return;
    }
    for lower in c.to_lowercase() {
        match letters::latin(lower, look_alike) {
            Some(latin) => out.push_str(latin),
            None => out.push(lower),
        }
    }
}

/// Accents, vowel points and invisible characters; marks that make another letter in other scripts stay.
fn is_dropped(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
        // Variation selectors, which choose among the glyphs of one letter.
        || matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
        || matches!(canonical_combining_class(c), 10..=36 | 200..)
}

/// The end of the word around `at`, and whether it has a Latin letter.
fn script_of_word(text: &str, at: usize) -> (usize, bool) {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let tail = after.chars().take_while(|c| is_word_char(*c));
    let end = at + tail.clone().map(char::len_utf8).sum::<usize>();
    let head = before.chars().rev().take_while(|c| is_word_char(*c));
    (end.max(at + 1), head.chain(tail).any(is_latin))
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic()
        || (matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') && c.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings_become_one() {
        for (text, folded) in [
            ("Renewable", "renewable"),
            ("Əliyev", "eliyev"),
            ("İLHAM", "ilham"),
            ("Qırğızıstan", "qirgizistan"),
            ("Şuşa", "susa"),
            ("Жапаров", "zhaparov"),
            ("Ысык-Көл", "ysyk-kol"),
            ("Азербайджан", "azerbaidzhan"),
            ("Азәрбајҹан", "azerbayjan"),
            ("Straße", "strasse"),
            ("Łódź", "lodz"),
            ("Þingvellir", "thingvellir"),
            ("cœur ÆSIR đong", "coeur aesir dong"),
            ("ﬁnance", "finance"),
            ("so\u{ad}ft", "soft"),
            ("Ελλάδα", "ellada"),
            // Cyrillic А and о inside Latin words.
            ("Аliуev cоuncil", "aliyev council"),
            ("日本", "日本"),
            ("葛\u{e0100}城", "葛城"),
            // Digits of Arabic, Persian, Devanagari, Thai, Burmese and full width.
            ("٢٠٢٢ ۲۰۲۲ २०२२ ๒๐๒๒ ၂၀၂၂ ２０２２", "2022 2022 2022 2022 2022 2022"),
        ] {
            assert_eq!(fold(text).text(), folded, "{text}");
        }
    }

    #[test]
    fn the_way_back_is_whole_graphemes() {
        let text = "a\u{301} Straße";
        let folded = fold(text);
        assert_eq!(folded.text(), "a strasse");
        assert_eq!(folded.original_range(0..1), 0..3);
        let at = folded.text().find("ss").unwrap();
        assert_eq!(text.get(folded.original_range(at..at + 1)), Some("ß"));
        assert_eq!(text.get(folded.original_range(2..9)), Some("Straße"));
    }

    #[test]
    fn an_invisible_hyphen_is_inside_the_word_and_not_at_its_end() {
        let text = "so\u{ad}ft\u{ad} x";
        let folded = fold(text);
        assert_eq!(text.get(folded.original_range(0..4)), Some("so\u{ad}ft"));
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in any::<String>()) {
            let once = fold(&text);
            let twice = fold(once.text());
            prop_assert_eq!(twice.text(), once.text());
        }

        #[test]
        fn both_doors_fold_alike(text in "[a-zА-яəıßé '\u{301}]{0,20}") {
            let mut out = String::from("old");
            fold_into(&text, &mut out);
            let folded = fold(&text);
            prop_assert_eq!(folded.text(), out);
        }

        #[test]
        fn ranges_fall_on_graphemes(text in any::<String>(), a in 0usize..40, b in 0usize..40) {
            let folded = fold(&text);
            let range = folded.original_range(a.min(b)..a.max(b));
            let cuts: Vec<usize> = text.grapheme_indices(true).map(|(i, _)| i).chain([text.len()]).collect();
            if !text.is_ascii() {
                prop_assert!(cuts.contains(&range.start) && cuts.contains(&range.end));
            }
            prop_assert!(text.get(range).is_some());
        }
    }
}
