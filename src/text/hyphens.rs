//! Words that a hyphen joins or a line break cuts: "co-operation" is "cooperation" as well as "co" and "operation".

use super::fold::{fold, fold_into, is_unspaced};
use super::words::Word;
use std::ops::Range;

/// Where the words begin that hyphens make of the last word of a text and those before it, while the text is read.
#[derive(Clone, Debug, Default)]
pub struct Joins {
    /// The word that was read last; `None` before the first.
    last: Option<Range<usize>>,
    /// The beginnings of the words before it, the nearest first.
    starts: [usize; Joins::MOST - 1],
    joined: usize,
}

impl Joins {
    /// The most words that are joined to one.
    pub const MOST: usize = 4;

    /// Reads the next word of a text and returns where the joined words that end with it begin: first that of this word
    /// and the one before, then of this word and the two before, and so on.
    pub fn next(&mut self, text: &str, word: &Range<usize>) -> &[usize] {
        self.joined = match &self.last {
            Some(last) if are_joined(text, last.end..word.start) => {
                self.starts.rotate_right(1);
                if let Some(nearest) = self.starts.first_mut() {
                    *nearest = last.start;
                }
                self.starts.len().min(self.joined + 1)
            }
            _ => 0,
        };
        self.last = Some(word.clone());
        self.starts.get(..self.joined).unwrap_or_default()
    }
}

/// Calls `each` with the words of a text in order; several words at once if hyphens join them and `is_known` is true for the
/// bytes of the joined word. Of several ways to join, the longest is taken first.
pub fn each_joined<'a>(
    text: &str,
    words: impl Iterator<Item = Word<'a>>,
    is_known: impl Fn(Range<usize>) -> bool,
    mut each: impl FnMut(&[Range<usize>]),
) {
    let mut chain: Vec<Range<usize>> = Vec::new();
    let mut end_chain = |chain: &mut Vec<Range<usize>>| {
        let mut rest = chain.as_slice();
        while !rest.is_empty() {
            let is_joined = |many: &usize| is_known(span(rest.get(..*many).unwrap_or_default()));
            let many = (2..=rest.len().min(Joins::MOST)).rev().find(is_joined).unwrap_or(1);
            let (parts, after) = rest.split_at_checked(many).unwrap_or((rest, &[]));
            each(parts);
            rest = after;
        }
        chain.clear();
    };
    for word in words {
        if chain.last().is_some_and(|last| !are_joined(text, last.end..word.range.start)) {
            end_chain(&mut chain);
        }
        chain.push(word.range);
    }
    end_chain(&mut chain);
}

/// The bytes from the first to the last of these words; empty if there are none.
pub fn span(words: &[Range<usize>]) -> Range<usize> {
    words.first().zip(words.last()).map_or(0..0, |(first, last)| first.start..last.end)
}

/// Replaces `out` with a joined word, given as printed: folded, without its hyphens and line breaks.
pub fn fold_joined(printed: &str, out: &mut String) {
    fold_into(printed, out);
    out.retain(|c| !is_left_out(c));
}

/// The bytes of a joined word as printed that a part of it as [`fold_joined`] came from.
pub fn printed_range(printed: &str, part: Range<usize>) -> Range<usize> {
    let folded = fold(printed);
    let (mut kept, mut start, mut end) = (0, 0, 0);
    for (at, c) in folded.text().char_indices().filter(|(_, c)| !is_left_out(*c)) {
        if kept <= part.start {
            start = at;
        }
        if kept < part.end {
            end = at + c.len_utf8();
        }
        kept += c.len_utf8();
    }
    folded.original_range(start..end.max(start))
}

fn is_left_out(c: char) -> bool {
    is_hyphen(c) || c.is_whitespace()
}

/// Hyphens of all kinds: of Unicode's property of this name, the maqaf of Hebrew, and the bullet that some printers use for one.
pub fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{ad}' | '\u{58a}' | '\u{5be}' | '\u{1806}' | '\u{2010}' | '\u{2011}' | '\u{2043}')
        || matches!(c, '\u{2e17}' | '\u{fe63}' | '\u{ff0d}')
}

/// Whether a text may have a hyphen. It is not decoded for that, so any letter outside ASCII counts as one.
pub fn may_have_hyphens(text: &str) -> bool {
    !text.is_ascii() || text.contains('-')
}

