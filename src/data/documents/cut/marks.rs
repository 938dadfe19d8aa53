//! Where parts, annexes and closing formulas begin.

use super::candidates::has_leader;
use super::heading::letters;
use super::number::{self, leading};
use super::print::{Form, Line};
use super::shape::{Shape, shape};
use super::vocabulary::{is_annex, is_closing, is_division, key, may_be_closing};
use crate::text::fold::fold;

/// A line that begins something other than an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A part, a chapter, a section.
    Division,
    /// An annex.
    Annex,
    /// The closing formula.
    Closing,
}

/// The marks of a text, in order.
pub(super) fn marks(lines: &[Line]) -> Vec<(usize, Mark)> {
    let mark = |(place, line): (usize, &Line)| {
        let text = line.text.trim_start_matches(['#', '*', '_', ' ', '-', '–', '—', '[']);
        if line.form == Form::Table || text.is_empty() || has_leader(text) {
            return None;
        }
        let before = place.checked_sub(1).and_then(|place| lines.get(place));
        mark(text, line, before).map(|mark| (place, mark))
    };
    lines.iter().enumerate().filter_map(mark).collect()
}

fn mark(text: &str, line: &Line, before: Option<&Line>) -> Option<Mark> {
    let ended = before.is_none_or(|before| {
        !before.is_printed()
            || before.text.chars().count() <= 45
            || before.text.ends_with(['.', ';', ':', '。', ')', '”', '"'])
    });
    let apart = line.after_gap || line.is_heading() || !line.is_printed() || ended;
    if !apart || text.starts_with(char::is_lowercase) {
        return None;
    }
    let short = text.chars().nth(110).is_none();
    let first = letters(text);
    let key = key(first);
    // Chinese is one word up to the first mark.
    let word = if key.is_empty() { first } else { key.as_str() };
    if short && begins_division(text, word, line) {
        return Some(Mark::Division);
    }
    if short && begins_annex(text, word, line) {
        return Some(Mark::Annex);
    }
    if !may_be_closing(word) {
        return None;
    }
    let head: String = text.chars().take(60).collect();
    is_closing(fold(&head).text()).then_some(Mark::Closing)
}

/// "CHAPTER II", "Titre premier", "ГЛАВА I", "第三章", "BİRİNCİ BÖLÜM".
fn begins_division(text: &str, first: &str, line: &Line) -> bool {
    if let Some(after) = text.strip_prefix('第') {
        let length = leading(after).map(|(_, length)| length);
        let behind = length.and_then(|length| after.get(length..)).map(str::trim_start).unwrap_or_default();
        return behind.starts_with(['章', '节', '節', '部', '編', '编', '篇']) && text.chars().count() < 40;
    }
    if is_division(first) {
        let behind = text.get(letters(text).len()..).unwrap_or_default().trim_start_matches([' ', '.', ':']);
        let letter =
            behind.chars().next().filter(|c| c.is_ascii_uppercase() && number::word_length(behind) == 1);
        let length = leading(behind).map(|(_, length)| length).or(letter.map(char::len_utf8));
        let Some(length) = length else { return false };
        let (shape, rest) = shape(behind, length);
        let body = behind.get(rest..).unwrap_or_default();
        let titled = body.starts_with(|c: char| !c.is_lowercase() && !matches!(c, ',' | '('))
            && !body.ends_with(['.', ';', ',']);
        return match shape {
            Shape::Alone => true,
            Shape::Marked | Shape::Bare => {
                titled && (line.after_gap || line.is_heading() || !text.contains(char::is_lowercase))
            }
        };
    }
    let Some((_, length)) = leading(text) else { return false };
    let behind = text.get(length..).unwrap_or_default().trim_start_matches([' ', '.', '-']);
    let word = letters(behind);
    let spelled = text.starts_with(char::is_alphabetic) || text.starts_with(|c: char| c.is_ascii_digit());
    spelled
        && is_division(fold(word).text())
        && shape(behind, word.len()).0 != Shape::Bare
        && text.chars().count() < 60
}

/// "ANNEX", "Annex II to the Agreement", "Bijlage", "Приложение 1", "附件一".
fn begins_annex(text: &str, first: &str, line: &Line) -> bool {
    if let Some(after) = ["附件", "附录", "附錄"].iter().find_map(|word| text.strip_prefix(word)) {
        return after.chars().count() < 30 && !after.contains(['，', '。']);
    }
    if !is_annex(first) {
        return false;
    }
    let word = letters(text);
    let behind = text.get(word.len()..).unwrap_or_default();
    let after = behind.trim_start_matches([' ', '-', '–', '.', ':']);
    let letter = after.chars().next().filter(|c| c.is_ascii_uppercase() && number::word_length(after) == 1);
    let length = leading(after).map(|(_, length)| length).or(letter.map(char::len_utf8)).unwrap_or(0);
    let start = behind.len() - after.len() + length;
    let (shape, rest) = shape(behind, start);
    let body = behind.get(rest..).unwrap_or_default();
    if body.ends_with([',', ';', '.']) {
        return false;
    }
    // "ek" is a common word of Turkish.
    let short_word = word.chars().count() <= 3;
    match shape {
        Shape::Alone => line.is_heading() || !short_word || length > 0,
        Shape::Marked => !short_word && (line.after_gap || line.is_heading()),
        Shape::Bare => {
            let goes_on = body.starts_with(|c: char| c.is_uppercase() || matches!(c, '(' | '“' | '"'));
            let named = ["to the", "to this", "of the", "à ", "al ", "zu ", "к ", "bij "]
                .iter()
                .any(|start| body.starts_with(start));
            !short_word && (line.is_heading() || (line.after_gap && (goes_on || named)))
        }
    }
}
