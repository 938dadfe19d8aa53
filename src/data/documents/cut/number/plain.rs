//! Numbers as headings print them: `5`, `٥`, `5 bis`, `2d`, `1er`, `IV`, `十二`, `twenty-first`, `الحادية عشرة`.

use super::numerals::{self, digit};
use super::value::Number;
use crate::text::fold::{is_unspaced, is_word_char};

/// The largest number of an article that is believed; what is larger is a year.
const LARGEST: u16 = 999;

/// Additions to a number, as Latin has them.
const SUFFIXES: [&str; 9] =
    ["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies"];

/// Endings that make a number an ordinal.
const ORDINALS: [&str; 33] = [
    "ère", "ere", "er", "re", "º", "ª", "°", "o", "st", "nd", "rd", "th", "ste", "de", "e", "я", "й", "ая",
    "ый", "-я", "-й", "-ая", "-ый", "-ci", "-cı", "-cu", "-cü", "'nci", "'inci", "-nci", "-inci", "-sh", "a",
];

/// The number that a text begins with, and how many bytes it takes. What follows is not part of the same word.
pub(in crate::data::documents::cut) fn leading(text: &str) -> Option<(Number, usize)> {
    let first = text.chars().next()?;
    if digit(first).is_some() {
        return digits(text);
    }
    let found = if first.is_ascii() { None } else { of_other_scripts(text) };
    found.or_else(|| roman(text)).or_else(|| words(text))
}

fn digits(text: &str) -> Option<(Number, usize)> {
    let (mut value, mut end) = (0u16, 0);
    for c in text.chars() {
        let Some(digit) = digit(c) else { break };
        value = value.checked_mul(10)?.checked_add(digit)?;
        end += c.len_utf8();
    }
    if value == 0 || value > LARGEST {
        return None;
    }
    let rest = text.get(end..)?;
    let (ordinal, spaced) = ordinal(rest, value);
    end += ordinal;
    let (suffix, length) = suffix(text.get(end..)?);
    end += length;
    let glued =
        text.get(end..)?.chars().next().is_some_and(|c| c.is_alphanumeric() && !is_unspaced(c) && c != '조');
    match glued {
        // "1 state" is no "1 st".
        true if spaced => Some((Number::plain(value), end - ordinal - length)),
        // "Article 5The Parties": the blank is lost.
        true if begins_a_sentence(text.get(end..)?) => Some((Number::with_suffix(value, suffix), end)),
        true => None,
        false => Some((Number::with_suffix(value, suffix), end)),
    }
}

/// The length of an ordinal's ending ("st" of "1st"), and whether a blank is before it.
fn ordinal(rest: &str, value: u16) -> (usize, bool) {
    let ends = |after: &str| !after.starts_with(char::is_alphanumeric);
    if let Some(after) = rest.strip_prefix('d').filter(|_| matches!(value % 10, 2 | 3))
        && ends(after)
    {
        return (1, false);
    }
    for ending in ORDINALS {
        if let Some(after) = rest.strip_prefix(ending)
            && ends(after)
            && (ending != "a" || after.starts_with('.'))
        {
            return (ending.len(), false);
        }
    }
    for ending in ["st", "nd", "rd", "th", "er"] {
        let spaced = rest.strip_prefix(' ').and_then(|rest| rest.strip_prefix(ending));
        if spaced.is_some_and(ends) {
            return (ending.len() + 1, true);
        }
    }
    (0, false)
}

/// The suffix of a number (`bis`, or a letter glued to it), and its length in bytes.
pub(super) fn suffix(rest: &str) -> (String, usize) {
    let word = rest.trim_start_matches(['-', ' ']);
    let skipped = rest.len() - word.len();
    let length = word.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(word.len());
    let word = word.get(..length).unwrap_or_default().to_ascii_lowercase();
    if skipped <= 1 && SUFFIXES.contains(&word.as_str()) {
        return (word, skipped + length);
    }
    let is_letter =
        word.len() == 1 && word.as_bytes().first().is_some_and(|letter| (b'a'..b'i').contains(letter));
    let after = rest.get(skipped + length..).unwrap_or_default();
    if skipped == 0 && is_letter && !after.starts_with(char::is_alphanumeric) {
        return (word, length);
    }
    (String::new(), 0)
}

