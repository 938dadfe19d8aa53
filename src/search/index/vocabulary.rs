//! Every different folded word of the collection, so that a query is matched against words, not against texts.

use super::families::Families;
use super::letters::Letters;
use super::names::Names;
use crate::search::stem::Stem;
use memchr::memmem;
use std::ops::Range;

/// The words. Each has a number, which stays the same while the collection grows, and a rank in alphabetical order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary {
    /// `\nword\nword\n` in alphabetical order, so that a prefix is a range of ranks, and one pass finds a part of a word.
    text: String,
    /// By rank: the start of the word in `text`, its number, its letters.
    starts: Vec<u32>,
    numbers: Vec<u32>,
    letters: Vec<Letters>,
    /// By number: the rank, and the number of items that hold the word.
    ranks: Vec<u32>,
    counts: Vec<u32>,
    /// The spellings of the same names.
    names: Names,
    families: Families,
}

impl Vocabulary {
    /// The vocabulary of these words: by number, the word, the number of items that hold it, and its other spellings; and
    /// which of them are forms of the same word.
    pub(super) fn new(words: &[Box<str>], counts: Vec<u32>, names: Names, families: Families) -> Self {
        let mut numbered: Vec<(&str, u32)> = words.iter().map(|word| &**word).zip(0u32..).collect();
        numbered.sort_unstable();
        let mut vocabulary = Self { counts, names, families, text: "\n".to_owned(), ..Self::default() };
        vocabulary.ranks = vec![0; words.len()];
        for ((word, number), rank) in numbered.into_iter().zip(0u32..) {
            vocabulary.starts.push(u32::try_from(vocabulary.text.len()).unwrap_or(u32::MAX));
            vocabulary.text.push_str(word);
            vocabulary.text.push('\n');
            vocabulary.numbers.push(number);
            vocabulary.letters.push(Letters::of(word));
            if let Some(place) = vocabulary.ranks.get_mut(number as usize) {
                *place = rank;
            }
        }
        vocabulary
    }

    pub(crate) fn len(&self) -> usize {
        self.numbers.len()
    }

    /// The word with a rank.
    pub(crate) fn word(&self, rank: usize) -> &str {
        let start = self.starts.get(rank).map_or(0, |start| *start as usize);
        let end = self.starts.get(rank + 1).map_or(self.text.len(), |next| *next as usize);
        self.text.get(start..end.saturating_sub(1)).unwrap_or_default()
    }

    /// The word with a number.
    pub(crate) fn numbered(&self, number: u32) -> &str {
        self.ranks.get(number as usize).map_or("", |rank| self.word(*rank as usize))
    }

    /// The number of the word with a rank.
    pub(crate) fn number(&self, rank: usize) -> u32 {
        self.numbers.get(rank).copied().unwrap_or(u32::MAX)
    }

    /// The number of items that hold the word with this number.
    pub(crate) fn count(&self, number: u32) -> u32 {
        self.counts.get(number as usize).copied().unwrap_or(0)
    }

    /// Whether items hold the word with this number, or another spelling of it is known.
    pub(crate) fn is_known(&self, number: u32) -> bool {
        self.count(number) > 0 || self.names.has(number)
    }

    /// Whether items hold a folded word or another form of it.
    pub(crate) fn holds(&self, written: &str, folded: &str) -> bool {
        let held = |number: u32| self.count(number) > 0;
        self.find(folded).is_some_and(|rank| held(self.number(rank)))
            || self.forms(written, folded).into_iter().any(held)
    }

