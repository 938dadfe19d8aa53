//! Paragraphs out of lines: printed lines are joined until their paragraph ends.

use super::print::{Form, Line};
use crate::data::documents::document::Role;

/// The text of lines, a paragraph a line. The first may be given without its beginning.
pub(super) fn text(first: Option<&str>, lines: &[Line], width: usize) -> String {
    let mut out = String::new();
    let mut joins = false;
    if let Some(first) = first.filter(|first| !first.is_empty()) {
        out.push_str(first);
        joins = goes_on(first, width);
    }
    for line in lines {
        let text = line.text.as_ref();
        if out.is_empty() {
            out.push_str(text);
        } else if line.is_printed() && joins && !line.after_gap && !begins_paragraph(text) {
            join(&mut out, text);
        } else if line.is_printed() && line.after_gap && joins && text.starts_with(char::is_lowercase) {
            // A new page, or a gap of the scan, in the middle of a sentence.
            join(&mut out, text);
        } else {
            out.push('\n');
            out.push_str(text);
        }
        joins = matches!(line.form, Form::Text(Role::Printed)) && goes_on(text, width);
    }
    out
}

/// Adds a line to the paragraph before it; a word divided by a hyphen becomes one.
fn join(out: &mut String, text: &str) {
    let hyphen = out.ends_with('-') && text.starts_with(char::is_lowercase);
    let divided = hyphen && out.chars().rev().nth(1).is_some_and(char::is_alphabetic);
    if divided {
        out.pop();
    } else if !out.ends_with(['\u{3002}', '，'])
        && !text.starts_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c))
    {
        out.push(' ');
    }
    out.push_str(text);
}

/// Whether the paragraph of a printed line may go on in the next.
fn goes_on(text: &str, width: usize) -> bool {
    let full = text.chars().count() * 10 >= width * 7;
    let ended = text.ends_with(['.', ';', ':', '!', '?', '。', '；', '：']);
    full || (!ended && text.chars().count() * 10 >= width * 4) || text.ends_with(['-', ','])
}

/// Whether a line begins a point of a list: `1.`, `(a)`, `iv)`, a bullet.
pub(super) fn begins_paragraph(text: &str) -> bool {
    let word = text.split(' ').next().unwrap_or_default();
    if matches!(word, "-" | "–" | "—" | "•" | "·" | "*" | "►" | "\u{f0b7}") {
        return true;
    }
    let opened = word.strip_prefix(['(', '（']);
    let inside = opened.unwrap_or(word);
    let label = inside.trim_end_matches(['.', ')', '）', ':']);
    let marked = label.len() < inside.len();
    let count = label.chars().count();
    let number = !label.is_empty() && label.chars().all(|c| c.is_numeric() || c == '.');
    let roman = label.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'I' | 'V' | 'X')) && count <= 5;
    let letter = count == 1 && label.chars().all(char::is_alphabetic);
    let closed = inside.ends_with([')', '）']);
    marked && count > 0 && ((number && count <= 6) || (closed && (roman || letter)))
}

/// The width of printed lines: nine of ten are not longer.
pub(super) fn width(lines: &[Line]) -> usize {
    let mut lengths: Vec<usize> =
        lines.iter().filter(|line| line.is_printed()).map(|line| line.text.chars().count()).collect();
    if lengths.is_empty() {
        return 0;
    }
    let at = (lengths.len() * 9 / 10).min(lengths.len() - 1);
    let (_, width, _) = lengths.select_nth_unstable(at);
    // Lines longer than any page are paragraphs already.
    if *width > 180 { usize::MAX / 16 } else { *width }
}
