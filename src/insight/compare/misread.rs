//! Words that differ only as scanning errors do.

use crate::data::documents::is_misread;
use crate::text::fold::fold_into;
use std::ops::Range;

/// Which of two texts may have words that a scanner misread.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Scanned {
    pub(super) left: bool,
    pub(super) right: bool,
}

/// Longer stretches are another wording, not misread words.
const LONGEST: usize = 40;

/// How many words of each text one misread word may be: a scanner also divides and joins words.
const KINDS: [(usize, usize); 5] = [(1, 1), (1, 2), (2, 1), (1, 3), (3, 1)];

/// The most pairs from a place on, and how many words of each text the first of them has.
type Cell = (usize, Option<(usize, usize)>);

/// The words of two stretches, one in the place of the other, that differ only as scanning errors do: as many pairs in
/// order as there are, as places in both.
pub(super) fn pairs(left: &[&str], right: &[&str], scanned: Scanned) -> Vec<(Range<usize>, Range<usize>)> {
    if scanned == Scanned::default() || left.len().max(right.len()) > LONGEST {
        return Vec::new();
    }
    // For each place in both the most pairs from there on, and how the first of them is made.
    let mut best = vec![vec![Cell::default(); right.len() + 1]; left.len() + 1];
    let at = |best: &[Vec<Cell>], l: usize, r: usize| {
        best.get(l).and_then(|row| row.get(r)).copied().unwrap_or_default()
    };
    for l in (0..left.len()).rev() {
        for r in (0..right.len()).rev() {
            let mut most = (at(&best, l + 1, r).0.max(at(&best, l, r + 1).0), None);
            for (words, others) in KINDS {
                let (one, other) = (left.get(l..l + words), right.get(r..r + others));
                let Some((one, other)) = one.zip(other) else { continue };
                let found = at(&best, l + words, r + others).0 + 1;
                if found > most.0 && is_pair(one, other, scanned) {
                    most = (found, Some((words, others)));
                }
            }
            if let Some(cell) = best.get_mut(l).and_then(|row| row.get_mut(r)) {
                *cell = most;
            }
        }
    }
    let (mut l, mut r, mut found) = (0, 0, Vec::new());
    while l < left.len() && r < right.len() {
        match at(&best, l, r).1 {
            Some((words, others)) => {
                found.push((l..l + words, r..r + others));
                (l, r) = (l + words, r + others);
            }
            None if at(&best, l + 1, r).0 >= at(&best, l, r + 1).0 => l += 1,
            None => r += 1,
        }
    }
    found
}

/// A shorter word has too few letters to tell a misread one from another word.
const SHORTEST: usize = 3;

fn is_pair(left: &[&str], right: &[&str], scanned: Scanned) -> bool {
    let (one, other) = (left.concat(), right.concat());
    if is_number(&one) && is_number(&other) || one.chars().count().min(other.chars().count()) < SHORTEST {
        return false;
    }
    // A number is misread only as what is neither a number nor a word.
    if is_number(&one) && !is_mixed(&other) || is_number(&other) && !is_mixed(&one) {
        return false;
    }
    let (a, b) = (skeleton(&one), skeleton(&other));
    let is_doubtful = scanned.left && left.iter().any(|word| is_misread(word))
        || scanned.right && right.iter().any(|word| is_misread(word));
    a == b || is_doubtful && is_one_off(&a, &b)
}

/// Whether a word is a number: of digits, or a Roman one in capitals.
fn is_number(word: &str) -> bool {
    word.chars().all(char::is_numeric) || word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'))
}

/// Whether a word has digits and other signs.
fn is_mixed(word: &str) -> bool {
    word.contains(char::is_numeric) && !word.chars().all(char::is_numeric)
}

/// The letters of a word, folded, without what scanners take for each other.
fn skeleton(word: &str) -> Vec<char> {
    let mut folded = String::new();
    fold_into(word, &mut folded);
    for (read, meant) in [("rn", "m"), ("cl", "d"), ("vv", "w"), ("ri", "n"), ("li", "h")] {
        folded = folded.replace(read, meant);
    }
    let alike = |c: char| match c {
        '1' | '!' | '|' | 'l' | 'j' => 'i',
        '0' => 'o',
        '5' => 's',
        '8' | '6' | 'h' => 'b',
        '9' | 'q' => 'g',
        '2' => 'z',
        'e' => 'c',
        c => c,
    };
    folded.chars().filter(|c| c.is_alphanumeric() || matches!(c, '!' | '|')).map(alike).collect()
}

/// Whether one letter is another one, is missing, or is too many.
fn is_one_off(one: &[char], other: &[char]) -> bool {
    let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (one.get(same..).unwrap_or_default(), other.get(same..).unwrap_or_default());
    match (one, other) {
        ([_, a @ ..], [_, b @ ..]) if a == b => true,
        ([_, a @ ..], b) if a == b => true,
        (a, [_, b @ ..]) => a == b,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(left: &str, right: &str, scanned: Scanned) -> Vec<String> {
        let (l, r): (Vec<&str>, Vec<&str>) = (left.split(' ').collect(), right.split(' ').collect());
        let pairs = pairs(&l, &r, scanned);
        pairs.into_iter().map(|(a, b)| format!("{}={}", l[a].join("+"), r[b].join("+"))).collect()
    }

    const RIGHT: Scanned = Scanned { left: false, right: true };

    #[test]
    fn words_that_a_scanner_took_for_others_are_pairs() {
        for (left, right, expected) in [
            ("Agreement", "Agreemcnt", "Agreement=Agreemcnt"),
            ("the modern", "tbe modem", "the=tbe modern=modem"),
            ("Agreement", "Agree111e11t", ""),
            ("Parties shall", "Part ies shail", "Parties=Part+ies shall=shail"),
            ("2001 Government", "2O0l Go~ernment", "2001=2O0l Government=Go~ernment"),
            ("new words the", "tbe", "the=tbe"),
        ] {
            assert_eq!(found(left, right, RIGHT).join(" "), expected, "{left}");
        }
    }

    #[test]
    fn other_words_and_other_numbers_are_changes() {
        for (left, right) in [
            ("may", "shall"),
            ("15", "18"),
            ("II", "11"),
            ("III", "II"),
            ("six", "ten"),
            ("to", "lo"),
            ("import", "export"),
        ] {
            assert!(found(left, right, RIGHT).is_empty(), "{left} {right}");
        }
        assert!(found("Agreement", "Agreemcnt", Scanned::default()).is_empty());
    }
}
