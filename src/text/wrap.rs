//! Fits text into a width, by wrapping lines or cutting.

use super::glyph::{glyphs, is_printable_ascii};
use super::shown::width;
use std::borrow::Cow;
use std::ops::Range;

/// The lines of a text in at most `columns` cells each, as byte ranges of the text; never empty.
///
/// Lines break at spaces, after hyphens between letters, between wide letters, and inside a word only if it is too long
/// for a line. Line breaks of the text are kept. Spaces at a break belong to no line. A grapheme wider than `columns`
/// has a line of its own.
pub fn wrap(text: &str, columns: usize) -> Vec<Range<usize>> {
    let mut wrapper = Wrapper { columns: columns.max(1), ..Wrapper::default() };
    for glyph in glyphs(text) {
        if glyph.breaks {
            wrapper.close(glyph.range.end);
        } else if matches!(&*glyph.shown, " ") {
            wrapper.blank(glyph.range);
        } else {
            wrapper.joint(&glyph.shown);
            wrapper.letter(glyph.range, glyph.width);
        }
    }
    wrapper.close(text.len());
    wrapper.lines
}

#[derive(Default)]
struct Wrapper {
    columns: usize,
    lines: Vec<Range<usize>>,
    /// Where the line starts and where its last letter ends, in bytes.
    start: usize,
    end: usize,
    /// Cells from `start` on, including spaces.
    used: usize,
    /// The last possible break: the end of the line, the start of the next one, and the cells used up to that start.
    last_break: Option<(usize, usize, usize)>,
    /// Whether the last glyph was a letter, or a hyphen after a letter.
    joint: Joint,
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Joint {
    #[default]
    None,
    Letter,
    /// A hyphen after a letter; the line may break after it if another letter follows.
    Hyphen,
}

impl Wrapper {
    fn close(&mut self, next: usize) {
        self.lines.push(self.start..self.end.max(self.start));
        self.begin(next);
    }

    fn begin(&mut self, at: usize) {
        (self.start, self.end, self.used, self.last_break) = (at, at, 0, None);
    }

    /// Lets the line break between a hyphen and this glyph if both are within a word.
    fn joint(&mut self, shown: &str) {
        let is_letter = shown.chars().next().is_some_and(char::is_alphabetic);
        let is_hyphen = matches!(shown, "-" | "–" | "—" | "/");
        if self.joint == Joint::Hyphen && is_letter && self.end > self.start {
            self.last_break = Some((self.end, self.end, self.used));
        }
        self.joint = match self.joint {
            Joint::Letter if is_hyphen => Joint::Hyphen,
            _ if is_letter => Joint::Letter,
            _ => Joint::None,
        };
    }

    fn blank(&mut self, range: Range<usize>) {
        if self.end == self.start {
            // Spaces at the start of a line after a soft break are dropped.
            self.begin(range.end);
            return;
        }
        self.used += 1;
        self.joint = Joint::None;
        self.last_break = Some((self.end, range.end, self.used));
    }

    fn letter(&mut self, range: Range<usize>, width: usize) {
        if self.used + width > self.columns && self.end > self.start {
            match self.last_break.filter(|(end, _, _)| *end > self.start) {
                Some((end, next, cells)) => {
                    self.lines.push(self.start..end);
                    let kept = self.used.saturating_sub(cells);
                    let last = self.end.max(next);
                    (self.start, self.end, self.used, self.last_break) = (next, last, kept, None);
                }
                None => {
                    self.lines.push(self.start..self.end);
                    self.begin(range.start);
                }
            }
            if self.used + width > self.columns && self.end > self.start {
                // What was carried over is too long by itself.
                self.lines.push(self.start..self.end);
                self.begin(range.start);
            }
        }
        self.used += width;
        self.end = range.end;
        if width == 2 {
            self.last_break = Some((self.end, self.end, self.used));
        }
    }
}

/// The lines of a text, broken as [`wrap`] breaks them.
pub fn wrapped(text: &str, columns: usize) -> impl Iterator<Item = &str> {
    wrap(text, columns).into_iter().map(|line| text.get(line).unwrap_or_default())
}

/// The text in at most `columns` cells: if it is longer, it is cut between graphemes and ends in `mark`.
pub fn cut<'a>(text: &'a str, columns: usize, mark: &str) -> Cow<'a, str> {
    match fit(text, columns, width(mark)) {
        end if end == text.len() => Cow::Borrowed(text),
        _ if columns < width(mark) => Cow::Borrowed(""),
        end => Cow::Owned(format!("{}{mark}", text.get(..end).unwrap_or_default().trim_end())),
    }
}

