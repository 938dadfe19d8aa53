//! Plain text, line by line as it is printed.

mod tables;

use crate::data::documents::{Document, Kind, Piece, Role};
use crate::data::file::Decoded;

/// Reads a text; a form feed begins a page.
pub(super) fn read(decoded: Decoded<'_>) -> Document {
    let mut document = Document::new(Kind::Text);
    document.doubts.extend(decoded.doubt);
    let mut page = 1;
    for (i, printed) in decoded.text.split('\u{c}').enumerate() {
        if i > 0 && !document.pieces.is_empty() {
            page += 1;
            document.pieces.push(Piece::Page(page));
        }
        let mut block: Vec<&str> = Vec::new();
        lines(printed, |line| {
            if line.trim().is_empty() {
                add(&mut document, &std::mem::take(&mut block));
                if !matches!(document.pieces.last(), None | Some(Piece::Blank)) {
                    document.pieces.push(Piece::Blank);
                }
            } else {
                block.push(line);
            }
        });
        add(&mut document, &block);
    }
    document.pages = (page > 1).then_some(page);
    document
}

/// Adds lines without an empty one among them.
fn add(document: &mut Document, mut block: &[&str]) {
    while !block.is_empty() {
        let used = match tables::leading(block) {
            Ok((grid, used)) => {
                document.pieces.push(Piece::Table(grid.to_string()));
                used
            }
            Err(none) => {
                for line in block.iter().take(none) {
                    document.line(Role::Printed, line.trim().replace('\t', " "));
                }
                none
            }
        };
        block = block.get(used.max(1)..).unwrap_or_default();
    }
}

/// Every line, whichever sign ends it.
pub(super) fn lines<'a>(text: &'a str, mut each: impl FnMut(&'a str)) {
    for line in text.lines() {
        if line.is_ascii() && memchr::memchr2(b'\r', b'\x0b', line.as_bytes()).is_none() {
            each(line);
            continue;
        }
        line.split(['\r', '\u{85}', '\u{2028}', '\u{2029}', '\u{b}']).for_each(&mut each);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let piece = |piece: Piece| match piece {
            Piece::Line(line) => line.text,
            Piece::Blank => "_".to_owned(),
            Piece::Page(page) => format!("p{page}"),
            Piece::Table(text) => text,
        };
        let decoded = Decoded { text: text.into(), doubt: None };
        read(decoded).pieces.into_iter().map(piece).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn lines_end_in_many_ways_and_pages_with_a_form_feed() {
        assert_eq!(shown("a\r\nb\rc\u{2028}d\n\n \n\te\tf \n"), "a|b|c|d|_|e f");
        assert_eq!(shown("a\n\u{c}b\u{c}\u{c}c"), "a|p2|b|p3|p4|c");
        assert_eq!((shown(""), shown("\u{c}\n\n")), (String::new(), String::new()));
    }
}
