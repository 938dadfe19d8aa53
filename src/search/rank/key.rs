//! The order of matches.
//!
//! Items are sorted by
//! 1. how many of the query's words they hold;
//! 2. how many of these are not corrected typos, so that no exact match comes after a fuzzy one;
//! 3. whether the words are in a row as in the query (only for items with all words; a remark does not count);
//! 4. points: for each word by its rarity, its field and how exactly it matches, half of them for sources and disputes; and
//!    a few for a short title with all words;
//! 5. for queries of several words, the length of a clause in steps of half a doubling: a short clause is more about
//!    the words than a long one (everything else counts as short);
//! 6. how near the words are to each other (only for items with all words);
//! 7. sources and disputes last; then the date, undated last; then the order of the collection.
//!
//! 1, 2 and 4 make a [`Key`] of 16 bits, computed for every item from posting lists; 3 and 6 need the texts.

use crate::search::index::Weight;
use crate::search::query::MAX_WORDS;
use crate::search::tolerance::{Hits, Tier};

/// Bits of a key that hold points.
const POINT_BITS: u32 = 10;
const MOST_POINTS: u32 = (1 << POINT_BITS) - 1;

/// What posting lists say about an item: words held, words held without a typo, points. Greater is better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Key(u16);

impl Key {
    /// The key of an item that holds `held` words, `direct` of them without a typo.
    fn new(held: u32, direct: u32, points: u32) -> Self {
        let class = held * (held + 1) / 2 + direct;
        Self(u16::try_from(class << POINT_BITS | points.min(MOST_POINTS)).unwrap_or(u16::MAX))
    }

    /// The lowest key of an item that holds this many words.
    pub(super) fn lowest(held: usize) -> Self {
        Self::new(u32::try_from(held).unwrap_or(u32::MAX), 0, 0)
    }

    /// How many keys there can be for a query of this many words.
    pub(super) fn bound(words: usize) -> usize {
        Self::lowest(words + 1).index()
    }

    pub(super) fn best(keys: &[Self]) -> Self {
        // Plain numbers, so that several are compared in one instruction.
        Self(keys.iter().fold(0, |best, key| best.max(key.0)))
    }

    pub(super) fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The keys of each class for a query of this many words, as numbers, best class first.
    pub(super) fn classes(words: usize) -> impl Iterator<Item = std::ops::Range<usize>> {
        let classes = Self::bound(words) >> POINT_BITS;
        (1..classes).rev().map(|class| class << POINT_BITS..(class + 1) << POINT_BITS)
    }

    /// Words held and words held without a typo, as one number.
    pub(super) fn class(self) -> u16 {
        self.0 >> POINT_BITS
    }

    pub(super) fn held(self) -> usize {
        (1..=MAX_WORDS).take_while(|held| Self::lowest(*held) <= self).count()
    }

    /// Whether a word matches only as a corrected typo.
    pub(super) fn has_typo(self) -> bool {
        self.class() < Self::new_class(self.held())
    }

    fn new_class(held: usize) -> u16 {
        u16::try_from(held * (held + 1) / 2 + held).unwrap_or(u16::MAX)
    }

    pub(super) fn points(self) -> u32 {
        u32::from(self.0) & MOST_POINTS
    }
}

/// The sum of an item's hits, packed so that adding a word is one addition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sum(u32);

impl Sum {
    fn word(points: u32, tier: Tier, weight: Weight) -> Self {
        let direct = u32::from(tier != Tier::Fuzzy);
        let title = u32::from(weight >= Weight::Title);
        // Points of eight words stay below 2^16, so the parts never touch.
        Self(1 << 28 | direct << 24 | title << 20 | points)
    }

