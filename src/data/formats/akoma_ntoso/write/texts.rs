//! Text as XML can hold it.

use crate::text::grid::{Block, Grid, blocks};
use quick_xml::escape::escape;
use std::borrow::Cow;
use std::fmt::Write;

/// Whether a line is read back unchanged: only single spaces, none at its ends, nothing that XML forbids.
pub(super) fn is_line(text: &str) -> bool {
    let mut before = ' ';
    for c in text.chars() {
        if (c.is_whitespace() && (c != ' ' || before == ' ')) || is_forbidden(c) {
            return false;
        }
        before = c;
    }
    before != ' '
}

/// A part of a text that is an element of its own.
pub(super) enum TextPart<'a> {
    Line(&'a str),
    Table(Grid),
}

/// The lines and tables of a text. A blank line beside a table only keeps it apart.
pub(super) fn parts(text: &str) -> Vec<TextPart<'_>> {
    let blocks = blocks(text);
    let mut parts = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        match block {
            Block::Grid(_, grid) => parts.push(TextPart::Table(grid.clone())),
            Block::Lines(range) => {
                let mut lines: Vec<&str> = text.get(range.clone()).unwrap_or_default().split('\n').collect();
                if at + 1 < blocks.len() {
                    lines.pop_if(|line| line.is_empty());
                }
                let apart = at > 0 && lines.first().is_some_and(|line| line.is_empty());
                parts.extend(lines.into_iter().skip(usize::from(apart)).map(TextPart::Line));
            }
        }
    }
    parts
}

/// Whether a text is read back unchanged from its parts.
pub(super) fn is_text(text: &str) -> bool {
    let parts = parts(text);
    let mut back = String::new();
    let mut is_after_table = false;
    for (at, part) in parts.iter().enumerate() {
        let is_table = matches!(part, TextPart::Table(_));
        back.push_str(if at == 0 {
            ""
        } else if is_table || is_after_table {
            "\n\n"
        } else {
            "\n"
        });
        match part {
            TextPart::Line(line) if is_line(line) => back.push_str(line),
            TextPart::Table(grid) if has_lines(grid) => back.push_str(&grid.to_string()),
            _ => return false,
        }
        is_after_table = is_table;
    }
    back == text
}

fn has_lines(grid: &Grid) -> bool {
    grid.rows().iter().flatten().all(|placed| placed.cell.text.lines().all(is_line))
}

pub(super) fn is_forbidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// A line of text, escaped; what XML forbids becomes U+FFFD.
pub(super) fn words(text: &str) -> String {
    let held: String = text
        .chars()
        .map(|c| match c {
            '\t' | '\n' | '\r' => ' ',
            c if is_forbidden(c) => '\u{fffd}',
            c => c,
        })
        .collect();
    escape(held.as_str()).into_owned()
}

/// The same JSON with the characters that XML forbids written as `\u` escapes.
pub(super) fn json_for_xml(json: &str) -> Cow<'_, str> {
    let is_plain = |c: char| c == '\n' || !is_forbidden(c);
    if json.chars().all(is_plain) {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        if is_plain(c) {
            out.push(c);
        } else {
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        }
    }
    Cow::Owned(out)
}
