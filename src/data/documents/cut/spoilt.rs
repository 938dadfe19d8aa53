//! Headings that a scan spoilt: `MADDEI`, `Articlc 9`, `Madde @)`, `Article l 1`.

use super::number::Number;
use super::shape::{Heading, Shape};
use super::vocabulary::OFTEN_SPOILT;
use std::sync::OnceLock;

/// The longest line that may be a spoilt heading, in bytes.
const LONGEST: usize = 24;

/// The largest number that is believed of a spoilt heading.
const LARGEST: u16 = 199;

/// The heading that a whole short line is, if it is like one but for letters that scans take for each other.
pub(super) fn read(line: &str) -> Option<Heading> {
    if line.len() > LONGEST || !line.starts_with(|c: char| c.is_uppercase() || matches!(c, '!' | '\'')) {
        return None;
    }
    let letters: Vec<char> = line.chars().collect();
    static WORDS: OnceLock<Vec<(&str, usize, Vec<char>)>> = OnceLock::new();
    let with_skeleton = |word: &'static str| (word, word.chars().count(), skeleton(word.chars()));
    for (word, length, bones) in WORDS.get_or_init(|| OFTEN_SPOILT.map(with_skeleton).into()) {
        // "cl" may have become "d", so the spoilt word may be shorter.
        for taken in [*length, length + 1, length - 1, length.saturating_sub(2)] {
            let Some((head, tail)) = letters.split_at_checked(taken) else { continue };
            // "Articles" is a plural, "MADDEl" a spoilt 1.
            let goes_on = |end: &char, next: &char| end.is_lowercase() && next.is_lowercase();
            let is_plural = head.last().zip(tail.first()).is_some_and(|(end, next)| goes_on(end, next));
            if !is_plural
                && let Some(number) = number(tail)
                && alike(&skeleton(head.iter().copied()), bones)
            {
                let word = (*word).to_owned();
                return Some(Heading {
                    number,
                    word,
                    shape: Shape::Alone,
                    rest: line.len(),
                    is_spoilt: true,
                });
            }
        }
    }
    None
}

/// The letters of a word without what scans take for each other.
fn skeleton(letters: impl Iterator<Item = char>) -> Vec<char> {
    let mut out = Vec::new();
    for c in letters.flat_map(char::to_lowercase) {
        match c {
            'l' | '1' | '!' | '|' | 'i' | 'ı' | 'j' | 'í' => out.push('i'),
            'e' | 'o' | '0' | 'c' | 'ç' => out.push('c'),
            'd' => out.extend(['c', 'i']),
            'ë' | 'é' | 'ê' => out.push('c'),
            '\u{307}' => {}
            c => out.push(c),
        }
    }
    out
}

/// Whether two words are the same but for one letter wrong, missing or too many.
fn alike(one: &[char], other: &[char]) -> bool {
    let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (one.get(same..).unwrap_or_default(), other.get(same..).unwrap_or_default());
    match (one, other) {
        ([], []) => true,
        ([_, a @ ..], [_, b @ ..]) if a == b => true,
        ([_, a @ ..], b) if a == b => true,
        (a, [_, b @ ..]) => a == b,
        _ => false,
    }
}

/// The number that is left of a line; `Some(None)` if it cannot be read, `None` if it is no number.
fn number(rest: &[char]) -> Option<Option<Number>> {
    const MARKS: [char; 16] =
        [' ', '.', ':', '(', ')', '[', ']', '{', '}', '-', '–', '·', ',', ';', '\'', '\\'];
    let kept = || rest.iter().filter(|c| !MARKS.contains(c));
    if !(1..=3).contains(&kept().take(4).count()) {
        return None;
    }
    let digits: Option<u16> = kept().try_fold(0u16, |value, c| {
        let digit = match c {
            'l' | 'I' | 'i' | '!' | '|' | 'ı' | 'İ' | 'L' => 1,
            'O' | 'o' | 'Q' | 'О' | 'о' => 0,
            'S' | 's' => 5,
            'B' => 8,
            'Z' | 'z' => 2,
            'З' | 'з' | 'Э' => 3,
            '?' => 7,
            'g' | 'q' => 9,
            'b' | 'G' | 'б' => 6,
            c => u16::try_from(c.to_digit(10)?).ok()?,
        };
        Some(value * 10 + digit)
    });
    match digits {
        Some(value) if value > LARGEST => None,
        digits => Some(digits.filter(|value| *value > 0).map(Number::plain)),
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_spoilt_heading_is_still_one() {
        for (line, number) in [
            ("MADDEI", Some(1)),
            ("MADDES", Some(5)),
            ("MADOE3", Some(3)),
            ("Articlc l 1", Some(11)),
            ("Artidc 9", Some(9)),
            ("Articie 9", Some(9)),
            ("Madde @)", None),
            ("Madde IO", Some(10)),
            ("Clanak8,", Some(8)),
            ("MADDE l", Some(1)),
            ("Статья З.", Some(3)),
        ] {
            let found = read(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!(found.number.map(|number| number.value), number, "{line}");
        }
        for line in ["Mardi", "Articles", "Madame", "Article on trade", "middle 5", "Particle 5 is"] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
