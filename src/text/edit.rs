//! Edit distance with swapped letters: how many typos lie between two words.
//!
//! A subsequence matcher sees a letter that was left out, but no letter that is wrong, doubled or swapped; this
//! does. The distance is that of optimal string alignment, computed one column of bits a letter (Hyyrö 2003).

/// Longer words are not compared: the column has 64 bits, and nobody mistypes a word that long by two letters.
pub const MAX_LETTERS: usize = 60;

/// A word prepared for comparison with many others.
#[derive(Clone, Debug)]
pub struct Pattern {
    ascii: [u64; 128],
    others: Vec<(char, u64)>,
    letters: u32,
}

/// How far a word is from the pattern: letters missing, extra, wrong or swapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Distance {
    /// To the whole word.
    pub whole: u32,
    /// To the nearest prefix of the word.
    pub beginning: u32,
}

impl Pattern {
    /// The pattern of a word; `None` if it is empty or longer than [`MAX_LETTERS`].
    pub fn new(word: &str) -> Option<Self> {
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
    pub fn distance(&self, word: &str) -> Distance {
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

/// The known word that was probably meant, if one is near enough: one typo, and one more for every four letters.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let pattern = Pattern::new(word)?;
    let most = |known: &str| 1 + known.len().max(word.len()) / 4;
    let near = known.into_iter().map(|known| (pattern.distance(known).whole as usize, known));
    near.filter(|(distance, known)| *distance <= most(known)).min().map(|(_, known)| known)
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
    fn typos_cost_one_each() {
        assert_eq!(distance("soverignty", "sovereignty"), (1, 1));
        assert_eq!(distance("enegry", "energy"), (1, 1));
        assert_eq!(distance("souvereignty", "sovereignty"), (1, 1));
        assert_eq!(distance("soverig", "sovereignty").1, 1);
        assert_eq!(distance("жана", "жаңа").0, 1);
        assert_eq!(distance("abcd", "abcd"), (0, 0));
        assert!(Pattern::new("").is_none() && Pattern::new(&"x".repeat(61)).is_none());
    }

    #[test]
    fn nearest_is_near() {
        assert_eq!(nearest("sumary", ["title", "summary", "sources"]), Some("summary"));
        assert_eq!(nearest("colour", ["title", "summary"]), None);
    }

    proptest! {
        #[test]
        fn the_distance_is_that_of_the_definition(a in "[abc]{1,8}", b in "[abc]{0,8}") {
            prop_assert_eq!(distance(&a, &b).0 as usize, strsim::osa_distance(&a, &b));
        }

        #[test]
        fn the_beginning_is_the_nearest_one(a in "[abc]{1,6}", b in "[abc]{0,8}") {
            let nearest = (0..=b.len()).map(|end| strsim::osa_distance(&a, b.get(..end).unwrap())).min().unwrap();
            prop_assert_eq!(distance(&a, &b).1 as usize, nearest);
        }
    }
}
