//! The words of the vocabulary that may have been meant by a word with a typo.

use super::describe::describe;
use super::fuzzy::{Fuzzy, MAX_LEFT_OUT, Skim};
use crate::search::index::{Letters, Vocabulary};
use crate::search::query::{QueryWord, Shape};
use crate::text::edit::Pattern;
use std::cmp::Reverse;
use std::sync::LazyLock;

/// A word is preferred to a nearer one if it is in this many times more items.
pub(super) const TIMES_MORE: u32 = 50;

/// The fewest bytes of a word that is taken for a typo's meaning.
const SHORTEST: usize = 4;

static FUZZY: LazyLock<Skim> = LazyLock::new(Skim::default);

pub(super) struct Typo {
    pub(crate) number: u32,
    rank: usize,
    /// The number of typos; the maximum if letters were left out.
    typos: u32,
    /// Whether the first letters differ; people seldom mistype the first letter.
    other_first: bool,
    /// The logarithm to base 2 of the number of items with the word.
    frequency: u32,
    score: i64,
    letters: usize,
    way: Way,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Whole,
    Beginning,
    LeftOut,
}

impl Typo {
    pub(crate) fn word<'v>(&self, vocabulary: &'v Vocabulary) -> &'v str {
        vocabulary.numbered(self.number)
    }

    /// Nearest first.
    fn place(&self) -> (u32, bool, Reverse<u32>, Reverse<i64>, usize, usize) {
        // If letters were left out, the score says more than the frequency.
        let frequency = if self.way == Way::LeftOut { 0 } else { self.frequency };
        (self.typos, self.other_first, Reverse(frequency), Reverse(self.score), self.letters, self.rank)
    }

    pub(super) fn reason(&self, typed: &str, word: &str) -> String {
        match self.way {
            Way::Whole => describe(typed, word),
            Way::Beginning => {
                // The nearest prefix.
                let ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
                let beginnings = ends.filter_map(|end| word.get(..end));
                let pattern = Pattern::new(typed);
                let distance = |b: &&str| pattern.as_ref().map_or(u32::MAX, |p| p.distance(b).whole);
                beginnings.min_by_key(distance).map_or_else(String::new, |b| describe(typed, b))
            }
            Way::LeftOut => "letters left out".to_owned(),
        }
    }
}

