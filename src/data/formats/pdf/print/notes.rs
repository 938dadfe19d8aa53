//! Footnotes: the small print at the end of a column.

use super::rows::Row;
use std::ops::Range;

/// Small print is at most this part of the size of the text.
const SMALL: f32 = 0.92;

/// Which rows of a block are footnotes, on a page whose text has usually the size `body`.
///
/// The text under a scan has no sizes that could be trusted, so it has no footnotes.
pub(super) fn rows(block: &[Row<'_>], body: f32) -> Range<usize> {
    let is_small = |row: &Row<'_>| row.is_painted() && row.size() <= SMALL * body;
    // The number of the page is below them.
    let end =
        block.iter().rposition(|row| row.text().contains(char::is_alphabetic)).map_or(0, |last| last + 1);
    let above = block.get(..end).unwrap_or_default();
    let first = end - above.iter().rev().take_while(|row| is_small(row)).count();
    let small = above.get(first..).unwrap_or_default();
    match small.iter().position(|row| has_mark(&row.text())) {
        // A page that is small print from its top has none.
        Some(at) if first + at > 0 => first + at..end,
        _ => end..end,
    }
}

/// The footnotes in these rows, each as one text.
pub(super) fn joined(rows: &[Row<'_>]) -> Vec<String> {
    let mut notes: Vec<String> = Vec::new();
    for text in rows.iter().map(Row::text) {
        match notes.last_mut() {
            Some(note) if !has_mark(&text) => {
                note.push(' ');
                note.push_str(&text);
            }
            _ => notes.push(text),
        }
    }
    notes
}

/// Whether a line begins as a footnote does: `¹ See`, `1 See`, `(1) See`, `* See`; not with a number of a list (`1. See`).
fn has_mark(line: &str) -> bool {
    let raised = |c: char| matches!(c, '⁰' | '¹' | '²' | '³' | '⁴'..='⁹' | '*' | '†' | '‡');
    if line.starts_with(raised) {
        return true;
    }
    let inside = line.strip_prefix(['(', '[']);
    let number = inside.unwrap_or(line);
    let after = number.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = number.len() - after.len();
    let closed = if inside.is_some() { after.strip_prefix([')', ']']) } else { Some(after) };
    (1..=3).contains(&digits) && closed.is_some_and(|rest| rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_footnotes_are_no_numbers_of_lists() {
        for note in ["¹ See", "1 See", "(1) See", "[12] See", "* See", "†See"] {
            assert!(has_mark(note), "{note}");
        }
        for text in ["1. See", "(a) See", "1945 was", "See 1", "", "1) See"] {
            assert!(!has_mark(text), "{text}");
        }
    }
}
