//! In which direction a text is written.

/// Whether this letter is written from right to left: Hebrew, Arabic, Syriac and their neighbours. Their digits are not.
pub fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}') && !c.is_numeric()
}

/// Whether a text begins, after signs and digits, with a letter that is written from right to left.
pub fn runs_right_to_left(text: &str) -> bool {
    text.chars().find(|c| c.is_alphabetic()).is_some_and(is_right_to_left)
}

#[cfg(test)]
mod tests {
    use super::runs_right_to_left;

    #[test]
    fn the_first_letter_says_the_direction() {
        for (text, expected) in [
            ("", false),
            ("12 (a)", false),
            ("Article", false),
            ("(١) المادة", true),
            ("5. סעיף", true),
            ("a ب", false),
        ] {
            assert_eq!(runs_right_to_left(text), expected, "{text:?}");
        }
    }
}
