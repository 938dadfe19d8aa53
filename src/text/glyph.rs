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
        let next = text.get(start..).and_then(|rest| rest.chars().next());
        let shown = show(grapheme, next);
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

/// Whether all of these bytes are printable ASCII characters, each of which has one cell.
pub(super) fn is_printable_ascii<'a>(bytes: impl IntoIterator<Item = &'a u8>) -> bool {
    bytes.into_iter().all(|byte| matches!(byte, b' '..=b'~'))
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

/// What to show for a grapheme, given the character after it.
fn show(grapheme: &str, next: Option<char>) -> Cow<'_, str> {
    let mut chars = grapheme.chars();
    match (chars.next(), chars.next()) {
        (Some(' '..='~'), None) => Cow::Borrowed(grapheme),
        (Some('\t'), None) => Cow::Borrowed(" "),
        (Some('\r'), Some('\n')) => Cow::Borrowed("␊"),
        (Some(first), None) => show_char(first, grapheme),
        (Some(_), Some(_)) => show_cluster(grapheme, next),
        (None, _) => Cow::Borrowed(""),
    }
}

fn show_char(c: char, grapheme: &str) -> Cow<'_, str> {
    if is_command(c) || is_joiner(c) || is_selector(c) {
        return Cow::Owned(sign(c));
    }
    if grapheme.width() == 0 {
        return Cow::Owned(if is_mark(c) { format!("◌{c}") } else { sign(c) });
    }
    Cow::Borrowed(grapheme)
}

/// A letter with its marks, or a joined emoji.
fn show_cluster(grapheme: &str, next: Option<char>) -> Cow<'_, str> {
    let mut chars = grapheme.chars().peekable();
    let (mut out, mut before, mut marks) = (String::new(), None, 0);
    while let Some(c) = chars.next() {
        let after = chars.peek().copied();
        let is_clean = match c {
            _ if is_command(c) => false,
            _ if is_joiner(c) => is_joining(c, before, after, next),
            _ if is_selector(c) => before.is_some_and(|before| !is_mark(before) && !is_joiner(before)),
            _ => true,
        };
        if !is_clean {
            out.push_str(&sign(c));
        } else if is_mark(c) {
            marks += 1;
            if before.is_none() {
                out.push('◌');
            }
            if marks <= MAX_MARKS {
                out.push(c);
            }
        } else {
            out.push(c);
        }
        before = Some(c);
    }
    match out == grapheme && grapheme.width() > 0 {
        true => Cow::Borrowed(grapheme),
        false => Cow::Owned(out),
    }
}

/// Whether a joiner does what it is for: between letters of a script that joins them, or within an emoji or a conjunct, which
/// are one grapheme. `after` is the next character of its grapheme, `next` the first one of the next grapheme; a text may also end
/// here because it is a part of another.
fn is_joining(joiner: char, before: Option<char>, after: Option<char>, next: Option<char>) -> bool {
    let is_within = after.is_some_and(|c| !is_mark(c) && !is_joiner(c) && !is_selector(c));
    let letters = before.is_some_and(joins_letters) && after.or(next).is_none_or(joins_letters);
    letters || joiner == '\u{200d}' && is_within
}

/// Whether a character is of a script whose letters join or form conjuncts: Arabic, Syriac, N'Ko, Mongolian and the like, and
/// those of Indic descent.
fn joins_letters(c: char) -> bool {
    (c.is_alphabetic() || is_mark(c))
        && matches!(c, '\u{620}'..='\u{7ff}' | '\u{840}'..='\u{dff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{18af}'
            | '\u{1b00}'..='\u{1bff}' | '\u{a840}'..='\u{a8ff}' | '\u{a980}'..='\u{a9ff}' | '\u{aa60}'..='\u{aa7f}'
            | '\u{abc0}'..='\u{abff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10a00}'..='\u{10fff}'
            | '\u{11000}'..='\u{11fff}' | '\u{1e900}'..='\u{1e95f}')
}

/// A visible symbol for a character that must not reach a terminal as it is.
fn sign(c: char) -> String {
    match u32::from(c) {
        n @ 0..=0x1f => char::from_u32(0x2400 + n).map(String::from).unwrap_or_default(),
        0x7f => "␡".to_owned(),
        n => format!("<{n:04X}>"),
    }
}

/// Whether a character controls a terminal, changes the direction of writing or is invisible. The blank of braille is: no text
/// has it, and the charts that draw with braille do not come this way.
pub fn is_command(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
            | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
            | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e00ff}')
}

/// Whether a character may have no place on a screen: a command, a joiner or a selector of forms.
pub fn is_hidden(c: char) -> bool {
    is_command(c) || is_joiner(c) || is_selector(c)
}

/// Whether it chooses the form of the character before it. More than one, or one after nothing to choose, would be a hidden message.
fn is_selector(c: char) -> bool {
    matches!(c, '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// See [`is_joining`].
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
            assert_eq!((text.width(), &*show(&text, None)), (1, text.as_str()), "{c:?}");
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
