//! What is printed, line by line: texts without line breaks divided, running heads and page numbers left out.

use super::number::word_length;
use super::{heading, inside};
use crate::data::documents::document::{Document, Piece, Role};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A line, paragraph or heading, as its reader said.
    Text(Role),
    /// A whole table.
    Table,
    /// A line that was cut out of a text without line breaks.
    Divided,
}

/// A line, a paragraph, a heading or a table.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) form: Form,
    /// The page that it is on; 0 if the file has no pages.
    pub(super) page: u32,
    /// Whether an empty line or a new page is before it.
    pub(super) after_gap: bool,
}

impl Line<'_> {
    /// Whether its reader said that it is a heading.
    pub(super) fn is_heading(&self) -> bool {
        matches!(self.form, Form::Text(Role::Heading(_)))
    }

    /// Whether the sentence of the line may go on in the next one.
    pub(super) fn is_printed(&self) -> bool {
        self.form == Form::Text(Role::Printed)
    }
}

/// The lines of a document.
pub(super) fn lines(document: &Document) -> Vec<Line<'_>> {
    let mut lines: Vec<Line> = Vec::with_capacity(document.pieces.len());
    let (mut page, mut after_gap) = (0, true);
    let long = long(document);
    for piece in &document.pieces {
        match piece {
            Piece::Blank => after_gap = true,
            Piece::Page(number) => (page, after_gap) = (*number, true),
            Piece::Table(text) => {
                lines.push(Line { text: Cow::Borrowed(text), form: Form::Table, page, after_gap });
                after_gap = true;
            }
            Piece::Line(line) => {
                let text = clean(&line.text);
                if !text.is_empty() {
                    let form = Form::Text(line.role);
                    divide(Line { text, form, page, after_gap }, long, &mut lines);
                    after_gap = false;
                }
            }
        }
    }
    without_running_heads(lines)
}

/// The text with single blanks, without invisible marks and ligatures.
fn clean(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    let odd = |c: char| matches!(c, '\t' | '\n' | '\r' | '\u{a0}' | '\u{ad}' | '\u{3000}' | '\u{feff}' | '\u{2000}'..='\u{200f}' | '\u{202f}' | '\u{fb00}'..='\u{fb06}');
    let is_odd = match text.is_ascii() {
        true => text.bytes().any(|byte| byte.is_ascii_control()),
        false => text.contains(odd),
    };
    if !is_odd && memchr::memmem::find(text.as_bytes(), b"  ").is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{ad}' | '\u{feff}' | '\u{200b}'..='\u{200f}' => {}
            '\u{fb00}' => out.push_str("ff"),
            '\u{fb01}' => out.push_str("fi"),
            '\u{fb02}' => out.push_str("fl"),
            '\u{fb03}' => out.push_str("ffi"),
            '\u{fb04}' => out.push_str("ffl"),
            '\u{fb05}' | '\u{fb06}' => out.push_str("st"),
            c if c.is_whitespace() => {
                if !out.ends_with(' ') && !out.is_empty() {
                    out.push(' ');
                }
            }
            c => out.push(c),
        }
    }
    out.truncate(out.trim_end().len());
    Cow::Owned(out)
}

/// A line longer than this many bytes may hold several articles.
const LONG: usize = 1500;
/// In a document of so few lines, any line may.
const FEW_LINES: usize = 3;

/// The length from which on a line of a document may hold several articles, in bytes.
fn long(document: &Document) -> usize {
    let lines = document.pieces.iter().filter(|piece| matches!(piece, Piece::Line(_)));
    if lines.count() <= FEW_LINES { 0 } else { LONG }
}

