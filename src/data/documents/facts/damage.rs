//! Words that scanning damaged.

/// The share of the words of a text that look damaged, from 0 to 1; 0 for a text without words.
///
/// A word looks damaged if it has a sign that no word has, digits among its letters, capitals after small letters, or four
/// Latin consonants and no vowel.
pub(in crate::data::documents) fn damaged_share(text: &str) -> f64 {
    let (mut words, mut damaged) = (0u32, 0u32);
    for word in text.split_whitespace() {
        words += 1;
        damaged += u32::from(is_damaged(word));
    }
    if words == 0 { 0.0 } else { f64::from(damaged) / f64::from(words) }
}

fn is_damaged(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && !is_odd(c));
    let (mut letters, mut digits, mut vowels, mut latin, mut turns) = (0, 0, 0, 0, 0);
    let mut before_small = false;
    for c in word.chars() {
        if is_odd(c) {
            return true;
        }
        if c.is_alphabetic() {
            letters += 1;
            latin += usize::from(c < '\u{250}');
            turns += usize::from(before_small && c.is_uppercase());
            vowels += usize::from(is_vowel(c));
        } else if c.is_numeric() {
            digits += 1;
        }
        before_small = c.is_lowercase();
    }
    let mixed = digits > 0
        && letters > 2
        && word.starts_with(char::is_alphabetic)
        && word.ends_with(char::is_alphabetic);
    let silent = latin >= 5 && latin == letters && vowels == 0 && word.contains(char::is_lowercase);
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
    use super::damaged_share;

    #[test]
    fn noise_is_told_from_words() {
        assert_eq!(damaged_share(""), 0.0);
        assert_eq!(
            damaged_share("The Parties shall co-operate (Article 5, 2nd sentence) by 1 May 2005."),
            0.0
        );
        assert_eq!(damaged_share("Правительство Республики Узбекистан ile Kurumları"), 0.0);
        assert!(damaged_share("~\\3 ~~ :L.L.\\.-J\\ '~\\3L..-l\\ ~ iJlL.:i ~ ~.,1~IJ") > 0.5);
        assert!(damaged_share("Agree111e11t shall enter") > 0.3);
    }
}