/// A title or a name where each of many things has it beside its own: cut, if it is very long, so that a file costs what it
/// holds, not that times its longest title.
pub fn repeated(title: &str) -> Cow<'_, str> {
    /// In columns.
    const LONGEST: usize = 300;
    cut(title, LONGEST, "…")
}

/// How many bytes of the text fit into `columns` cells: all, or else as many graphemes as leave `reserve` cells free.
pub fn fit(text: &str, columns: usize, reserve: usize) -> usize {
    let room = columns.saturating_sub(reserve);
    // Up to one letter after those that fit, the next may belong to it.
    if is_printable_ascii(text.as_bytes().iter().take(columns.saturating_add(2))) {
        return if text.len() <= columns { text.len() } else { room };
    }
    let (mut used, mut keep) = (0, 0);
    for glyph in glyphs(text) {
        used += glyph.width;
        if used <= room {
            keep = glyph.range.end;
        }
        if used > columns {
            return keep;
        }
    }
    text.len()
}

#[cfg(test)]
#[allow(clippy::string_slice)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(text: &str, columns: usize) -> Vec<&str> {
        wrap(text, columns).into_iter().map(|r| &text[r]).collect()
    }

    #[test]
    fn lines_break_where_a_reader_expects() {
        for (text, columns, expected) in [
            ("one two three", 7, vec!["one two", "three"]),
            ("one  two", 3, vec!["one", "two"]),
            ("abcdefgh", 3, vec!["abc", "def", "gh"]),
            ("a\nb", 10, vec!["a", "b"]),
            ("a\n\nb", 10, vec!["a", "", "b"]),
            ("well-known fact", 6, vec!["well-", "known", "fact"]),
            ("it was [-less-] now", 10, vec!["it was", "[-less-]", "now"]),
            ("see [2–5] below", 7, vec!["see", "[2–5]", "below"]),
            ("at -20 degrees", 4, vec!["at", "-20", "degr", "ees"]),
            ("", 5, vec![""]),
            ("漢字漢字", 4, vec!["漢字", "漢字"]),
            ("漢", 1, vec!["漢"]),
            ("to abcdefghij", 4, vec!["to", "abcd", "efgh", "ij"]),
        ] {
            assert_eq!(lines(text, columns), expected, "{text:?} in {columns}");
        }
    }

    #[test]
    fn a_cut_says_so() {
        assert_eq!(cut("agreement", 9, "…"), "agreement");
        assert_eq!(cut("agreement", 5, "…"), "agre…");
        assert_eq!(cut("the big", 5, "…"), "the…");
        assert_eq!(cut("漢字", 3, "…"), "漢…");
        assert_eq!(cut("abc", 0, "…"), "");
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_no_letter_is_lost(text in any::<String>(), columns in 2usize..40) {
            let found = wrap(&text, columns);
            let mut kept = String::new();
            for range in found {
                let line = &text[range];
                prop_assert!(width(line) <= columns || glyphs(line).count() == 1, "{line:?}");
                kept.push_str(line);
            }
            let letters = |s: &str| glyphs(s).filter(|g| !g.breaks && &*g.shown != " ").map(|g| g.shown.into_owned()).collect::<String>();
            prop_assert_eq!(letters(&kept), letters(&text));
        }

        #[test]
        fn a_text_without_accents_fits_as_one_with_them(text in "[a-z ~-]{0,12}\u{301}?", columns in 0usize..14, reserve in 0usize..3) {
            let all: Vec<usize> = glyphs(&text).map(|glyph| glyph.range.end).collect();
            let room = columns.saturating_sub(reserve).min(all.len());
            let cut = room.checked_sub(1).map_or(0, |last| all[last]);
            let expected = if all.len() <= columns { text.len() } else { cut };
            prop_assert_eq!(fit(&text, columns, reserve), expected);
        }

        #[test]
        fn a_cut_text_fits(text in any::<String>(), columns in 1usize..40) {
            prop_assert!(width(&cut(&text, columns, "…")) <= columns);
        }
    }
}