    /// The sum of every item for a query without words, which counts as one word.
    pub(super) fn every() -> Self {
        Self::word(1, Tier::Exact, Weight::Text)
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

/// Makes keys of sums. Every item gets a key at every keystroke, so tables are computed in advance.
pub(super) struct KeyMaker {
    words: u32,
    /// The lowest key by the byte of a sum that has the words held and the words held without a typo.
    lowest: [u16; 256],
    /// Points for a title with all words, by its number of words.
    bonus: [u16; 256],
}

impl KeyMaker {
    pub(super) fn new(words: usize) -> Self {
        let lowest = std::array::from_fn(|byte| {
            let byte = u32::try_from(byte).unwrap_or(0);
            Key::new(byte >> 4, byte & 15, 0).0
        });
        let bonus = std::array::from_fn(|title_words| u16::try_from(30 / (title_words + 1)).unwrap_or(0));
        Self { words: u32::try_from(words).unwrap_or(u32::MAX), lowest, bonus }
    }

    /// The key of an item whose title has this many words. If its title does not count because it only backs others, its
    /// words count half.
    pub(super) fn key(&self, sum: Sum, title_words: u8) -> Key {
        let lowest = self.lowest.get((sum.0 >> 24) as usize).copied().unwrap_or(0);
        let in_title = sum.0 >> 20 & 15;
        let all = in_title == self.words;
        let bonus = if all { self.bonus.get(usize::from(title_words)).copied().unwrap_or(0) } else { 0 };
        let points = sum.0 as u16 >> u16::from(title_words == u8::MAX);
        Key(lowest | (points + bonus).min(MOST_POINTS as u16))
    }
}

/// Words to look up for a query word, and what an item with one of them gets.
pub(super) struct Level<'h> {
    /// The posting lists to look them up in.
    pub weight: Weight,
    /// Their numbers, ascending.
    pub numbers: &'h [u32],
    /// What it adds.
    pub sum: Sum,
}

/// What an item gets that prints a hyphenated word as several: as much as for another spelling.
pub(super) fn parted(rarity: u32) -> Sum {
    Sum::word(grade(Tier::Name, Weight::Text) * rarity, Tier::Name, Weight::Text)
}

/// The levels of a query word from worst to best; an item gets the last that applies.
pub(super) fn levels(hits: &Hits, rarity: u32) -> Vec<Level<'_>> {
    let mut levels: Vec<(u32, Level)> = Vec::new();
    for tier in Tier::ALL {
        let numbers = hits.numbers(tier);
        if numbers.is_empty() {
            continue;
        }
        for weight in Weight::ALL {
            let grade = grade(tier, weight);
            levels.push((grade, Level { weight, numbers, sum: Sum::word(grade * rarity, tier, weight) }));
        }
    }
    levels.sort_by_key(|(grade, level)| (*grade, level.weight));
    levels.into_iter().map(|(_, level)| level).collect()
}

/// How well a word matches: by exactness first, but another form in a title is better than an exact word in a text.
fn grade(tier: Tier, weight: Weight) -> u32 {
    // By weight: text, date, full title, title, title of one word.
    let grades = match tier {
        Tier::Exact => [18, 27, 25, 27, 31],
        Tier::Name => [17, 26, 24, 26, 30],
        Tier::Form => [16, 25, 23, 25, 28],
        Tier::Prefix => [11, 14, 13, 14, 15],
        Tier::Inside => [6, 9, 8, 9, 10],
        Tier::Fuzzy => [1, 4, 3, 4, 5],
    };
    grades.get(weight as usize).copied().unwrap_or(0)
}

/// How rare a word is that this many of the items hold, from 1 to 4. All words that match a query word count together,
/// so that neither a rare typo in a text nor a rare word with the same prefix comes first.
pub(super) fn rarity(items: usize, held: usize) -> u32 {
    let times = items.checked_div(held).unwrap_or(0).max(1);
    (1 + times.ilog2() / 3).min(4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_order_by_words_then_slips_then_points() {
        let ordered = [
            Key::new(1, 0, 9),
            Key::new(1, 1, 3),
            Key::new(1, 1, 4),
            Key::new(2, 0, 0),
            Key::new(2, 1, 1023),
            Key::new(2, 2, 0),
        ];
        assert!(ordered.is_sorted());
        assert!(ordered.iter().all(|key| key.index() < Key::bound(2)));
        let held: Vec<usize> = ordered.iter().map(|key| key.held()).collect();
        assert_eq!(held, [1, 1, 1, 2, 2, 2]);
        let typos: Vec<bool> = ordered.iter().map(|key| key.has_typo()).collect();
        assert_eq!(typos, [true, false, false, true, true, false]);
    }

    #[test]
    fn the_best_of_eight_words_fits() {
        let word = Sum::word(31 * 4, Tier::Exact, Weight::Whole);
        let sum = (0..MAX_WORDS).fold(Sum::default(), |sum, _| sum.plus(word));
        let key = KeyMaker::new(8).key(sum, 1);
        assert_eq!((key.held(), key.points(), key.has_typo()), (8, 31 * 4 * 8 + 15, false));
        assert!(key.index() < Key::bound(MAX_WORDS) && Key::bound(MAX_WORDS) <= 1 << 16);
    }

    #[test]
    fn rarity_is_one_to_four() {
        assert_eq!(
            [rarity(253, 200), rarity(253, 20), rarity(253, 1), rarity(1_000_000, 1), rarity(0, 0)],
            [1, 2, 3, 4, 1]
        );
    }
}
