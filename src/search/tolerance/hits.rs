//! The words of the vocabulary that match a word of the query, and how well.

use super::reach::{LONG_ENOUGH, Reach, Tier, first_letter, reach, tier};
use super::typos::{TIMES_MORE, Typo, halves, near};
use crate::search::index::Vocabulary;
use crate::search::query::{QueryWord, Shape};
use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

/// A query word that the collection does not have, and what is searched instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The word as typed.
    pub typed: String,
    /// Its bytes in the query.
    pub range: Range<usize>,
    /// The nearest word of the collection, folded.
    pub read_as: String,
    /// Why, in words: "two letters swapped".
    pub reason: String,
}

/// The words that match one query word.
#[derive(Clone, Debug)]
pub(crate) struct Hits {
    folded: String,
    reach: Reach,
    /// The first letters of the words that match by their letters, see [`first_letter`].
    letters: u32,
    /// Words that match better than by their letters: forms, other spellings, typos.
    others: BTreeMap<String, Tier>,
    /// Other query words, any of which may match instead.
    alternatives: Vec<Hits>,
    /// The numbers of all words that match, ascending, by tier.
    numbers: BTreeMap<Tier, Vec<u32>>,
    /// The numbers of the words that it may be a typo of; `None` if it is taken for none.
    meant: Option<Vec<u32>>,
    /// What is searched instead if the collection does not have the word.
    pub correction: Option<Correction>,
}

/// A word in fewer items than this may be a typo in the text.
const RARE: u32 = 16;

impl Hits {
    /// Matches a query word against the vocabulary.
    pub(crate) fn find(vocabulary: &Vocabulary, word: &QueryWord) -> Self {
        let mut hits = Self {
            folded: word.folded.clone(),
            reach: reach(vocabulary, word),
            letters: first_letter(&word.folded),
            others: BTreeMap::new(),
            alternatives: Vec::new(),
            numbers: BTreeMap::new(),
            meant: None,
            correction: None,
        };
        hits.by_letters(vocabulary);
        if matches!(word.shape, Shape::Quoted | Shape::Starred) {
            return hits;
        }
        hits.by_stem(vocabulary, word);
        hits.by_name(vocabulary, word);
        let held: u32 = hits.all().map(|number| vocabulary.count(number)).fold(0, u32::saturating_add);
        if held == 0 {
            hits.by_typo(vocabulary, word);
            if hits.correction.is_none() {
                hits.by_halves(vocabulary, word);
            }
        } else if held < RARE {
            hits.by_typo_in_the_text(vocabulary, word, held);
        }
        hits
    }

    /// How a folded word of a text matches, and which part of it; `None` if it does not.
    pub(crate) fn matching(&self, word: &str) -> Option<(Tier, Range<usize>)> {
        let by_letters = tier(&self.folded, word, self.reach);
        let better = self.others.get(word);
        let own = match (by_letters, better) {
            (Some((tier, part)), Some(better)) => Some((tier.max(*better), part)),
            (by_letters, better) => by_letters.or_else(|| better.map(|tier| (*tier, 0..word.len()))),
        };
        let others = self.alternatives.iter().filter_map(|other| other.matching(word));
        own.into_iter().chain(others).max_by_key(|(tier, _)| *tier)
    }

    /// The first letters of ASCII words that may match, one bit each, by which most words of a text are skipped.
    pub(crate) fn first_letters(&self) -> u32 {
        let own = self.others.keys().fold(self.letters, |letters, word| letters | first_letter(word));
        self.alternatives.iter().fold(own, |letters, other| letters | other.first_letters())
    }

    /// Adds the words that match another query word.
    pub(crate) fn or(&mut self, other: Self) {
        for (tier, numbers) in &other.numbers {
            for number in numbers {
                self.set_tier(*number, *tier);
            }
        }
        self.correction = self.correction.take().or(other.correction.clone());
        self.alternatives.push(other);
    }

    /// Notes that a word matches, in its best tier.
    fn set_tier(&mut self, number: u32, tier: Tier) {
        if self.numbers.range(tier..).any(|(_, numbers)| numbers.binary_search(&number).is_ok()) {
            return;
        }
        for numbers in self.numbers.values_mut() {
            numbers.retain(|other| *other != number);
        }
        let numbers = self.numbers.entry(tier).or_default();
        numbers.insert(numbers.partition_point(|other| *other < number), number);
    }

    /// The numbers of the words that match in a tier, ascending.
    pub(crate) fn numbers(&self, tier: Tier) -> &[u32] {
        self.numbers.get(&tier).map_or(&[], Vec::as_slice)
    }

    /// The numbers of the words that it may be a typo of; `None` if it is taken for none.
    pub(super) fn meant(&self) -> Option<&[u32]> {
        self.meant.as_deref()
    }

