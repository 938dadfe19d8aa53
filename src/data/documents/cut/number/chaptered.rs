//! Numbers of articles that count anew in each chapter: `14.1`, `2.7.3`, `XV.6`, `N-01`, `8bis.2`, `14.D.3`, `2206`.

use super::numerals::{self, digit};
use super::plain::{begins_a_sentence, suffix};
use super::value::Number;
use super::within::{Numerals, Within};
use crate::text::fold::is_unspaced;

/// How often numbers may be within each other.
const DEEPEST: usize = 4;

/// The largest number of a chapter or of an article in it that is believed.
const LARGEST: u16 = 299;

/// The ways to read a text's beginning as such a number, each with how many bytes it takes.
pub(super) fn readings(text: &str) -> Vec<(Number, usize)> {
    let divided = [Numerals::Digits, Numerals::Roman, Numerals::Letter];
    divided
        .into_iter()
        .filter_map(|numerals| divided_by_marks(text, numerals))
        .chain(hundreds(text))
        .collect()
}

/// Whether such a number may also be the number of an article with that of its first paragraph, or the first of several
/// articles: `5.1 The Parties`, `5-8`, `101`.
pub(super) fn is_doubtful(number: &Number) -> bool {
    number.within.as_ref().is_none_or(|within| {
        within.numerals == Numerals::Hundreds
            || number.value == 1 && within.digits == 0
            || within.digits == 0 && within.printed.ends_with('-')
    })
}

fn divided_by_marks(text: &str, numerals: Numerals) -> Option<(Number, usize)> {
    let (first, mut end) = component(text, numerals)?;
    let (mut path, mut last) = (Vec::new(), first);
    let mut printed = String::new();
    while let Some((mark, length)) = mark(text.get(end..)?) {
        let behind = text.get(end + length..)?;
        let Some((next, more)) = later_component(behind) else {
            // "12.05.1991" is a date.
            if behind.starts_with(|c| digit(c).is_some()) {
                return None;
            }
            break;
        };
        printed.push_str(&last.printed);
        printed.push(mark);
        path.push((last.value, last.suffix));
        last = next;
        end += length + more;
    }
    if path.is_empty() || path.len() >= DEEPEST || !last.is_digits {
        return None;
    }
    let (own, length) = suffix(text.get(end..)?);
    end += length;
    ends(text.get(end..)?).then_some(())?;
    let within = Within { numerals, path, printed, digits: last.digits };
    Some((Number { within: Some(within), value: last.value, suffix: own }, end))
}

/// `101`, `2206`: chapter 1 and 22.
fn hundreds(text: &str) -> Option<(Number, usize)> {
    let length = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let digits = text.get(..length).filter(|digits| (3..=4).contains(&digits.len()))?;
    let value: u16 = digits.parse().ok().filter(|_| !digits.starts_with('0'))?;
    let (own, more) = suffix(text.get(length..)?);
    let behind = text.get(length + more..)?;
    if !ends(behind) || behind.starts_with(['.', '-']) && behind.get(1..)?.starts_with(|c| digit(c).is_some())
    {
        return None;
    }
    let printed = digits.get(..length - 2)?.to_owned();
    let path = vec![(value / 100, String::new())];
    let within = Within { numerals: Numerals::Hundreds, path, printed, digits: 2 };
    Some((Number { within: Some(within), value: value % 100, suffix: own }, length + more))
}

/// One of the numbers that a number is made of.
struct Component {
    value: u16,
    suffix: String,
    /// As it is shown.
    printed: String,
    /// How many digits it has at least.
    digits: usize,
    is_digits: bool,
}

/// The number of a chapter.
fn component(text: &str, numerals: Numerals) -> Option<(Component, usize)> {
    match numerals {
        Numerals::Digits => {
            let (mut component, length) = in_digits(text)?;
            let (own, more) = suffix(text.get(length..)?);
            component.printed.push_str(&own);
            component.suffix = own;
            (component.value > 0).then_some((component, length + more))
        }
        Numerals::Roman => {
            let length = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
            let letters = text.get(..length).filter(|letters| !letters.contains(char::is_lowercase))?;
            let value = numerals::roman(letters)?;
            Some((Component::of_letters(value, letters), length))
        }
        Numerals::Letter => letter(text),
        Numerals::Hundreds => None,
    }
}

