//! The set of letters of a word.

/// A set of letters in 64 bits, so that one operation rules out most words. Different letters may share a bit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Letters(u64);

impl Letters {
    pub(crate) fn of(word: &str) -> Self {
        Self(word.chars().fold(0, |set, letter| set | bit(letter)))
    }

    /// How many bits of these letters the other set lacks: a lower bound for the typos between the two words.
    pub(crate) fn missing_in(self, other: Self) -> u32 {
        (self.0 & !other.0).count_ones()
    }
}

fn bit(letter: char) -> u64 {
    1 << match letter {
        'a'..='z' => letter as u32 - 'a' as u32,
        '0'..='9' => 26 + letter as u32 - '0' as u32,
        _ => 36 + letter as u32 % 28,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letter_sets_bound_the_slips() {
        assert_eq!(Letters::of("enegry").missing_in(Letters::of("energy")), 0);
        assert_eq!(Letters::of("qat").missing_in(Letters::of("cat")), 1);
    }
}
