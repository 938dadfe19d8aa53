//! Numbers and words as people write them, and words as ids.

/// The text with its first letter in upper case.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The text as an id: ASCII letters in lower case and digits, anything else as single hyphens between them. Empty if
/// nothing is left.
pub fn slug(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

/// The system's message for people: without its error number, in lower case.
pub fn reason(error: &impl std::fmt::Display) -> String {
    let text = error.to_string();
    let mut words = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once(" (os error ") {
        words.push_str(before);
        rest = after.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-').trim_start_matches(')');
    }
    words.push_str(rest);
    let mut letters = words.chars();
    // An abbreviation keeps its capitals.
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain([second]).chain(letters).collect()
        }
        _ => words,
    }
}

/// A number with the word in singular or plural: `1 clause`, `3,000 clauses`.
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", thousands(n), if n == 1 { one } else { many })
}

/// How many of all: `5 of 1,320`, or `1,320` if it is all of them.
pub fn part_of(some: usize, all: usize) -> String {
    if some < all { format!("{} of {}", thousands(some), thousands(all)) } else { thousands(all) }
}

/// [`part_of`] with the word in singular or plural: `5 of 1,320 clauses`.
pub fn count_of(some: usize, all: usize, one: &str, many: &str) -> String {
    format!("{} {}", part_of(some, all), if all == 1 { one } else { many })
}

/// A number with commas between the thousands.
pub fn thousands(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_well() {
        assert_eq!(thousands(0), "0");
        assert_eq!(thousands(1_234_567), "1,234,567");
        assert_eq!(count(1, "clause", "clauses"), "1 clause");
        assert_eq!((part_of(5, 1320).as_str(), part_of(7, 7).as_str()), ("5 of 1,320", "7"));
        assert_eq!(count_of(0, 1, "clause", "clauses"), "0 of 1 clause");
        assert_eq!(count_of(3, 3, "clause", "clauses"), "3 clauses");
        assert_eq!(count(1000, "clause", "clauses"), "1,000 clauses");
    }

    #[test]
    fn a_reason_has_no_error_number() {
        for (error, shown) in [
            ("No such file or directory (os error 2)", "no such file or directory"),
            ("Input/output error (os error -5) about [\"a\"]", "input/output error about [\"a\"]"),
            ("TERM is not set", "TERM is not set"),
        ] {
            assert_eq!(reason(&error), shown);
        }
    }

    #[test]
    fn a_slug_has_letters_digits_and_single_hyphens() {
        for (text, expected) in [
            ("aze-kgz/declaration-2022.borders", "aze-kgz-declaration-2022-borders"),
            ("../../etc/passwd", "etc-passwd"),
            ("Əliyev", "liyev"),
            ("Жапаров", ""),
            ("a\u{0}\n/b", "a-b"),
            ("CON", "con"),
        ] {
            assert_eq!(slug(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_capital_may_be_several_letters() {
        assert_eq!(capitalised("élan vital"), "Élan vital");
        assert_eq!((capitalised("ßa"), capitalised("")), ("SSa".to_owned(), String::new()));
    }
}
