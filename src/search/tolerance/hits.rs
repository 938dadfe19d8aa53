//! Which words of the vocabulary a query word stands for, and how well.

use super::typos::{TIMES_MORE, Typo, halves, near};
use crate::search::index::Vocabulary;
use crate::search::query::{QueryWord, Shape};
use std::collections::BTreeMap;
use std::ops::Range;

/// How a word of a text answers a query word, from worst to best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// With a typo.
    Fuzzy,
    /// It has the query word inside.
    Inside,
    /// It begins with the query word.
    Prefix,
    /// It is another form of the query word: with an ending of one or two letters, or with another ending.
    Form,
    /// It is another spelling of the same name, or the query's words written as one.
    Name,
    /// It is the query word.
    Exact,
}

impl Tier {
    /// Every tier, from worst to best.
    pub const ALL: [Self; 6] = [Self::Fuzzy, Self::Inside, Self::Prefix, Self::Form, Self::Name, Self::Exact];

    /// The word for people.
    pub fn word(self) -> &'static str {
        match self {
            Self::Fuzzy => "corrected spelling",
            Self::Inside => "inside a word",
            Self::Prefix => "start of a word",
            Self::Form => "another form",
            Self::Name => "another spelling",
            Self::Exact => "exact",
        }
    }
}

/// A query word that the collection does not hold, and what it was read as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The word as typed.
    pub typed: String,
    /// Where it stands in the query, in bytes.
    pub range: Range<usize>,
    /// The nearest word of the collection, folded.
    pub read_as: String,
    /// Why, in words: "two letters swapped".
    pub reason: String,
}

/// How far into a word a query word may match by its letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reach {
    Whole,
    Form,
    Beginning,
    Inside,
}

/// The words that answer one query word.
#[derive(Clone, Debug)]
pub(crate) struct Hits {
    folded: String,
    reach: Reach,
    /// The first letters of the words that answer by their letters, see [`first_letter`].
    letters: u32,
    /// Words that do not answer by their letters: other spellings, typos.
    others: BTreeMap<String, Tier>,
    /// Words that stand in place of this one.
    alternatives: Vec<Hits>,
    /// The numbers of all words that answer, ascending, by tier.
    numbers: BTreeMap<Tier, Vec<u32>>,
    /// What a word that is not there was read as.
    pub correction: Option<Correction>,
}

/// Letters a word has beyond the query word, at most, to count as an ending.
const ENDING: usize = 2;

/// Letters a finished word needs to be the beginning of another word, and any word to be inside one, when the
/// collection has the word itself: "the" should not find "therefore", nor "port" "support".
const LONG_ENOUGH: usize = 5;

