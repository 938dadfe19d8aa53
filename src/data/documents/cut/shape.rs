//! What a heading is made of.

use super::number::Number;

/// What is behind the number of a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Shape {
    /// Nothing, or only a mark.
    Alone,
    /// A mark (`.`, `:`, `–`), then text.
    Marked,
    /// Text.
    Bare,
}

/// What looks like the heading of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// The number; `None` if it cannot be read.
    pub(super) number: Option<Number>,
    /// The word, folded.
    pub(super) word: String,
    pub(super) shape: Shape,
    /// Where the text behind number and mark begins, in bytes of the line.
    pub(super) rest: usize,
    /// Whether word or number look damaged by scanning.
    pub(super) is_spoilt: bool,
}

/// What is behind the number, and where the text begins.
pub(super) fn shape(text: &str, end: usize) -> (Shape, usize) {
    let behind = text.get(end..).unwrap_or_default();
    let is_mark = |c: char| {
        matches!(
            c,
            '.' | ':'
                | ')'
                | ']'
                | '}'
                | '-'
                | '–'
                | '—'
                | '‐'
                | '：'
                | '．'
                | '、'
                | '。'
                | '*'
                | '_'
                | '#'
                | '|'
                | 'º'
                | '°'
                | '】'
                | '·'
                | '\''
                | '’'
                | ';'
                | '…'
        )
    };
    let body = behind.trim_start_matches(|c: char| is_mark(c) || c == ' ');
    let marks = behind.get(..behind.len() - body.len()).unwrap_or_default();
    let shape = match body.is_empty() {
        true => Shape::Alone,
        false if marks.contains(is_mark) => Shape::Marked,
        false => Shape::Bare,
    };
    (shape, text.len() - body.len())
}