/// A capital with a small letter or a blank behind it.
pub(super) fn begins_a_sentence(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(|c| c.is_lowercase() || c == ' ')
}

fn roman(text: &str) -> Option<(Number, usize)> {
    let length = word_length(text);
    let word = text.get(..length)?;
    let take = |letters: &str| numerals::roman(letters).filter(|value| *value < 300);
    let (value, letter) = match take(word) {
        Some(value) => (value, None),
        None => {
            let (at, last) = word.char_indices().next_back().filter(|(at, _)| *at > 0)?;
            let value = take(word.get(..at)?).filter(|_| matches!(last, 'A' | 'B' | 'a' | 'b'))?;
            (value, Some(last.to_ascii_lowercase()))
        }
    };
    if let Some(letter) = letter {
        return Some((Number::with_suffix(value, letter.to_string()), length));
    }
    let rest = text.get(length..)?;
    // "I st" in old print is 1st.
    let (ordinal, _) = if value == 1 { ordinal(rest, 1) } else { (0, false) };
    let (suffix, more) = suffix(rest.get(ordinal..)?);
    Some((Number::with_suffix(value, suffix), length + ordinal + more))
}

fn words(text: &str) -> Option<(Number, usize)> {
    numerals::words(text).map(|(value, length)| (Number::plain(value), length))
}

fn of_other_scripts(text: &str) -> Option<(Number, usize)> {
    let run = |is: fn(char) -> bool| text.find(|c: char| !is(c)).unwrap_or(text.len());
    for (is, value) in [
        (numerals::is_chinese as fn(char) -> bool, numerals::chinese as fn(&str) -> Option<u16>),
        (numerals::is_hebrew, numerals::hebrew),
        (numerals::is_ethiopic, numerals::ethiopic),
    ] {
        let length = run(is);
        let glued =
            length > 0 && text.get(length..).is_some_and(|rest| rest.starts_with(char::is_alphabetic));
        let letters = text.get(..length).filter(|letters| !letters.is_empty());
        if let Some(value) = letters.filter(|_| !glued || numerals::is_chinese_text(text)).and_then(value) {
            return Some((Number::plain(value), length));
        }
    }
    None
}

/// How many bytes the letters and digits at the start of a text take.
pub(in crate::data::documents::cut) fn word_length(text: &str) -> usize {
    text.find(|c: char| !is_word_char(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::leading;

    fn read(text: &str) -> Option<String> {
        leading(text).map(|(number, end)| format!("{}|{}", number.shown(), text.get(end..).unwrap()))
    }

    #[test]
    fn numbers_are_read_as_they_are_printed() {
        for (text, expected) in [
            ("5", "5|"),
            ("12. The", "12|. The"),
            ("٥", "5|"),
            ("１０条", "10|条"),
            ("5 bis.", "5 bis|."),
            ("5bis", "5 bis|"),
            ("3a Purpose", "3a| Purpose"),
            ("2d.  From", "2|.  From"),
            ("1er", "1|"),
            ("1.º", "1|.º"),
            ("1 st. The", "1|. The"),
            ("I st The", "1| The"),
            ("4th.", "4|."),
            ("5The Parties", "5|The Parties"),
            ("IV", "4|"),
            ("XIV bis", "14 bis|"),
            ("VA", "5a|"),
            ("IIII.", "4|."),
            ("ХІІ", "12|"),
            ("first", "1|"),
            ("Second", "2|"),
            ("twenty-first", "21|"),
            ("vingt et unième", "21|"),
            ("décimo primero", "11|"),
            ("decimocuarto.", "14|."),
            ("Decimonovena", "19|"),
            ("zeven", "7|"),
            ("eenentwintig", "21|"),
            ("первая", "1|"),
            ("الأولى", "1|"),
            ("الثانية عشرة", "12|"),
            ("الحادية والعشرون", "21|"),
            ("一百一十一", "111|"),
            ("二〇", "20|"),
            ("十条", "10|条"),
            ("יב", "12|"),
            ("፲፪", "12|"),
        ] {
            assert_eq!(read(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_number_is_none() {
        for text in ["", "1945", "0", "shall", "MIX", "and"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read("1 state"), Some("1| state".to_owned()));
    }
}