/// A word that stands in so few items may be a typo of the text.
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
            correction: None,
        };
        hits.by_letters(vocabulary);
        if matches!(word.shape, Shape::Quoted | Shape::Starred) {
            return hits;
        }
        hits.by_form(vocabulary);
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

    /// How a folded word of a text answers, and which part of it does.
    pub(crate) fn answer(&self, word: &str) -> Option<(Tier, Range<usize>)> {
        let by_letters = tier(&self.folded, word, self.reach);
        let own = by_letters.or_else(|| self.others.get(word).map(|tier| (*tier, 0..word.len())));
        let others = self.alternatives.iter().filter_map(|other| other.answer(word));
        own.into_iter().chain(others).max_by_key(|(tier, _)| *tier)
    }

    /// The first letters of ASCII words that may answer, a bit each; most words of a text are passed over by them.
    pub(crate) fn first_letters(&self) -> u32 {
        let own = self.others.keys().fold(self.letters, |letters, word| letters | first_letter(word));
        self.alternatives.iter().fold(own, |letters, other| letters | other.first_letters())
    }

    /// Lets another word stand in place of this one.
    pub(crate) fn or(&mut self, other: Self) {
        for (tier, numbers) in &other.numbers {
            for number in numbers {
                self.answer_with(*number, *tier);
            }
        }
        self.correction = self.correction.take().or(other.correction.clone());
        self.alternatives.push(other);
    }

    /// Notes that a word answers, in its best tier.
    fn answer_with(&mut self, number: u32, tier: Tier) {
        if self.numbers.range(tier..).any(|(_, numbers)| numbers.binary_search(&number).is_ok()) {
            return;
        }
        for numbers in self.numbers.values_mut() {
            numbers.retain(|other| *other != number);
        }
        let numbers = self.numbers.entry(tier).or_default();
        numbers.insert(numbers.partition_point(|other| *other < number), number);
    }

    /// The words that answer in a tier, by number, ascending.
    pub(crate) fn numbers(&self, tier: Tier) -> &[u32] {
        self.numbers.get(&tier).map_or(&[], Vec::as_slice)
    }

    /// The numbers of all words that answer.
    pub(crate) fn all(&self) -> impl Iterator<Item = u32> + '_ {
        self.numbers.values().flatten().copied()
    }

    fn by_letters(&mut self, vocabulary: &Vocabulary) {
        let mut ranks: Vec<usize> = match self.reach {
            Reach::Whole => vocabulary.find(&self.folded).into_iter().collect(),
            Reach::Form | Reach::Beginning => vocabulary.beginning_with(&self.folded).collect(),
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

    /// Adds the forms of an English word: meeting finds meet and meetings, policies policy.
    fn by_form(&mut self, vocabulary: &Vocabulary) {
        if self.reach == Reach::Whole {
            return;
        }
        let forms: Vec<String> = forms(&self.folded).collect();
        for form in forms {
            if let Some(rank) = vocabulary.find(&form) {
                self.add(vocabulary, vocabulary.number(rank), Tier::Form);
            }
        }
    }

    /// Adds the other spellings of the names among the words that answer.
    fn by_name(&mut self, vocabulary: &Vocabulary, word: &QueryWord) {
        let mut names: Vec<(Tier, u32, u32)> = Vec::new();
        for (tier, numbers) in &self.numbers {
            let tier = if *tier == Tier::Exact { Tier::Name } else { *tier };
            let spelt =
                numbers.iter().flat_map(|n| vocabulary.names(*n).iter().map(move |other| (*n, *other)));
            names.extend(spelt.map(|(number, other)| (tier, number, other)));
        }
        let held = self.all().any(|number| vocabulary.count(number) > 0);
        let best = names.iter().max_by_key(|(tier, _, other)| (*tier, vocabulary.count(*other)));
        if let Some((_, _, other)) = best.filter(|_| !held) {
            let reason = "another spelling of the name".to_owned();
            self.read(word, vocabulary.numbered(*other), reason);
        }
        for (tier, _, other) in names {
            self.add(vocabulary, other, tier);
        }
    }

    fn by_typo(&mut self, vocabulary: &Vocabulary, word: &QueryWord) {
        let near = near(vocabulary, word);
        let Some(best) = near.first() else { return };
        let read_as = best.word(vocabulary);
        self.read(word, read_as, best.reason(&word.folded, read_as));
        for typo in &near {
            self.add_typo(vocabulary, typo);
        }
    }

    /// A word that the texts write as two answers with the rarer of them, which tells more.
    fn by_halves(&mut self, vocabulary: &Vocabulary, word: &QueryWord) {
        let Some([first, second]) = halves(vocabulary, word) else { return };
        let rarer = if vocabulary.count(first) < vocabulary.count(second) { first } else { second };
        let read_as = format!("{} {}", vocabulary.numbered(first), vocabulary.numbered(second));
        // Items with that one alone are found too, so it is said.
        let reason = format!("two words written as one; found by {}", vocabulary.numbered(rarer));
        self.read(word, &read_as, reason);
        self.add(vocabulary, rarer, Tier::Fuzzy);
    }

    fn by_typo_in_the_text(&mut self, vocabulary: &Vocabulary, word: &QueryWord, held: u32) {
        if word.folded.chars().count() < LONG_ENOUGH {
            return;
        }
        for typo in near(vocabulary, word) {
            if vocabulary.count(typo.number) >= held.saturating_mul(TIMES_MORE) {
                self.add_typo(vocabulary, &typo);
            }
        }
    }

    /// A word read for another answers with its endings and its other spellings.
    fn add_typo(&mut self, vocabulary: &Vocabulary, typo: &Typo) {
        let word = typo.word(vocabulary);
        for rank in vocabulary.beginning_with(word) {
            if tier(word, vocabulary.word(rank), Reach::Form).is_some() {
                self.add(vocabulary, vocabulary.number(rank), Tier::Fuzzy);
            }
        }
        for other in vocabulary.names(typo.number) {
            self.add(vocabulary, *other, Tier::Fuzzy);
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

    /// Adds a word that does not answer by its letters, unless it answers better already.
    pub(crate) fn add(&mut self, vocabulary: &Vocabulary, number: u32, tier: Tier) {
        let word = vocabulary.numbered(number);
        if self.answer(word).is_some_and(|(better, _)| better >= tier) {
            return;
        }
        self.answer_with(number, tier);
        self.others.insert(word.to_owned(), tier);
    }
}

/// English endings, what stands in their place in the plain word, and what its other forms end in.
const ENDINGS: [(&str, &str); 6] =
    [("ies", "y"), ("ing", ""), ("ing", "e"), ("ed", ""), ("es", ""), ("s", "")];

/// Other forms of an English word that ends in one of the usual ways; the word is folded.
fn forms(word: &str) -> impl Iterator<Item = String> + '_ {
    let stems = ENDINGS.iter().filter_map(move |(ending, plain)| {
        let stem = word.strip_suffix(ending)?;
        // Shorter words end so by chance: king, need.
        (stem.chars().count() >= 4).then(|| format!("{stem}{plain}"))
    });
    stems.flat_map(|plain| ["", "s", "ed", "ing"].map(|ending| format!("{plain}{ending}")))
}

/// How far a word may match: by how it was typed, and by what the collection has.
fn reach(vocabulary: &Vocabulary, word: &QueryWord) -> Reach {
    let letters = word.folded.chars().count();
    let is_there = |rank: usize| {
        let number = vocabulary.number(rank);
        vocabulary.count(number) > 0 || !vocabulary.names(number).is_empty()
    };
    let whole = vocabulary.find(&word.folded).is_some_and(is_there);
    let has_digit = word.folded.bytes().any(|b| b.is_ascii_digit());
    let beginning = || vocabulary.beginning_with(&word.folded).any(is_there);
    match word.shape {
        Shape::Quoted => Reach::Whole,
        Shape::Starred => Reach::Beginning,
        Shape::Capitals if whole => Reach::Whole,
        Shape::Finished if whole && (letters < 3 || has_digit) => Reach::Whole,
        Shape::Finished if whole && letters < LONG_ENOUGH => Reach::Form,
        _ if letters < 3 || has_digit => Reach::Beginning,
        _ if letters < LONG_ENOUGH && beginning() => Reach::Beginning,
        _ => Reach::Inside,
    }
}

/// The bit of a word's first letter, in either case; different signs may share one.
pub(crate) fn first_letter(word: &str) -> u32 {
    word.as_bytes().first().map_or(0, |first| 1 << (first & 31))
}

/// How a word answers by its letters, within this reach, and which part of it does.
fn tier(query: &str, word: &str, reach: Reach) -> Option<(Tier, Range<usize>)> {
    if let Some(rest) = word.strip_prefix(query) {
        let tier = match rest.chars().take(ENDING + 1).count() {
            0 => Tier::Exact,
            1..=ENDING if query.len() > 2 => Tier::Form,
            _ => Tier::Prefix,
        };
        let within = match reach {
            Reach::Whole => tier == Tier::Exact,
            Reach::Form => tier >= Tier::Form,
            Reach::Beginning | Reach::Inside => true,
        };
        return within.then_some((tier, 0..query.len()));
    }
    if reach < Reach::Inside {
        return None;
    }
    memchr::memmem::find(word.as_bytes(), query.as_bytes()).map(|at| (Tier::Inside, at..at + query.len()))
}
