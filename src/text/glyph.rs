//! One grapheme of a text, and what a screen may show for it.

use std::borrow::Cow;
use std::ops::Range;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};
use unicode_width::UnicodeWidthStr;

/// The most marks on one letter that are shown: no script needs more, and a file may have a million.
const MAX_MARKS: usize = 8;

/// One grapheme, ready for a screen.
pub struct Glyph<'a> {
    /// Its bytes in the original text.
    pub range: Range<usize>,
    /// What to show: the grapheme, or a visible symbol for one that could control or confuse a terminal.
    pub shown: Cow<'a, str>,
    /// The cells it takes, at least one.
    pub width: usize,
    /// Whether the grapheme is a line break.
    pub breaks: bool,
}

/// The graphemes of a text in order; together their ranges cover all of it.
pub fn glyphs(text: &str) -> impl Iterator<Item = Glyph<'_>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let (grapheme, is_plain) = first_grapheme(text.get(start..)?)?;
        let range = start..start + grapheme.len();
        start = range.end;
        if is_plain {
            return Some(Glyph { range, shown: Cow::Borrowed(grapheme), width: 1, breaks: false });
        }
        let shown = show(grapheme);
        let width = shown.width().max(1);
        Some(Glyph { range, shown, width, breaks: matches!(grapheme, "\n" | "\r\n") })
    })
}

/// The first grapheme of a text, and whether it is plain; `None` if the text is empty. Most text is plain, and needs no
/// look at the Unicode tables.
fn first_grapheme(text: &str) -> Option<(&str, bool)> {
    let mut chars = text.chars();
    let is_plain = is_plain(chars.next()?) && chars.clone().next().is_none_or(is_plain);
    if is_plain {
        let end = text.len() - chars.as_str().len();
        return Some((text.get(..end)?, true));
    }
    Some((text.graphemes(true).next()?, false))
}

/// Whether a character is shown as it is, in one cell, and is a grapheme of its own unless something that is not plain
/// follows: printable ASCII, plain Latin and Cyrillic letters, dashes, quotes, lines and blocks.
pub fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{400}'..='\u{481}' | '–' | '—' | '’' | '“' | '”' | '…'
        | '\u{2500}'..='\u{25fc}')
}

/// The range widened to whole graphemes.
pub fn whole_graphemes(text: &str, range: Range<usize>) -> Range<usize> {
    let cursor = |at: usize| GraphemeCursor::new(at.min(text.len()), text.len(), true);
    let is_whole = |at| cursor(at).is_boundary(text, 0).unwrap_or(true);
    let start =
        if is_whole(range.start) { None } else { cursor(range.start).prev_boundary(text, 0).ok().flatten() };
    let end =
        if is_whole(range.end) { None } else { cursor(range.end).next_boundary(text, 0).ok().flatten() };
    start.unwrap_or(range.start)..end.unwrap_or(range.end)
}

fn show(grapheme: &str) -> Cow<'_, str> {
    let mut chars = grapheme.chars();
    match (chars.next(), chars.next()) {
        (Some(' '..='~'), None) => Cow::Borrowed(grapheme),
        (Some('\t'), None) => Cow::Borrowed(" "),
        (Some('\r'), Some('\n')) => Cow::Borrowed("␊"),
        (Some(first), None) => show_char(first, grapheme),
        (Some(first), Some(_)) => show_cluster(first, grapheme),
        (None, _) => Cow::Borrowed(""),
    }
}

fn show_char(c: char, grapheme: &str) -> Cow<'_, str> {
    if is_command(c) || is_joiner(c) {
        return Cow::Owned(sign(c));
    }
    if grapheme.width() == 0 {
        return Cow::Owned(if is_mark(c) { format!("◌{c}") } else { sign(c) });
    }
    Cow::Borrowed(grapheme)
}

/// A letter with its marks, or a joined emoji.
fn show_cluster(first: char, grapheme: &str) -> Cow<'_, str> {
    let joins = !first.is_ascii() && !is_command(first) && !is_mark(first);
    let clean = |c: char| !is_command(c) && (joins || !is_joiner(c));
    let marks = grapheme.chars().filter(|c| is_mark(*c)).count();
    if grapheme.chars().all(clean) && marks <= MAX_MARKS && !is_mark(first) && grapheme.width() > 0 {
        return Cow::Borrowed(grapheme);
    }
    let mut out = String::new();
    let mut marks = 0;
    for (i, c) in grapheme.chars().enumerate() {
        if is_mark(c) {
            marks += 1;
            if i == 0 {
                out.push('◌');
            }
            if marks <= MAX_MARKS {
                out.push(c);
            }
        } else if clean(c) {
            out.push(c);
        } else {
            out.push_str(&sign(c));
        }
    }
    Cow::Owned(out)
}

/// A visible symbol for a character that must not reach a terminal as it is.
fn sign(c: char) -> String {
    match u32::from(c) {
        n @ 0..=0x1f => char::from_u32(0x2400 + n).map(String::from).unwrap_or_default(),
        0x7f => "␡".to_owned(),
        n => format!("<{n:04X}>"),
    }
}

/// Whether a character controls a terminal, changes the direction of writing or is invisible.
pub fn is_command(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
            | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e00ff}')
}

/// Joiners belong inside an emoji or an Arabic or Indic word, and nowhere else.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn plain_characters_are_one_cell_and_one_grapheme_beside_each_other() {
        for c in (' '..=char::MAX).filter(|c| is_plain(*c)) {
            let text = c.to_string();
            assert_eq!((text.width(), &*show(&text)), (1, text.as_str()), "{c:?}");
            for text in [format!("{c}a"), format!("a{c}"), format!("{c}{c}"), format!("{c}©")] {
                assert_eq!(text.graphemes(true).count(), 2, "{text:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn glyphs_are_the_graphemes(text in any::<String>(), mixed in "[a-zà-ſа-я─-▪◌\u{300}-\u{306}\u{200d}\u{600}🇦-🇿👩🌾👍🏽각\r\n]{0,20}") {
            for text in [text, mixed] {
                let ranges: Vec<Range<usize>> = glyphs(&text).map(|glyph| glyph.range).collect();
                let graphemes = text.grapheme_indices(true).map(|(start, own)| start..start + own.len());
                prop_assert_eq!(ranges, graphemes.collect::<Vec<_>>());
            }
        }
    }
}