/// Adds a line, in pieces if it is long and holds the headings of articles.
fn divide<'a>(line: Line<'a>, long: usize, lines: &mut Vec<Line<'a>>) {
    let may = line.text.len() > long && !line.is_heading();
    let starts = if may { inside::starts(&line.text) } else { Vec::new() };
    if starts.is_empty() {
        lines.push(line);
        return;
    }
    let ends = starts.iter().copied().chain([line.text.len()]);
    let mut from = 0;
    for end in ends {
        let piece = match &line.text {
            Cow::Borrowed(text) => Cow::Borrowed(text.get(from..end).unwrap_or_default().trim()),
            Cow::Owned(text) => Cow::Owned(text.get(from..end).unwrap_or_default().trim().to_owned()),
        };
        if !piece.is_empty() {
            lines.push(Line {
                text: piece,
                form: Form::Divided,
                page: line.page,
                after_gap: line.after_gap || from > 0,
            });
        }
        from = end;
    }
}

/// How many lines at each edge of a page may be running heads.
const EDGE: usize = 3;

/// Leaves out what is at the edges of at least three pages and of a quarter of them, and page numbers. A line that names an
/// article stays.
fn without_running_heads(mut lines: Vec<Line<'_>>) -> Vec<Line<'_>> {
    let mut edges: Vec<(usize, String)> = Vec::new();
    let (mut pages, mut at) = (0usize, 0);
    let mut counts: HashMap<String, usize> = HashMap::new();
    for page in lines.chunk_by(|a, b| a.page == b.page) {
        let numbered = page.first().is_some_and(|line| line.page > 0);
        pages += usize::from(numbered);
        let mut own: HashSet<String> = HashSet::new();
        for (place, line) in page.iter().enumerate().filter(|_| numbered) {
            if place < EDGE || place + EDGE >= page.len() {
                let key = running_key(&line.text);
                own.insert(key.clone());
                edges.push((at + place, key));
            }
        }
        at += page.len();
        for key in own {
            *counts.entry(key).or_default() += 1;
        }
    }
    if pages < 3 {
        return lines;
    }
    let often = pages.div_ceil(4).max(3);
    let is_running = |text: &str, key: &str| {
        let repeated = !key.is_empty() && counts.get(key).is_some_and(|count| *count >= often);
        (repeated || is_page_number(text)) && heading::read(text).is_empty()
    };
    edges.retain(|(at, key)| lines.get(*at).is_some_and(|line| is_running(&line.text, key)));
    let running: HashSet<usize> = edges.into_iter().map(|(at, _)| at).collect();
    let mut at = 0..;
    lines.retain(|_| at.next().is_none_or(|at| !running.contains(&at)));
    lines
}

/// What running heads of two pages have in common: letters, and that there is a number.
fn running_key(text: &str) -> String {
    if text.len() > 160 {
        return String::new();
    }
    let mut key = String::new();
    for c in text.chars() {
        if c.is_numeric() {
            if !key.ends_with('#') {
                key.push('#');
            }
        } else if c.is_alphabetic() {
            key.extend(c.to_lowercase());
        }
    }
    if key == "#" { String::new() } else { key }
}

/// Whether a line is nothing but the number of a page: `12`, `- 3 -`, `Page 4`, `4/12`, `xiv`.
fn is_page_number(text: &str) -> bool {
    let text = text.trim_matches(|c: char| matches!(c, '-' | '–' | '—' | '.' | ' ' | '|' | '[' | ']'));
    let first = text.get(..word_length(text)).unwrap_or_default().to_lowercase();
    let rest = match first.as_str() {
        "page" | "p" | "стр" | "sayfa" | "pág" | "página" | "seite" | "səh" => {
            text.get(first.len()..).unwrap_or_default().trim_start_matches([' ', '.', ':'])
        }
        _ => text,
    };
    let numbers: Vec<&str> = rest.split(['/', ' ']).filter(|part| !part.is_empty()).collect();
    let is_number = |part: &&str| {
        (part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit()))
            || (part.len() <= 6 && part.bytes().all(|b| matches!(b, b'i' | b'v' | b'x' | b'l')))
    };
    !numbers.is_empty()
        && numbers.len() <= 3
        && numbers.iter().all(|part| is_number(part) || matches!(*part, "of" | "de" | "из"))
}
