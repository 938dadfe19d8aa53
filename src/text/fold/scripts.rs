//! The scripts whose words are written without blanks between them.

/// Whether a character is in a block of Chinese, Japanese, Thai, Lao, Khmer or Burmese. The voicing marks of Japanese are left
/// out: they belong to the letter before them.
pub(super) fn is_of_unspaced(c: char) -> bool {
    match c {
        // Thai and Lao, Burmese, Khmer.
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => true,
        '\u{a9e0}'..='\u{a9ff}' | '\u{aa60}'..='\u{aa7f}' => true,
        '\u{3099}' | '\u{309a}' | '\u{ff9e}' | '\u{ff9f}' => false,
        // Radicals, marks of repetition, kana, phonetic letters of Chinese.
        '\u{2e80}'..='\u{2fdf}'
        | '\u{3005}'..='\u{3007}'
        | '\u{3021}'..='\u{312f}'
        | '\u{31a0}'..='\u{31ff}' => true,
        // Han.
        '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' => true,
        // Kana of half width.
        '\u{ff66}'..='\u{ff9d}' => true,
        _ => false,
    }
}