/// Whether only a hyphen is between two words, and after it at most blanks or a line break. Numbers, and letters that are words
/// by themselves, are not joined.
fn are_joined(text: &str, gap: Range<usize>) -> bool {
    let between = text.get(gap.clone()).unwrap_or_default();
    // Nearly all words have a single blank between them.
    if between == " " {
        return false;
    }
    let before = text.get(..gap.start).and_then(|text| text.chars().next_back());
    let after = text.get(gap.end..).and_then(|text| text.chars().next());
    let rest = match between.strip_prefix(is_hyphen) {
        Some(rest) => rest,
        // An invisible hyphen is a part of the word before it.
        None if before == Some('\u{ad}') && between.contains('\n') => between,
        None => return false,
    };
    let is = |test: fn(char) -> bool, c: Option<char>| c.is_some_and(test);
    let numbers = is(char::is_numeric, before) && is(char::is_numeric, after);
    let letters = is(is_unspaced, before) || is(is_unspaced, after);
    rest.chars().all(char::is_whitespace) && !numbers && !letters
}

#[cfg(test)]
#[allow(clippy::string_slice)]
mod tests {
    use super::*;
    use crate::text::words;
    use proptest::prelude::*;

    fn joined(text: &str) -> Vec<String> {
        let mut joins = Joins::default();
        let mut found = Vec::new();
        for word in words(text) {
            for start in joins.next(text, &word.range) {
                let mut out = String::new();
                fold_joined(&text[*start..word.range.end], &mut out);
                found.push(out);
            }
        }
        found
    }

    #[test]
    fn hyphens_join_words() {
        for (text, expected) in [
            ("Co-operation", &["cooperation"][..]),
            ("co‐operation co‑operation co⁃operation", &["cooperation"; 3]),
            ("co-\noperation, co- operation, co\u{ad}\n operation", &["cooperation"; 3]),
            ("non-co-operation", &["nonco", "cooperation", "noncooperation"]),
            ("COVID-19", &["covid19"]),
            ("coopéra-\r\ntion", &["cooperation"]),
            // The invisible hyphen inside a word needs no joining.
            ("co\u{ad}operation", &[]),
            ("one - two, one -two, 2022-04-20, 1-2, 主-权, one–two, one, two", &[]),
            ("- one\n- two", &[]),
        ] {
            assert_eq!(joined(text), expected, "{text}");
        }
    }

    #[test]
    fn known_words_are_joined_the_longest_first() {
        let known = ["cooperation", "noncooperation", "international"];
        let parts = |text: &str| {
            let mut found = Vec::new();
            let is_known = |range: Range<usize>| {
                let mut out = String::new();
                fold_joined(&text[range], &mut out);
                known.contains(&out.as_str())
            };
            each_joined(text, words(text), is_known, |parts| found.push(text[span(parts)].to_owned()));
            found
        };
        assert_eq!(parts("a non-co-operation pact"), ["a", "non-co-operation", "pact"]);
        assert_eq!(parts("self-co-operation"), ["self", "co-operation"]);
        assert_eq!(parts("inter-\nnational one-to-one"), ["inter-\nnational", "one", "to", "one"]);
        assert_eq!(parts("-"), Vec::<&str>::new());
    }

    #[test]
    fn a_part_of_a_joined_word_is_found_in_print() {
        for (printed, part, expected) in [
            ("co-operation", 0..11, "co-operation"),
            ("co-operation", 0..4, "co-op"),
            ("co-operation", 2..11, "operation"),
            ("co-\noperation", 0..2, "co"),
            ("Coopé-ration", 3..6, "pé-r"),
        ] {
            assert_eq!(&printed[printed_range(printed, part)], expected);
        }
    }

    proptest! {
        #[test]
        fn every_word_comes_once(text in "[a-c1主é \u{ad}\n-]{0,40}", all in any::<bool>()) {
            let mut ranges = Vec::new();
            each_joined(&text, words(&text), |_| all, |parts| ranges.extend_from_slice(parts));
            let expected: Vec<_> = words(&text).map(|word| word.range).collect();
            prop_assert_eq!(ranges, expected);
        }

        #[test]
        fn printed_ranges_are_inside(printed in "[a-céЖ\u{301}\u{ad}\n-]{0,12}", a in 0usize..12, b in 0usize..12) {
            prop_assert!(printed.get(printed_range(&printed, a.min(b)..a.max(b))).is_some());
        }
    }
}
