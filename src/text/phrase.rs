//! Numbers and words as people write them.

/// The text with its first letter in upper case.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A word in the form that goes with the number: `1 clause`, `3 clauses`; thousands have a comma.
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", thousands(n), if n == 1 { one } else { many })
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
        assert_eq!(count(1000, "clause", "clauses"), "1,000 clauses");
    }

    #[test]
    fn a_capital_may_be_several_letters() {
        assert_eq!(capitalised("élan vital"), "Élan vital");
        assert_eq!((capitalised("ßa"), capitalised("")), ("SSa".to_owned(), String::new()));
    }
}