    /// The numbers of the words that spell the same part of a name as one of these, themselves included.
    pub(crate) fn spellings(&self, numbers: impl Iterator<Item = u32>) -> impl Iterator<Item = u32> + '_ {
        self.names.of(numbers)
    }

    /// The numbers of the other forms of a word, given as written and folded.
    pub(crate) fn forms(&self, written: &str, folded: &str) -> Vec<u32> {
        let own = self.find(folded).map(|rank| self.number(rank));
        // A word that no text has may be in any of their languages.
        let stems = match self.stems(folded) {
            stems if stems.is_empty() => self.families.stems_of(written),
            stems => stems,
        };
        let mut forms: Vec<u32> = Vec::new();
        for stem in stems {
            let shares = |number: &u32| stem.is_shared(folded, self.numbered(*number));
            forms.extend(self.families.members(stem).filter(shares));
        }
        forms.retain(|number| Some(*number) != own);
        forms
    }

    /// The stems that a folded word has in the texts; empty if none has it.
    pub(in crate::search) fn stems(&self, folded: &str) -> Vec<Stem> {
        self.find(folded).map(|rank| self.families.stems(self.number(rank))).unwrap_or_default()
    }

    /// The rank of a word.
    pub(crate) fn find(&self, word: &str) -> Option<usize> {
        let rank = self.first_from(0, |other| other < word);
        (rank < self.len() && self.word(rank) == word).then_some(rank)
    }

    /// The ranks of the words with this prefix.
    pub(crate) fn beginning_with(&self, beginning: &str) -> Range<usize> {
        let first = self.first_from(0, |word| word < beginning);
        first..self.first_from(first, |word| word.starts_with(beginning))
    }

    /// The ranks of the words that contain this part, ascending.
    pub(crate) fn containing(&self, part: &str) -> Vec<usize> {
        let mut ranks = Vec::new();
        for at in memmem::find_iter(self.text.as_bytes(), part.as_bytes()) {
            let after = self.starts.partition_point(|start| *start as usize <= at);
            let rank = after.saturating_sub(1);
            if ranks.last() != Some(&rank) {
                ranks.push(rank);
            }
        }
        ranks
    }

    /// The ranks of the words that lack at most `typos` of these letters.
    pub(crate) fn with_letters(&self, letters: Letters, typos: u32) -> impl Iterator<Item = usize> + '_ {
        let ranks = self.letters.iter().enumerate();
        ranks.filter(move |(_, other)| letters.missing_in(**other) <= typos).map(|(rank, _)| rank)
    }

    pub(super) fn bytes(&self) -> usize {
        self.text.len()
            + self.starts.len() * 4
            + self.numbers.len() * 4
            + self.letters.len() * 8
            + self.ranks.len() * 4
            + self.counts.len() * 4
            + self.names.bytes()
            + self.families.bytes()
    }

    /// The first rank from `low` on for whose word `holds` is false; it must be true for all words before.
    fn first_from(&self, mut low: usize, holds: impl Fn(&str) -> bool) -> usize {
        let mut high = self.len();
        while low < high {
            let middle = low.midpoint(high);
            if holds(self.word(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary(words: &[&str]) -> Vocabulary {
        let words: Vec<Box<str>> = words.iter().map(|w| Box::from(*w)).collect();
        let counts = vec![1; words.len()];
        Vocabulary::new(&words, counts, Names::default(), Families::default())
    }

    #[test]
    fn words_are_found_whole_by_beginning_and_inside() {
        let v = vocabulary(&["tourism", "ecotourism", "tour", "energy", "tourist"]);
        assert_eq!(v.find("energy").map(|rank| v.number(rank)), Some(3));
        assert_eq!(v.find("ener"), None);
        let begin: Vec<&str> = v.beginning_with("tour").map(|rank| v.word(rank)).collect();
        assert_eq!(begin, ["tour", "tourism", "tourist"]);
        let inside: Vec<&str> = v.containing("touris").into_iter().map(|rank| v.word(rank)).collect();
        assert_eq!(inside, ["ecotourism", "tourism", "tourist"]);
        assert_eq!(v.numbered(1), "ecotourism");
        assert_eq!(v.beginning_with("zz").len() + v.beginning_with("a").len(), 0);
    }
}
