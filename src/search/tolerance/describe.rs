//! Describes typos in words.

use crate::text::edit::MAX_LETTERS;

/// What is wrong with `typed` if `word` was meant: "two letters swapped", "one letter missing".
pub(super) fn describe(typed: &str, word: &str) -> String {
    let typos = Typos::between(typed, word);
    let say = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(one.to_owned()),
        n => Some(format!("{} {many}", number(n))),
    };
    let parts = [
        say(typos.swapped, "two letters swapped", "pairs of letters swapped"),
        say(typos.missing, "one letter missing", "letters missing"),
        say(typos.extra, "one letter too many", "letters too many"),
        say(typos.wrong, "one letter wrong", "letters wrong"),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn number(n: usize) -> String {
    match n {
        2 => "two".to_owned(),
        3 => "three".to_owned(),
        4 => "four".to_owned(),
        n => n.to_string(),
    }
}

/// The fewest typos that turn the word into what was typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Typos {
    swapped: usize,
    missing: usize,
    extra: usize,
    wrong: usize,
}

impl Typos {
    fn total(self) -> usize {
        self.swapped + self.missing + self.extra + self.wrong
    }

    fn between(typed: &str, word: &str) -> Self {
        let typed: Vec<char> = typed.chars().take(MAX_LETTERS).collect();
        let word: Vec<char> = word.chars().take(MAX_LETTERS).collect();
        // Rows of the fewest typos between each prefix of `typed` and each prefix of `word`.
        let mut rows: Vec<Vec<Self>> =
            vec![(0..=word.len()).map(|missing| Self { missing, ..Self::default() }).collect()];
        for (i, typed_letter) in typed.iter().enumerate() {
            let mut row = vec![Self { extra: i + 1, ..Self::default() }];
            for (j, letter) in word.iter().enumerate() {
                let at = |back: usize, left: usize| {
                    let row = rows.len().checked_sub(back).and_then(|r| rows.get(r));
                    row.and_then(|row| row.get((j + 1).checked_sub(left)?)).copied()
                };
                let mut ways: Vec<Self> = Vec::with_capacity(4);
                if let Some(way) = at(1, 1) {
                    ways.push(if typed_letter == letter {
                        way
                    } else {
                        Self { wrong: way.wrong + 1, ..way }
                    });
                }
                let crossed = i > 0
                    && j > 0
                    && typed.get(i - 1) == Some(letter)
                    && word.get(j - 1) == Some(typed_letter);
                if let (true, Some(way)) = (crossed, at(2, 2)) {
                    ways.push(Self { swapped: way.swapped + 1, ..way });
                }
                ways.extend(row.last().map(|way| Self { missing: way.missing + 1, ..*way }));
                ways.extend(at(1, 0).map(|way| Self { extra: way.extra + 1, ..way }));
                row.extend(ways.into_iter().min_by_key(|way| way.total()));
            }
            rows.push(row);
        }
        rows.last().and_then(|row| row.last()).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn slips_are_told_in_words() {
        for (typed, word, told) in [
            ("renewabel", "renewable", "two letters swapped"),
            ("soverignty", "sovereignty", "one letter missing"),
            ("souvereignty", "sovereignty", "one letter too many"),
            ("eliyev", "aliyev", "one letter wrong"),
            ("intelectaul", "intellectual", "two letters swapped, one letter missing"),
            ("rnwble", "renewable", "three letters missing"),
        ] {
            assert_eq!(describe(typed, word), told, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn typos_are_as_many_as_the_distance(a in "[abc]{1,8}", b in "[abc]{0,8}") {
            prop_assert_eq!(Typos::between(&a, &b).total(), strsim::osa_distance(&a, &b));
        }
    }
}
