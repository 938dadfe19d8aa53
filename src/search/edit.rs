//! Edit distance with swapped letters: what a slip of the fingers costs.
//!
//! A subsequence matcher sees a letter that was left out, but no letter that is wrong, doubled or swapped; this
//! does. The distance is that of optimal string alignment, computed one column of bits a letter (Hyyrö 2003).

/// Longer words are not compared: the column has 64 bits, and nobody misspells 60 letters by two.
pub(super) const MAX_LETTERS: usize = 60;

/// A word made ready to be compared with many others.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    ascii: [u64; 128],
    others: Vec<(char, u64)>,
    letters: u32,
}

/// How far a word is from the pattern, in slips.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Distance {
    /// From the whole word.
    pub whole: u32,
    /// From the beginning of the word that is nearest.
    pub beginning: u32,
}

impl Pattern {
    /// The pattern of a folded word; none for an empty one and for one above [`MAX_LETTERS`].
    pub(super) fn new(word: &str) -> Option<Self> {
        let letters = word.chars().count();
        if letters == 0 || letters > MAX_LETTERS {
            return None;
        }
        let mut pattern = Self { ascii: [0; 128], others: Vec::new(), letters: u32::try_from(letters).ok()? };
        for (i, c) in word.chars().enumerate() {
            pattern.set(c, 1 << i);
        }
        Some(pattern)
    }

    fn set(&mut self, c: char, place: u64) {
        if let Some(places) = self.ascii.get_mut(c as usize) {
            *places |= place;
        } else if let Some((_, places)) = self.others.iter_mut().find(|(other, _)| *other == c) {
            *places |= place;
        } else {
            self.others.push((c, place));
        }
    }

    fn places(&self, c: char) -> u64 {
        match self.ascii.get(c as usize) {
            Some(places) => *places,
            None => self.others.iter().find(|(other, _)| *other == c).map_or(0, |(_, places)| *places),
        }
    }

    /// The distance to a word.
    pub(super) fn distance(&self, word: &str) -> Distance {
        let top = 1u64 << (self.letters - 1);
        let (mut plus, mut minus, mut diagonal, mut last) = (!0u64, 0u64, 0u64, 0u64);
        let mut whole = self.letters;
        let mut beginning = whole;
        for c in word.chars() {
            let equal = self.places(c);
            let swapped = ((!diagonal & equal) << 1) & last;
            diagonal = ((equal & plus).wrapping_add(plus) ^ plus) | equal | minus | swapped;
            let up = minus | !(diagonal | plus);
            let down = plus & diagonal;
            whole = if up & top != 0 {
                whole + 1
            } else if down & top != 0 {
                whole - 1
            } else {
                whole
            };
            beginning = beginning.min(whole);
            let up = (up << 1) | 1;
            plus = (down << 1) | !(diagonal | up);
            minus = up & diagonal;
            last = equal;
        }
        Distance { whole, beginning }
    }
}

/// What was typed wrong when `typed` stands for `word`, in words: "two letters swapped", "one letter missing".
pub(super) fn describe(typed: &str, word: &str) -> String {
    let slips = Slips::between(typed, word);
    let say = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(one.to_owned()),
        n => Some(format!("{} {many}", number(n))),
    };
    let parts = [
        say(slips.swapped, "two letters swapped", "pairs of letters swapped"),
        say(slips.missing, "one letter missing", "letters missing"),
        say(slips.extra, "one letter too many", "letters too many"),
        say(slips.wrong, "one letter wrong", "letters wrong"),
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

/// The slips of the cheapest way from what was typed to the word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Slips {
    swapped: usize,
    missing: usize,
    extra: usize,
    wrong: usize,
}

impl Slips {
    fn total(self) -> usize {
        self.swapped + self.missing + self.extra + self.wrong
    }

    fn between(typed: &str, word: &str) -> Self {
        let typed: Vec<char> = typed.chars().take(MAX_LETTERS).collect();
        let word: Vec<char> = word.chars().take(MAX_LETTERS).collect();
        // Rows of the cheapest slips from each beginning of `typed` to each beginning of `word`.
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

    fn distance(a: &str, b: &str) -> (u32, u32) {
        let distance = Pattern::new(a).unwrap().distance(b);
        (distance.whole, distance.beginning)
    }

    #[test]
    fn slips_cost_one_each() {
        assert_eq!(distance("soverignty", "sovereignty"), (1, 1));
        assert_eq!(distance("enegry", "energy"), (1, 1));
        assert_eq!(distance("souvereignty", "sovereignty"), (1, 1));
        assert_eq!(distance("soverig", "sovereignty").1, 1);
        assert_eq!(distance("жана", "жаңа").0, 1);
        assert_eq!(distance("abcd", "abcd"), (0, 0));
        assert!(Pattern::new("").is_none() && Pattern::new(&"x".repeat(61)).is_none());
    }

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
        fn the_distance_is_that_of_the_slips(a in "[abc]{1,8}", b in "[abc]{0,8}") {
            prop_assert_eq!(distance(&a, &b).0 as usize, Slips::between(&a, &b).total());
            prop_assert_eq!(distance(&a, &b).0 as usize, strsim::osa_distance(&a, &b));
        }

        #[test]
        fn the_beginning_is_the_nearest_one(a in "[abc]{1,6}", b in "[abc]{0,8}") {
            let nearest = (0..=b.len()).map(|end| strsim::osa_distance(&a, b.get(..end).unwrap())).min().unwrap();
            prop_assert_eq!(distance(&a, &b).1 as usize, nearest);
        }
    }
}