/// The most typos for a word of this length.
fn allowed(letters: usize) -> u32 {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// The fewest letters of each of two words that were written as one.
const HALF: usize = 3;

/// The two words that a query word may be if it was written as one; with the longest first word if there are several
/// ways to split it.
pub(super) fn halves(vocabulary: &Vocabulary, word: &QueryWord) -> Option<[u32; 2]> {
    if word.folded.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    word.folded.char_indices().rev().find_map(|(at, _)| {
        let (first, second) = word.folded.split_at_checked(at)?;
        let number = |half: &str| {
            let rank = vocabulary.find(half).filter(|_| half.chars().count() >= HALF)?;
            Some(vocabulary.number(rank))
        };
        Some([number(first)?, number(second)?])
    })
}

/// The words that a query word may be a typo of, nearest first. Empty for numbers: one wrong digit is another number.
pub(super) fn near(vocabulary: &Vocabulary, word: &QueryWord) -> Vec<Typo> {
    let letters = word.folded.chars().count();
    if word.folded.bytes().any(|b| b.is_ascii_digit()) {
        return Vec::new();
    }
    let mut typos = by_distance(vocabulary, word, allowed(letters));
    if typos.is_empty() {
        typos = by_letters_left_out(vocabulary, &word.folded, letters);
    }
    typos.sort_by_key(Typo::place);
    typos
}

/// Whether [`near`] or [`halves`] may give a word, whatever the vocabulary is: it may give fewer.
pub(super) fn may_be_meant(query: &QueryWord, word: &str) -> bool {
    let folded = query.folded.as_str();
    let letters = folded.chars().count();
    let missing = Letters::of(folded).missing_in(Letters::of(word));
    let is_half = || word.chars().count() >= HALF && (folded.starts_with(word) || folded.ends_with(word));
    let is_near = || {
        let distance = Pattern::new(folded).map(|pattern| pattern.distance(word));
        let grows = query.shape == Shape::Growing;
        distance
            .is_some_and(|d| d.whole <= allowed(letters) || grows && d.beginning <= allowed(letters).min(1))
    };
    missing <= allowed(letters) && is_near()
        || missing == 0 && is_abbreviated(folded, letters, word)
        || is_half()
}

/// Whether [`nearest_words`] may give a word.
pub(super) fn may_be_near(folded: &str, word: &str) -> bool {
    let allowed = u32::try_from(folded.chars().count().div_ceil(2)).unwrap_or(u32::MAX);
    Letters::of(folded).missing_in(Letters::of(word)) <= allowed
        && Pattern::new(folded).is_some_and(|pattern| pattern.distance(word).whole <= allowed)
}

fn by_distance(vocabulary: &Vocabulary, word: &QueryWord, allowed: u32) -> Vec<Typo> {
    let Some(pattern) = Pattern::new(&word.folded).filter(|_| allowed > 0) else { return Vec::new() };
    let length = word.folded.chars().count();
    let (mut whole, mut beginning) = (Vec::new(), Vec::new());
    for rank in vocabulary.with_letters(Letters::of(&word.folded), allowed) {
        let other = vocabulary.word(rank);
        // In short words a typo is half the word: "visa" is not "via".
        if other.len() + (allowed as usize) < length || other.len() < SHORTEST {
            continue;
        }
        let distance = pattern.distance(other);
        if distance.whole <= allowed {
            whole.push((rank, distance.whole, Way::Whole));
        } else if word.shape == Shape::Growing && distance.beginning <= allowed.min(1) {
            beginning.push((rank, distance.beginning, Way::Beginning));
        }
    }
    let found = if whole.is_empty() { beginning } else { whole };
    let typo =
        |(rank, typos, way): (usize, u32, Way)| typo(vocabulary, &*FUZZY, &word.folded, rank, typos, way);
    let mut typos: Vec<Typo> =
        found.into_iter().map(typo).filter(|typo| vocabulary.is_known(typo.number)).collect();
    keep_nearest(vocabulary, &mut typos);
    typos
}

/// Keeps words with one more typo only if they are far more frequent.
fn keep_nearest(vocabulary: &Vocabulary, typos: &mut Vec<Typo>) {
    let Some(least) = typos.iter().map(|typo| typo.typos).min() else { return };
    let near = typos.iter().filter(|typo| typo.typos == least);
    let most = near.map(|typo| vocabulary.count(typo.number)).max().unwrap_or(0);
    typos.retain(|typo| {
        typo.typos == least || vocabulary.count(typo.number) >= most.max(1).saturating_mul(TIMES_MORE)
    });
}

/// Words that have the letters of the query word in this order, for queries such as `rnwbl`.
fn by_letters_left_out(vocabulary: &Vocabulary, folded: &str, letters: usize) -> Vec<Typo> {
    if letters < 4 {
        return Vec::new();
    }
    let ranks = vocabulary
        .with_letters(Letters::of(folded), 0)
        .filter(|rank| is_abbreviated(folded, letters, vocabulary.word(*rank)));
    let typos = ranks.map(|rank| typo(vocabulary, &*FUZZY, folded, rank, u32::MAX, Way::LeftOut));
    let mut typos: Vec<Typo> =
        typos.filter(|typo| typo.score > 0 && vocabulary.is_known(typo.number)).collect();
    let best = typos.iter().map(|typo| typo.score).max();
    typos.retain(|typo| Some(typo.score) == best);
    typos
}

/// Whether a query word of this many letters may be a word with letters left out.
fn is_abbreviated(folded: &str, letters: usize, word: &str) -> bool {
    word.chars().next() == folded.chars().next() && word.chars().count() <= letters * MAX_LEFT_OUT
}

fn typo(vocabulary: &Vocabulary, fuzzy: &impl Fuzzy, typed: &str, rank: usize, typos: u32, way: Way) -> Typo {
    let number = vocabulary.number(rank);
    let word = vocabulary.word(rank);
    let other_first = word.chars().next() != typed.chars().next();
    let frequency = vocabulary.count(number).max(1).ilog2();
    let score = fuzzy.score(word, typed).unwrap_or(0);
    Typo { number, rank, typos, other_first, frequency, score, letters: word.chars().count(), way }
}

/// The words of the vocabulary nearest to any of these, for a query without matches.
pub(crate) fn nearest_words(vocabulary: &Vocabulary, folded: &[&str], most: usize) -> Vec<String> {
    let mut found: Vec<(usize, &str)> = Vec::new();
    for query in folded {
        let Some(pattern) = Pattern::new(query) else { continue };
        let length = query.chars().count();
        let allowed = length.div_ceil(2);
        for rank in vocabulary.with_letters(Letters::of(query), u32::try_from(allowed).unwrap_or(u32::MAX)) {
            let word = vocabulary.word(rank);
            let distance = pattern.distance(word).whole as usize;
            // A word of the query that is there is not what is missing.
            let is_word = !folded.contains(&word)
                && word.chars().count() > 2
                && vocabulary.count(vocabulary.number(rank)) > 0;
            if is_word && distance <= allowed {
                // Typos are weighed by the length of the longer word.
                found.push((distance * 100 / length.max(word.chars().count()).max(1), word));
            }
        }
    }
    found.sort_unstable();
    found.dedup_by_key(|(_, word)| *word);
    found.into_iter().take(most).map(|(_, word)| word.to_owned()).collect()
}