    /// The numbers of all words that match.
    pub(crate) fn all(&self) -> impl Iterator<Item = u32> + '_ {
        self.numbers.values().flatten().copied()
    }

    fn by_letters(&mut self, vocabulary: &Vocabulary) {
        let mut ranks: Vec<usize> = match self.reach {
            Reach::Whole => vocabulary.find(&self.folded).into_iter().collect(),
            Reach::Beginning => vocabulary.beginning_with(&self.folded).collect(),
            Reach::Inside => vocabulary.containing(&self.folded),
        };
        ranks.sort_unstable();
        for rank in ranks {
            if let Some((tier, _)) = tier(&self.folded, vocabulary.word(rank), self.reach) {
                self.letters |= first_letter(vocabulary.word(rank));
                self.numbers.entry(tier).or_default().push(vocabulary.number(rank));
            }
        }
        self.numbers.values_mut().for_each(|numbers| numbers.sort_unstable());
    }

    /// Adds the other forms of the word, and of a numeral the other way to write it. An abbreviation has none.
    fn by_stem(&mut self, vocabulary: &Vocabulary, word: &QueryWord) {
        if word.shape == Shape::Capitals && self.reach == Reach::Whole {
            return;
        }
        // Letters with accents, of words that no text has, are only known as typed.
        let written = if word.parts.is_empty() { &word.typed } else { &word.folded };
        for number in vocabulary.forms(written, &word.folded) {
            self.add(vocabulary, number, Tier::Form);
        }
    }

    /// Adds the other spellings of names among the words that match.
    fn by_name(&mut self, vocabulary: &Vocabulary, word: &QueryWord) {
        let own: HashSet<u32> = self.all().collect();
        let mut names: Vec<(Tier, u32)> = Vec::new();
        for (tier, numbers) in &self.numbers {
            let tier = if *tier == Tier::Exact { Tier::Name } else { *tier };
            let spelt = vocabulary.spellings(numbers.iter().copied());
            names.extend(spelt.map(|other| (tier, other)));
        }
        let held = self.all().any(|number| vocabulary.count(number) > 0);
        let others = names.iter().filter(|(_, other)| !own.contains(other));
        let best = others.max_by_key(|(tier, other)| (*tier, vocabulary.count(*other)));
        if let Some((_, other)) = best.filter(|_| !held) {
            let reason = "another spelling of the name".to_owned();
            self.read(word, vocabulary.numbered(*other), reason);
        }
        for (tier, other) in names {
            self.add(vocabulary, other, tier);
        }
    }

    fn by_typo(&mut self, vocabulary: &Vocabulary, word: &QueryWord) {
        let near = near(vocabulary, word);
        self.meant = Some(Vec::new());
        let Some(best) = near.first() else { return };
        let read_as = best.word(vocabulary);
        self.read(word, read_as, best.reason(&word.folded, read_as));
        for typo in &near {
            self.add_typo(vocabulary, typo);
        }
    }

    /// If the texts write the word as two, the rarer of them matches, which is more specific.
    fn by_halves(&mut self, vocabulary: &Vocabulary, word: &QueryWord) {
        let Some([first, second]) = halves(vocabulary, word) else { return };
        let rarer = if vocabulary.count(first) < vocabulary.count(second) { first } else { second };
        let read_as = format!("{} {}", vocabulary.numbered(first), vocabulary.numbered(second));
        // Items with only this word are found too, so the reason says so.
        let reason = format!("two words written as one; found by {}", vocabulary.numbered(rarer));
        self.read(word, &read_as, reason);
        self.add(vocabulary, rarer, Tier::Fuzzy);
    }

    fn by_typo_in_the_text(&mut self, vocabulary: &Vocabulary, word: &QueryWord, held: u32) {
        if word.folded.chars().count() < LONG_ENOUGH {
            return;
        }
        self.meant = Some(Vec::new());
        for typo in near(vocabulary, word) {
            if vocabulary.count(typo.number) >= held.saturating_mul(TIMES_MORE) {
                self.add_typo(vocabulary, &typo);
            }
        }
    }

    /// Adds a word that was meant, with its other forms and spellings.
    fn add_typo(&mut self, vocabulary: &Vocabulary, typo: &Typo) {
        let word = typo.word(vocabulary);
        self.meant.get_or_insert_default().push(typo.number);
        self.add(vocabulary, typo.number, Tier::Fuzzy);
        for number in vocabulary.forms(word, word) {
            self.add(vocabulary, number, Tier::Fuzzy);
        }
        for other in vocabulary.spellings(std::iter::once(typo.number)) {
            self.add(vocabulary, other, Tier::Fuzzy);
        }
    }

    fn read(&mut self, word: &QueryWord, read_as: &str, reason: String) {
        self.correction = Some(Correction {
            typed: word.typed.clone(),
            range: word.range.clone(),
            read_as: read_as.to_owned(),
            reason,
        });
    }

    /// Adds a word that matches in a tier, unless it already matches better.
    pub(crate) fn add(&mut self, vocabulary: &Vocabulary, number: u32, tier: Tier) {
        let word = vocabulary.numbered(number);
        if self.matching(word).is_some_and(|(better, _)| better >= tier) {
            return;
        }
        self.set_tier(number, tier);
        self.others.insert(word.to_owned(), tier);
    }
}