/// The number of what a chapter is divided into, or that of the article.
fn later_component(text: &str) -> Option<(Component, usize)> {
    in_digits(text).or_else(|| letter(text))
}

/// A capital as a number: A is 1.
fn letter(text: &str) -> Option<(Component, usize)> {
    let first = text.chars().next().filter(char::is_ascii_uppercase)?;
    let is_alone = !text.get(1..)?.starts_with(char::is_alphanumeric);
    let value = u16::from(u8::try_from(first).ok()? - b'A') + 1;
    is_alone.then(|| (Component::of_letters(value, first.encode_utf8(&mut [0; 4])), 1))
}

impl Component {
    fn of_letters(value: u16, letters: &str) -> Self {
        Self { value, suffix: String::new(), printed: letters.to_owned(), digits: 0, is_digits: false }
    }
}

/// Digits of any script, also Chinese numerals.
fn in_digits(text: &str) -> Option<(Component, usize)> {
    let (mut value, mut length, mut count, mut padded) = (0u16, 0, 0, false);
    for c in text.chars() {
        let Some(digit) = digit(c) else { break };
        padded |= count == 0 && digit == 0;
        value = value.checked_mul(10)?.checked_add(digit).filter(|value| *value <= LARGEST)?;
        length += c.len_utf8();
        count += 1;
    }
    if count == 0 {
        length = text.find(|c: char| !numerals::is_chinese(c)).unwrap_or(text.len());
        value = numerals::chinese(text.get(..length).filter(|letters| !letters.is_empty())?)?;
    }
    let digits = if padded { count } else { 0 };
    let component = Component {
        value,
        suffix: String::new(),
        printed: format!("{value:0digits$}"),
        digits,
        is_digits: true,
    };
    Some((component, length))
}

/// The mark between two numbers as it is shown, and how many bytes it takes.
fn mark(text: &str) -> Option<(char, usize)> {
    let mark = text.chars().next()?;
    let shown = match mark {
        '.' | '．' | '・' | '·' | '٫' => '.',
        '-' | '‐' | '‑' | '–' => '-',
        ':' => ':',
        _ => return None,
    };
    Some((shown, mark.len_utf8()))
}

/// Whether a number ends before this text.
fn ends(behind: &str) -> bool {
    let glued = behind.chars().next().is_some_and(|c| c.is_alphanumeric() && !is_unspaced(c) && c != '조');
    !glued || begins_a_sentence(behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let shown =
            |(number, end): (Number, usize)| format!("{}|{}", number.shown(), text.get(end..).unwrap());
        readings(text).into_iter().map(shown).collect()
    }

    #[test]
    fn numbers_within_a_chapter_are_read_as_they_are_printed() {
        for (text, expected) in [
            ("14.1: Objectives", "14.1|: Objectives"),
            ("1.10", "1.10|"),
            ("3.01.", "3.01|."),
            ("12-06", "12-06|"),
            ("12–06", "12-06|"),
            ("N-01 Scope", "N-01|"),
            ("II.3", "II.3|"),
            ("8bis.2", "8bis.2|"),
            ("8BIS.2", "8bis.2|"),
            ("14.D.3", "14.D.3|"),
            ("2.7.3", "2.7.3|"),
            ("5.1 bis", "5.1 bis|"),
            ("٢٫١", "2.1|"),
            ("2.1The Parties", "2.1|The Parties"),
            ("一・二条", "1.2|条"),
            ("2206", "2206|"),
            ("101 bis", "101 bis|"),
        ] {
            let read = read(text);
            assert!(read.iter().any(|read| read.starts_with(expected)), "{text}: {read:?}");
        }
        assert_eq!(read("C-01").len(), 2, "a letter, or a hundred in Roman numerals");
    }

    #[test]
    fn what_only_looks_like_one_is_none() {
        for text in ["5", "5. 1", "5.x", "1.1.1.1.1", "12.05.1991", "V.The", "A.B", "12", "1945.1", "4.1st"] {
            assert!(read(text).is_empty(), "{text}: {:?}", read(text));
        }
    }
}
