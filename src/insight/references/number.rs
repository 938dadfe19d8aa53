//! Numbers of articles: `5`, `5 bis`, `1.2`, `9-9`, `XIV`, with the paragraphs after them.

use std::ops::Range;

/// Folded words before the number of an article, in English, Spanish and French.
pub(super) const ARTICLE: [&str; 5] = ["article", "articles", "articulo", "articulos", "art"];
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// Its bytes, including its paragraphs.
    pub(super) range: Range<usize>,
    /// The first byte of the words that refer to it.
    pub(super) from: usize,
    /// The number in normal form: Arabic digits, full stops between parts, lower case.
    form: String,
}

impl Number {
    /// What the number may mean: the number itself, or else without its last part, which may be a paragraph.
    pub(super) fn readings(&self) -> impl Iterator<Item = &str> {
        let shorter = self.form.rsplit_once('.').map(|(article, _)| article);
        std::iter::once(self.form.as_str()).chain(shorter)
    }

    /// The number in normal form.
    pub(super) fn form(&self) -> &str {
        &self.form
    }
}

/// The number that starts at a byte of a text, after any spaces and a full stop (`Art. 5`).
pub(super) fn number_at(text: &str, from: usize) -> Option<Number> {
    let rest = text.get(from..)?;
    let begun = rest.trim_start_matches(['.', ' ', '\u{a0}']);
    let start = text.len() - begun.len();
    let mut end = digits(begun).or_else(|| roman(begun))?;
    let mut form = begun.get(..end)?.to_owned();
    if let Some(value) = form.chars().next().filter(char::is_ascii_alphabetic).and_then(|_| value_of(&form)) {
        form = value.to_string();
    }
    // Parts after a full stop or a dash, only if a digit follows; else the sentence ends.
    while let Some(part) = begun.get(end..).and_then(|r| r.strip_prefix(['.', '-', '–'])).and_then(digits) {
        let sign = begun.get(end..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
        form.push('.');
        form.push_str(begun.get(end + sign..end + sign + part)?);
        end += sign + part;
    }
    for word in ["bis", "ter", "quater", "quinquies"] {
        let behind = begun.get(end..).unwrap_or_default();
        let own = behind.strip_prefix(' ').unwrap_or(behind);
        let next = own.strip_prefix(word);
        if next.is_some_and(|next| !next.starts_with(char::is_alphanumeric)) {
            form.push_str(word);
            end += behind.len() - own.len() + word.len();
        }
    }
    // A single letter is a part of the number (`5A`); a longer word is not.
    let letters = begun.get(end..)?.chars().take_while(|c| c.is_alphabetic()).count();
    match (letters, begun.get(end..end + 1)) {
        (0, _) => {}
        (1, Some(letter)) => {
            form.push_str(&letter.to_ascii_lowercase());
            end += 1;
        }
        _ => return None,
    }
    end += paragraphs(begun.get(end..).unwrap_or_default());
    Some(Number { range: start..start + end, from: start, form })
}

fn digits(text: &str) -> Option<usize> {
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=4).contains(&len).then_some(len)
}

fn roman(text: &str) -> Option<usize> {
    let len = text.bytes().take_while(|b| b"IVXLC".contains(b)).count();
    (1..=8).contains(&len).then_some(len)
}

/// The value of a Roman number; `None` if it is not one.
fn value_of(text: &str) -> Option<u32> {
    let digit = |c| match c {
        'I' => Some(1u32),
        'V' => Some(5),
        'X' => Some(10),
        'L' => Some(50),
        'C' => Some(100),
        _ => None,
    };
    let digits: Vec<u32> = text.chars().map(digit).collect::<Option<_>>()?;
    let next = digits.iter().skip(1).copied().chain([0]);
    let value: i64 =
        digits.iter().zip(next).map(|(d, n)| if *d < n { -i64::from(*d) } else { i64::from(*d) }).sum();
    u32::try_from(value).ok()
}

/// The number of bytes of the paragraphs in brackets: `(2)`, `(2)(a)`.
fn paragraphs(text: &str) -> usize {
    let mut end = 0;
    while let Some(inside) = text.get(end..).and_then(|rest| rest.strip_prefix('(')) {
        let close = inside.bytes().take(5).position(|byte| byte == b')');
        let Some(close) = close.filter(|close| *close > 0) else { break };
        if !inside.get(..close).is_some_and(|name| name.chars().all(char::is_alphanumeric)) {
            break;
        }
        end += close + 2;
    }
    end
}
