//! How alike the clauses of two agreements are.
//!
//! Likeness is Dice's coefficient of word counts, each word weighted by the logarithm of how few clauses have it.

use crate::insight::wording::Words;

/// How often each word is in a text, in the order of the words' numbers.
type Counts = Vec<(u32, u32)>;

/// The most entries of the lists of who has a word that are read for a clause, from the rarest word on. Clauses that share
/// only words that are more common are not alike.
const LOOKED_AT: usize = 1024;

/// The texts of two agreements: of their clauses, or of the headings.
pub(super) struct Likeness {
    left: Vec<Text>,
    right: Vec<Text>,
    /// By word: its weight.
    weights: Vec<f64>,
    /// By word: the right clauses that have it, and how often.
    holders: Vec<Vec<(usize, u32)>>,
}

struct Text {
    counts: Counts,
    /// The weight of all its words.
    total: f64,
}

/// The right clauses that share words with a left one, and the weight of the shared words that have been looked at.
#[derive(Default)]
pub(super) struct Shared {
    weights: Vec<f64>,
    /// Those with a weight.
    pub(super) places: Vec<usize>,
}

impl Shared {
    /// Adds weight to a clause.
    fn add(&mut self, place: usize, weight: f64) {
        if self.weights.len() <= place {
            self.weights.resize(place + 1, 0.0);
        }
        let Some(sum) = self.weights.get_mut(place) else { return };
        if *sum == 0.0 {
            self.places.push(place);
        }
        *sum += weight;
    }

    /// Takes the clauses with their weights; nothing is left.
    pub(super) fn take(&mut self) -> Vec<(usize, f64)> {
        let taken = std::mem::take(&mut self.places).into_iter();
        taken.map(|place| (place, self.weights.get_mut(place).map(std::mem::take).unwrap_or(0.0))).collect()
    }
}

impl Likeness {
    pub(super) fn new<'a>(
        left: impl Iterator<Item = &'a Words>,
        right: impl Iterator<Item = &'a Words>,
    ) -> Self {
        let (left, right): (Vec<Counts>, Vec<Counts>) =
            (left.map(counts).collect(), right.map(counts).collect());
        let all = (left.len() + right.len()) as f64;
        let words =
            left.iter().chain(&right).flatten().map(|(word, _)| *word as usize + 1).max().unwrap_or(0);
        let mut texts = vec![0.0f64; words];
        for (word, _) in left.iter().chain(&right).flatten() {
            texts.get_mut(*word as usize).into_iter().for_each(|texts| *texts += 1.0);
        }
        let weights: Vec<f64> = texts.into_iter().map(|texts| (1.0 + all / texts.max(1.0)).ln()).collect();
        let mut holders: Vec<Vec<(usize, u32)>> = vec![Vec::new(); words];
        for (place, counts) in right.iter().enumerate() {
            for (word, count) in counts {
                holders.get_mut(*word as usize).into_iter().for_each(|list| list.push((place, *count)));
            }
        }
        let weight = |word: u32| weights.get(word as usize).copied().unwrap_or(0.0);
        let text = |counts: Counts| {
            let total = counts.iter().map(|(word, count)| weight(*word) * f64::from(*count)).sum();
            Text { counts, total }
        };
        let (left, right) = (left.into_iter().map(text).collect(), right.into_iter().map(text).collect());
        Self { left, right, weights, holders }
    }

    fn weight(&self, word: u32) -> f64 {
        self.weights.get(word as usize).copied().unwrap_or(0.0)
    }

    /// Adds what a left clause shares with right ones, times `share`: the rarest words first, and of a word that very many
    /// have, those nearest to the place where the clause would be in the right agreement.
    pub(super) fn look(&self, left: usize, share: f64, shared: &mut Shared) {
        let Some(text) = self.left.get(left) else { return };
        let list = |word: u32| self.holders.get(word as usize).map(Vec::as_slice).unwrap_or_default();
        let mut words = text.counts.clone();
        words.sort_by_key(|(word, _)| list(*word).len());
        let mut room = LOOKED_AT;
        for (word, count) in words {
            let holders = list(word);
            let expected = left * self.right.len() / self.left.len().max(1);
            let nearest = holders.partition_point(|(place, _)| *place < expected);
            let first = nearest.saturating_sub(room / 2).min(holders.len().saturating_sub(room));
            let weight = self.weight(word) * share;
            for (place, other) in holders.iter().skip(first).take(room) {
                shared.add(*place, weight * f64::from(count.min(*other)));
            }
            room = room.saturating_sub(holders.len());
            if room == 0 {
                return;
            }
        }
    }

    /// How alike a left and a right clause are, 0 to 1; `None` if one of them has no words.
    pub(super) fn of(&self, left: usize, right: usize) -> Option<f64> {
        let (left, right) = (self.left.get(left)?, self.right.get(right)?);
        if left.counts.is_empty() || right.counts.is_empty() {
            return None;
        }
        let mut others = right.counts.iter().peekable();
        let mut shared = 0.0;
        for (word, count) in &left.counts {
            while others.next_if(|(other, _)| other < word).is_some() {}
            if let Some((_, other)) = others.next_if(|(other, _)| other == word) {
                shared += self.weight(*word) * f64::from((*count).min(*other));
            }
        }
        let both = left.total + right.total;
        Some(if both > 0.0 { 2.0 * shared / both } else { 0.0 })
    }
}

fn counts(words: &Words) -> Counts {
    let mut numbers = words.numbers.clone();
    numbers.sort_unstable();
    let runs = numbers.chunk_by(|a, b| a == b);
    runs.filter_map(|run| Some((*run.first()?, u32::try_from(run.len()).unwrap_or(u32::MAX)))).collect()
}
