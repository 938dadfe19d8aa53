//! Paragraphs out of lines: printed lines are joined until their paragraph ends.

use super::print::Line;
use crate::model::PageTurn;

/// The text of lines, a paragraph a line, and where pages turn in it.
#[derive(Debug, Default)]
pub(super) struct Paragraphs {
    pub(super) text: String,
    pub(super) turns: Vec<PageTurn>,
}

/// The text of lines. The first may be given without its beginning; `page` is where it begins.
pub(super) fn joined(page: u32, first: &str, lines: &[Line], width: usize) -> Paragraphs {
    let mut out = first.to_owned();
    let mut joins = !first.is_empty() && goes_on(first, width);
    let mut turns = Turns { page, ..Turns::default() };
    for line in lines {
        let text = line.text.as_ref();
        // A new page, or a gap of the scan, may be in the middle of a sentence.
        let goes_on_here = match line.after_gap {
            true => text.starts_with(char::is_lowercase),
            false => !begins_paragraph(text),
        };
        let begin = if !out.is_empty() && line.is_printed() && joins && goes_on_here {
            join(&mut out, text)
        } else {
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(text);
            out.len() - text.len()
        };
        joins = line.is_printed() && goes_on(text, width);
        turns.note(&out, begin, line.page);
    }
    Paragraphs { text: out, turns: turns.found }
}

/// The turns of pages found so far.
#[derive(Default)]
struct Turns {
    page: u32,
    found: Vec<PageTurn>,
    /// Up to where characters are counted, in bytes, and their number.
    counted: (usize, usize),
}

impl Turns {
    /// What begins at this byte of the text is on this page.
    fn note(&mut self, text: &str, begin: usize, page: u32) {
        if page > self.page {
            let (from, characters) = self.counted;
            let between = text.get(from..begin).unwrap_or_default().chars().count();
            self.counted = (begin.max(from), characters + between);
            self.page = page;
            self.found.push(PageTurn { at: self.counted.1, page });
        }
    }
}

/// Adds a line to the paragraph before it, and returns where it begins; a word divided by a hyphen becomes one, which is
/// all of the line.
fn join(out: &mut String, text: &str) -> usize {
    let hyphen = out.ends_with('-') && text.starts_with(char::is_lowercase);
    let divided = hyphen && out.chars().rev().nth(1).is_some_and(char::is_alphabetic);
    let mut begin = out.rfind([' ', '\n']).map_or(0, |blank| blank + 1);
    if divided {
        out.pop();
    } else {
        if !out.ends_with(['\u{3002}', '，'])
            && !text.starts_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c))
        {
            out.push(' ');
        }
        begin = out.len();
    }
    out.push_str(text);
    begin
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::documents::cut::print::Form;
    use crate::data::documents::document::Role;

    #[test]
    fn pages_turn_where_their_first_line_begins() {
        let printed = |text: &'static str, page, after_gap| Line {
            text: text.into(),
            form: Form::Text(Role::Printed),
            page,
            after_gap,
        };
        let lines = [
            printed("parties shall begin their consul-", 1, false),
            printed("tations é once a year, and the", 2, true),
            printed("minutes are signed.", 3, true),
            printed("The depositary", 5, true),
        ];
        let Paragraphs { text, turns } = joined(1, "The two contracting", &lines, 34);
        let at = |turn: &PageTurn| (turn.page, text.chars().skip(turn.at).take(7).collect::<String>());
        assert_eq!(text.lines().count(), 2, "{text}");
        let turned: Vec<_> = turns.iter().map(at).collect();
        assert_eq!(turned, [(2, "consult".into()), (3, "minutes".into()), (5, "The dep".into())]);
    }
}
