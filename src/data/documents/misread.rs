//! Words that look misread: damaged by scanning.

use std::ops::Range;

/// The words of a text that look misread, as ranges of bytes, in order.
///
/// A word looks misread if it has a sign that no word has, digits among its letters, capitals after small letters, or five
/// Latin consonants and no vowel.
pub fn misread(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let begin = text.as_ptr().addr();
    text.split_whitespace().filter(|word| is_misread(word)).map(move |word| {
        let at = word.as_ptr().addr() - begin;
        at..at + word.len()
    })
}

/// The share of the words of texts that look misread, from 0 to 1; 0 if there are no words.
pub(super) fn misread_share<'a>(texts: impl Iterator<Item = &'a str>) -> f64 {
    let (mut words, mut misread) = (0u32, 0u32);
    for word in texts.flat_map(str::split_whitespace) {
        words += 1;
        misread += u32::from(is_misread(word));
    }
    f64::from(misread) / f64::from(words.max(1))
}

/// Whether a word looks misread; see [`misread`].
pub fn is_misread(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && !is_odd(c));
    // Most words of a text are only small letters.
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return word.len() >= 5 && !word.bytes().any(|byte| is_vowel(char::from(byte)));
    }
    let (mut letters, mut digits, mut latin, mut turns) = (0, 0, 0, 0);
    let mut before_small = false;
    for c in word.chars() {
        // Small letters are most of any text, and nothing of them looks misread but a capital in their midst.
        if matches!(c, 'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ') {
            letters += 1;
            latin += 1;
            before_small = true;
            continue;
        }
        if matches!(c, 'а'..='я' | '\u{620}'..='\u{64a}' | '\u{4e00}'..='\u{9fff}') {
            letters += 1;
            before_small = c < '\u{620}';
            continue;
        }
        if is_odd(c) {
            return true;
        }
        if c.is_alphabetic() {
            letters += 1;
            latin += usize::from(c < '\u{250}');
            turns += usize::from(before_small && c.is_uppercase());
        } else if c.is_numeric() {
            digits += 1;
        }
        before_small = c.is_lowercase();
    }
    let mixed = digits > 0
        && letters > 2
        && word.starts_with(char::is_alphabetic)
        && word.ends_with(char::is_alphabetic);
    let silent = latin >= 5
        && latin == letters
        && word.contains(char::is_lowercase)
        && !word.chars().any(|c| c.is_alphabetic() && is_vowel(c));
    mixed || silent || (turns > 1 && letters > 3)
}

/// A sign that no word of a treaty has.
fn is_odd(c: char) -> bool {
    matches!(
        c,
        '~' | '\\' | '{' | '}' | '|' | '^' | '$' | '@' | '¢' | '¥' | '±' | '¬' | '\u{fffd}' | '<' | '>' | '='
    )
}

fn is_vowel(c: char) -> bool {
    if c.is_ascii() {
        return matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    }
    let decomposed = unicode_normalization::char::decompose_canonical;
    let mut base = c;
    let mut first = true;
    decomposed(c, |part| {
        if std::mem::take(&mut first) {
            base = part;
        }
    });
    matches!(
        base.to_ascii_lowercase(),
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ə' | 'Ə' | 'ı' | 'æ' | 'ø' | 'œ' | 'ɛ' | 'ɔ'
    )
}

#[cfg(test)]
mod tests {
    use super::{misread, misread_share};

    fn share(text: &str) -> f64 {
        misread_share(text.lines())
    }

    #[test]
    fn words_that_look_misread_are_found() {
        assert_eq!(share(""), 0.0);
        assert_eq!(share("The Parties shall co-operate (Article 5, 2nd sentence) by 1 May 2005."), 0.0);
        assert_eq!(share("Правительство Республики Узбекистан ile Kurumları"), 0.0);
        assert!(share("~\\3 ~~ :L.L.\\.-J\\ '~\\3L..-l\\ ~ iJlL.:i ~ ~.,1~IJ") > 0.5);
        assert!(share("Agree111e11t shall enter") > 0.3);
        let text = "of the Agree111e11t, and";
        assert_eq!(misread(text).map(|word| text.get(word).unwrap()).collect::<Vec<_>>(), ["Agree111e11t,"]);
    }
}
